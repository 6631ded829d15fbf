// A list of members: what was read of it, what it leaves in doubt, and where to put them.
import { h } from "./dom.js";
import { say } from "./words.js";
import { tell } from "./troubles.js";

const remarks = (word, found) =>
  found.length
    ? h(
        "details",
        {},
        h("summary", {}, say(word, { n: found.length })),
        h("ul", {}, found.map(({ place, text, why, mend }) => h("li", {}, h("code", {}, place), " ", text ? h("q", {}, text) : "", " ", why, h("br"), h("small", {}, mend)))),
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
        h("ul", {}, sheet.doubles.map(({ lines: [a, b], names, why }) => h("li", {}, `${say("lines", { a, b })} : ${names.join(", ")} (${why.join(", ")})`))),
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
        h("ul", {}, brought.refused.map(({ line, why, mend }) => h("li", {}, `${say("line", { n: line })} : ${why}`, h("br"), h("small", {}, mend)))),
      )
    : null,
  brought.conflicts.length ? h("ul", {}, brought.conflicts.map((one) => h("li", {}, say("conflicting", one)))) : null,
];

/**
 * Show what was read, and offer to bring it in.
 * @param {HTMLElement} host
 * @param {{name: string, data: ArrayBuffer, sheet: object, store: object, engine: object, kinds: [string, string][], blank: (kind: string) => object}} told
 */
export const showSheet = (host, { name, data, sheet, store, engine, kinds, blank }) => {
  const here = typeof store.which === "number" && store.dossier;
  const into = h(
    "select",
    { id: "sheet-into" },
    here ? h("option", { value: "" }, say("this_structure", { name: here.name ?? here.id })) : null,
    kinds.map(([kind, words]) => h("option", { value: kind }, say("new_structure", { kind: words }))),
  );
  const option = (word) => h("p", {}, h("label", {}, h("input", { type: "checkbox", id: `sheet-${word}` }), " ", say(word)));
  const ticked = (word) => host.querySelector(`#sheet-${word}`).checked;
  const said = h("div", { role: "status" });
  const bring = async () => {
    const target = into.value ? blank(into.value) : store.dossier;
    try {
      const brought = await engine.call(
        "bring",
        { dossier: JSON.stringify(target), keep_going: ticked("keep_going"), same_names: ticked("same_names"), day_first: !ticked("month_first") },
        data.slice(0),
      );
      said.replaceChildren(...outcome(brought).filter(Boolean));
      if (!brought.done) return;
      if (into.value) store.open([brought.dossier], { kind: into.value });
      else store.change(brought.dossier);
      if (!brought.refused.length && !brought.conflicts.length) close();
    } catch (failure) {
      tell(said, say("not_brought"), failure);
      said.hidden = false;
    }
  };
  const close = () => {
    host.hidden = true;
    host.replaceChildren();
  };
  host.replaceChildren(
    ...read(name, sheet).filter(Boolean),
    h("p", {}, h("label", { for: "sheet-into" }, say("bring_into")), " ", into),
    h("p", { class: "note" }, say("whole_list")),
    option("keep_going"),
    option("same_names"),
    option("month_first"),
    h("p", {}, h("button", { type: "button", class: "main", id: "sheet-bring", disabled: sheet.members === 0, onclick: bring }, say("bring")), " ", h("button", { type: "button", onclick: close }, say("close"))),
    said,
  );
  host.hidden = false;
  host.querySelector("h2").focus();
};
