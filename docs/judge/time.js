// Time: the picture, what the law says on the day, what changes from one day to another, and the days that matter.
import { isAskable } from "./days.js";
import { h, refill, rendered, staying } from "./dom.js";
import { linked } from "./links.js";
import { turnWords } from "./slider.js";
import { COLON, dayInWords, say } from "./words.js";


/** What the law does on a day. */
const moves = (title, found) =>
  h(
    "details",
    { open: found.moves.length <= 4 },
    h("summary", {}, h("h4", {}, title)),
    h(
      "ul",
      {},
      found.moves.map(({ article, title: rule, words }) => h("li", {}, h("b", {}, article), COLON, rule, h("br"), h("small", {}, words))),
    ),
  );

/** What the law is on a day: what changed last, what changes next. */
const law = (days, on) => {
  const last = days.findLast(({ day }) => day <= on);
  const next = days.find(({ day }) => day > on);
  const that = last?.day === on ? say("that_day") : say("last_move", { day: last && dayInWords(last.day) });
  return h(
    "section",
    { id: "time-law" },
    h("h3", {}, say("law_today", { day: dayInWords(on) })),
    last ? moves(that, last) : h("p", {}, say("no_last")),
    next ? moves(say("next_move", { day: dayInWords(next.day) }), next) : h("p", {}, say("no_next")),
  );
};

const WAYS = { breaks: "breaks", mends: "mends", moves: "moves" };

/** A verdict that changed. */
const change = ({ rule, title, article, part, sides, steps, reason, way }) =>
  h(
    "div",
    { class: `rule change ${way}` },
    h("h4", {}, title),
    h("p", { class: "standing" }, h("b", {}, say(WAYS[way])), " · ", h("code", {}, rule), " · ", article, part ? ` · ${part}` : ""),
    h("p", {}, sides),
    steps.map((step) => h("p", { class: "note" }, step)),
    reason ? h("p", { class: "note" }, reason) : null,
  );

const changes = ({ found, other, on, onCompare }) => {
  const field = h("input", { type: "date", id: "compare", value: other, onchange: () => isAskable(field.value) && onCompare(field.value) });
  const said =
    other === on
      ? h("p", {}, say("same_day"))
      : found.length
        ? found.map(change)
        : h("p", {}, say("no_change"));
  return h(
    "section",
    { id: "time-changes" },
    h("h3", {}, say("changed")),
    h("p", {}, h("label", { for: "compare" }, say("compare_with")), " ", field),
    said,
  );
};

/** The days on which a verdict turns, each a way there. */
const turning = ({ turns, span, onGo }) =>
  h(
    "section",
    { id: "time-turns" },
    h("h3", {}, say("turns")),
    turns.length
      ? h(
          "ul",
          { class: "days" },
          turns.map((one) =>
            h(
              "li",
              { class: one.breaks ? "breaks" : one.mends ? "mends" : "moves" },
              h("button", { type: "button", id: `go-${one.day}`, "aria-label": say("go", { day: dayInWords(one.day) }), onclick: () => onGo(one.day) }, dayInWords(one.day)),
              " ",
              turnWords(one),
            ),
          ),
        )
      : h("p", {}, say("no_turns", { a: dayInWords(span[0]), b: dayInWords(span[1]) })),
  );

/** Fill the panel of time. */
export const showTime = (host, told) => {
  const picture = told.timeline ? rendered(told.timeline) : h("p", {}, say("no_timeline"));
  const beside = h("div", { class: "beside" }, law(told.law, told.on), turning(told));
  staying(host, () => refill(host, picture, beside, linked(changes(told))));
};
