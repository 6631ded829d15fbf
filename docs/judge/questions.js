// What is missing, as questions that can be answered here.
import { h } from "./dom.js";
import { fieldOf } from "./form/field.js";
import { stepsOf, valueAt, withValue } from "./form/paths.js";
import { linked } from "./links.js";
import { lang, say, words } from "./words.js";

const AT_ONCE = 8;

/** The questions asked anew while somebody was answering one: shown once that is done. @type {(() => void) | undefined} */
let later;

/**
 * Fill the panel of questions.
 * @param {HTMLElement} host
 * @param {{questions: object[], dossier: object, schema: object, onAnswer: (change: (dossier: object) => object) => void, onOpen: (path: string) => void}} told
 */
export const showQuestions = (host, asked) => {
  later = undefined;
  if (host.querySelector(".answering")) {
    later = () => showQuestions(host, asked);
    return;
  }
  const { questions } = asked;
  const told = { ...asked, onLeft: () => later?.() };
  if (!questions.length) {
    host.replaceChildren(h("p", { class: "done" }, say("nothing_to_ask")));
    return;
  }
  const groups = Map.groupBy(questions, ({ about }) => about);
  const shown = [...groups].map(([about, found]) =>
    h("section", {}, h("h3", {}, about), h("ol", { class: "asked" }, found.map((question) => one(question, told)))),
  );
  host.replaceChildren(h("p", {}, say("ask_lead")), ...shown);
  linked(host);
};

const one = (question, told) => {
  const { label, waits, blocking, rules, asked } = question;
  const all = asked.length > 1 ? h("input", { type: "checkbox" }) : null;
  const fields = h("ul", { class: "blanks" });
  const answer = (path, value) => {
    const paths = all?.checked ? asked.map((each) => each.path) : [path];
    const place = (dossier) => paths.filter((each) => samePlace(each, told.dossier, dossier));
    told.onAnswer((dossier) => place(dossier).reduce((changed, each) => withValue(changed, each, value), dossier));
  };
  const more = h("button", { type: "button", onclick: () => add(asked.length) });
  let shown = 0;
  const add = (upTo) => {
    for (; shown < Math.min(upTo, asked.length); shown += 1) fields.append(h("li", {}, blank(asked[shown], told, answer)));
    more.hidden = shown === asked.length;
    more.textContent = say("show_more", { n: asked.length - shown });
  };
  add(AT_ONCE);
  return h(
    "li",
    { class: "question" },
    h("p", { class: "ask" }, label),
    h("p", { class: "waits" }, waits, blocking ? ` (${say("law_needs")})` : ""),
    h("details", {}, h("summary", {}, say("the_rules")), h("ul", {}, rules.map(({ id, title }) => h("li", { class: "standing" }, title, " ", h("code", {}, id))))),
    all ? h("p", {}, h("label", {}, all, " ", say("same_for_all", { n: asked.length }))) : null,
    fields,
    more,
  );
};

/** Whether a path leads to the same place in both dossiers: no list on the way has become longer or shorter since it was asked. */
const samePlace = (path, one, other) => {
  const before = (steps, at) => [one, other].map((dossier) => valueAt(dossier, steps.slice(0, at))?.length);
  const still = (step, at, steps) => typeof step === "string" || before(steps, at)[0] === before(steps, at)[1];
  return one.id === other.id && stepsOf(path).every(still);
};

const blank = ({ whom, path }, { dossier, schema, onOpen, onLeft }, answer) => {
  const done = onceDone();
  const field = fieldOf({
    schema,
    words,
    lang,
    kind: dossier.kind,
    dossier,
    path,
    idPrefix: `ask-${path.replace(/\W+/g, "-")}`,
    onChange: (value) => done.hand(() => answer(path, value)),
  });
  if (field) done.listen(field, onLeft);
  const name = whom ? h("span", { class: "whom" }, whom) : null;
  if (field) return [name, field];
  return [name, h("span", {}, say("in_the_form"), " ", h("button", { type: "button", onclick: () => onOpen(path) }, say("open_form")))];
};

/** What a pointer chooses is handed on at once; what keys do, once the field is left or Enter pressed: a word is typed letter by letter. */
const onceDone = () => {
  let field;
  let waiting;
  const answering = (is) => field.classList.toggle("answering", is);
  const act = () => {
    const hand = waiting;
    waiting = undefined;
    answering(false);
    hand?.();
  };
  return {
    hand(answer) {
      waiting = answer;
      if (!field.classList.contains("answering")) act();
    },
    listen(asked, onLeft) {
      field = asked;
      field.addEventListener("pointerdown", () => answering(false));
      field.addEventListener("beforeinput", ({ inputType }) => inputType === "insertLineBreak" || answering(true));
      field.addEventListener("keydown", ({ key, target }) => {
        if (key === "Enter" && target.matches("input")) act();
        else if (key !== "Tab" && key !== "Shift") answering(true);
      });
      field.addEventListener("focusout", ({ relatedTarget }) => {
        if (field.contains(relatedTarget)) return;
        act();
        onLeft();
      });
    },
  };
};
