// What one takes away: files made here, and a link that tells nothing of a dossier.
import { h } from "./dom.js";
import { today } from "./days.js";
import { say } from "./words.js";

const hand = (name, type, text) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

const plain = (id) =>
  id
    .normalize("NFKD")
    .replace(/[^\w-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "dossier";

/** The address of this page, this day, and the example or the kind of structure. */
const link = (store) => {
  const address = new URL(location.href);
  address.search = "";
  address.hash = new URLSearchParams({ on: store.on, ...store.origin }).toString();
  return address.href;
};

/** Fill the panel. @param {HTMLElement} host */
export const showTakeaway = (host, { store, engine, onTrouble }) => {
  const all = () => store.which === "across";
  const asked = () => ({ dossier: all() ? store.register : store.text, on: store.on, register: all() });
  const name = (word, suffix) => `${say(word)}-${plain(all() ? "registre" : String(store.dossier.id))}-${store.on}.${suffix}`;
  const made = (call, word, type, suffix, more = {}) => async () => {
    try {
      hand(name(word, suffix), type, await engine.call(call, { ...asked(), ...more }));
    } catch (failure) {
      onTrouble(failure);
    }
  };
  const said = h("p", { role: "status", class: "note" });
  const copy = async () => {
    const address = link(store);
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = say("copied", { link: address });
    } catch {
      said.textContent = say("link_is", { link: address });
    }
  };
  const dossier = () => {
    hand(name("dossier_name", "json"), "application/json", `${JSON.stringify(store.dossiers.length > 1 ? JSON.parse(store.register) : store.dossier, null, 2)}\n`);
    store.taken();
  };
  const ways = [
    ["take_html", made("html", "report_name", "text/html", "html")],
    ["take_verdicts", made("verdicts", "verdicts_name", "application/json", "json")],
    ["take_calendar", made("calendar", "deadlines_name", "text/calendar", "ics", { stamped_on: today() })],
    ["take_dossier", dossier],
    ["take_link", copy],
  ];
  host.replaceChildren(
    h("p", {}, say("take_lead")),
    h(
      "ul",
      { class: "take" },
      ways.map(([word, act]) =>
        h("li", {}, h("button", { type: "button", id: word, onclick: act }, say(word)), h("span", { class: "note" }, say(`${word}_more`))),
      ),
    ),
    said,
  );
};
