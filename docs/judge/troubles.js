// What stands in the way, said where it is seen and heard.
import { Refused, Stopped } from "./engine.js";
import { h } from "./dom.js";
import { say } from "./words.js";

const SHOWN = 30;

/** The faults of a dossier, each with its place. */
export const faultList = (faults) => {
  const more = faults.length - SHOWN;
  return h(
    "ul",
    { class: "faults" },
    faults.slice(0, SHOWN).map(({ path, message, line }) =>
      h("li", {}, line ? `${say("line", { n: line })}, ` : "", path === "$" ? "" : h("code", {}, path), " ", message),
    ),
    more > 0 ? h("li", {}, say("more_faults", { n: more })) : null,
  );
};

/** Say what went wrong in an element that is announced; nothing clears it, nor is anything wrong with what was stopped. */
export const tell = (host, title, failure) => {
  host.hidden = (!title && !failure) || isStopped(failure);
  if (host.hidden) {
    host.replaceChildren();
    return;
  }
  const said =
    failure instanceof Refused && failure.faults.length
      ? faultList(failure.faults)
      : failure
        ? h("p", {}, failure instanceof Refused ? failure.message : say("failed", { why: failure.message }))
        : null;
  host.replaceChildren(h("p", { class: "title" }, title), said ?? "");
};

/** Whether somebody stopped it: nothing went wrong. */
export const isStopped = (failure) => failure instanceof Stopped;
