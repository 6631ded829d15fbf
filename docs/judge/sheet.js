// A list of members: what was read of it, what it leaves in doubt, and where to put them.
import { h, the } from "./dom.js";
import { COLON, say } from "./words.js";
import { tell } from "./troubles.js";

const SHOWN = 200;

/** The first of what may be thousands, and how many more there are. */
const listed = (found, one) =>
  h("ul", {}, found.slice(0, SHOWN).map(one), found.length > SHOWN ? h("li", {}, say("more_faults", { n: found.length - SHOWN })) : null);

/** What was shown before gives up following the store. @type {AbortController | undefined} */
let following;

const remarks = (word, found) =>
  found.length
    ? h(
        "details",
        {},
        h("summary", {}, say(word, { n: found.length })),
        listed(found, ({ place, text, why, mend }) => h("li", {}, h("code", {}, place), " ", text ? h("q", {}, text) : "", " ", why, h("br"), h("small", {}, mend))),
      )
    : null;

const counted = (members) =>
  members === 0 ? say("sheet_none") : members === 1 ? say("sheet_one") : say("sheet_read", { n: members });

const read = (name, sheet) => [
  h("h2", { tabindex: "-1" }, say("sheet", { name })),
  h("p", {}, counted(sheet.members)),
  sheet.others.length ? h("p", {}, say("sheet_others", { name: sheet.name, others: sheet.others.join(", ") })) : null,
  h(
    "details",
    {},
    h("summary", {}, say("sheet_columns")),
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("column")), h("th", { scope: "col" }, say("taken_as")))),
      h("tbody", {}, sheet.columns.map(({ header, taken, how }) => h("tr", {}, h("th", { scope: "row" }, header), h("td", {}, taken ? `${taken} (${how})` : how)))),
    ),
  ),
  remarks("sheet_faults", sheet.faults),
  remarks("sheet_doubts", sheet.doubts),
  sheet.doubles.length
    ? h(
        "details",
        {},
        h("summary", {}, say("sheet_doubles", { n: sheet.doubles.length })),
        listed(sheet.doubles, ({ lines: [a, b], names, why }) => h("li", {}, `${say("lines", { a, b })}${COLON}${names.join(", ")} (${why.join(", ")})`)),
      )
    : null,
];

const outcome = (brought) => [
  h("p", { class: "title" }, brought.done ? say("brought", brought) : say("not_brought")),
  brought.refused.length
    ? h(
        "details",
        { open: !brought.done },
        h("summary", {}, say("refused_rows", { n: brought.refused.length })),
        listed(brought.refused, ({ line, why, mend }) => h("li", {}, `${say("line", { n: line })}${COLON}${why}`, h("br"), h("small", {}, mend))),
      )
    : null,
  brought.conflicts.length ? listed(brought.conflicts, (one) => h("li", {}, say("conflicting", one))) : null,
];

/**
 * Show what was read, and offer to bring it in.
 * @param {HTMLElement} host
 * @param {{name: string, data: ArrayBuffer, sheet: object, store: object, engine: object, kinds: [string, string][], blank: (kind: string) => object, may: () => boolean}} told `may` whether what is at hand may be given up
 */
export const showSheet = (host, { name, data, sheet, store, engine, kinds, blank, may }) => {
  const here = h("option", { value: "" });
  const into = h(
    "select",
    { id: "sheet-into" },
    here,
    kinds.map(([kind, words]) => h("option", { value: kind }, say("new_structure", { kind: words }))),
  );
  const option = (word) => h("p", {}, h("label", {}, h("input", { type: "checkbox", id: `sheet-${word}` }), " ", say(word)));
  const ticked = (word) => host.querySelector(`#sheet-${word}`).checked;
  const said = h("div", { role: "status" });
  let elsewhere = false;
  const follow = () => {
    const { dossier } = store;
    elsewhere = true;
    here.hidden = here.disabled = !dossier;
    here.textContent = dossier ? say("this_structure", { name: dossier.name ?? dossier.id }) : "";
    if (!dossier && !into.value) into.value = kinds[0][0];
  };
  const bring = async () => {
    if (into.value && !may()) return;
    const kind = into.value;
    const target = kind ? blank(kind) : store.dossier;
    elsewhere = false;
    button.disabled = true;
    said.hidden = false;
    try {
      const brought = await engine.call(
        "bring",
        { dossier: JSON.stringify(target), keep_going: ticked("keep_going"), same_names: ticked("same_names"), day_first: !ticked("month_first") },
        data.slice(0),
      );
      if (!kind && elsewhere) return tell(said, say("not_brought"));
      if (!kind && store.dossier !== target) return await bring(); // changed meanwhile
      said.replaceChildren(...outcome(brought).filter(Boolean));
      if (!brought.done) return;
      if (kind) store.open([brought.dossier], { kind }, say("brought", brought));
      else store.change(brought.dossier, say("brought", brought));
      if (brought.refused.length || brought.conflicts.length) return;
      close();
      the("name").focus();
    } catch (failure) {
      tell(said, say("not_brought"), failure);
    } finally {
      button.disabled = false;
    }
  };
  const button = h("button", { type: "button", class: "main", id: "sheet-bring", disabled: sheet.members === 0, onclick: bring }, say("bring"));
  const close = () => {
    following.abort();
    host.hidden = true;
    host.replaceChildren();
  };
  following?.abort();
  following = new AbortController();
  for (const what of ["opened", "chosen"]) store.addEventListener(what, follow, { signal: following.signal });
  follow();
  into.selectedIndex = store.dossier ? 0 : 1;
  host.replaceChildren(
    ...read(name, sheet).filter(Boolean),
    h("p", {}, h("label", { for: "sheet-into" }, say("bring_into")), " ", into),
    h("p", { class: "note" }, say("whole_list")),
    option("keep_going"),
    option("same_names"),
    option("month_first"),
    h("p", {}, button, " ", h("button", { type: "button", onclick: close }, say("close"))),
    said,
  );
  host.hidden = false;
  host.querySelector("h2").focus();
};
