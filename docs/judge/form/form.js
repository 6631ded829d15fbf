import { hold, make } from "./elements.js";
import { Field } from "./field_base.js";
import { rankOf, sumOf } from "./object.js";
import { pathOf, stepsOf, told, valueAt } from "./paths.js";
import { Root, faultsByPath } from "./root.js";
import { shapeAt, structureOf } from "./shapes.js";

/** How many of the places that are wrong are opened at once: who mends them meets the others next. */
const OPENED = 10;

/**
 * The form of a dossier, drawn from the JSON Schema of dossiers: each fact unknown, none or told.
 *
 * It never changes the dossier it was given: each change makes a new one, which is handed on.
 */
export class DossierForm {
  #root = null;
  #shape = null;

  /**
   * @param {object} about
   * @param {Element} about.host what the form is put into
   * @param {any} about.schema the JSON Schema, in the language of the page
   * @param {Record<string, string>} about.words of the page
   * @param {"fr" | "en"} about.lang
   * @param {(dossier: any, path: string) => void} about.onChange told each change: the new dossier, what changed
   */
  constructor({ host, schema, words, lang, onChange }) {
    Object.assign(this, { host, schema, words, lang, onChange });
  }

  /**
   * Shows a dossier. What is open stays open, and the focus stays, while the structure is the same.
   * @param {any} dossier
   * @returns {boolean} false where the schema knows no such kind
   */
  show(dossier) {
    const same = this.#root && this.#root.value.kind === dossier?.kind && this.#root.value.id === dossier.id;
    if (same) this.#root.give(dossier);
    else this.#begin(dossier);
    return this.#root !== null;
  }

  /** Another dossier comes, whatever it is called: nothing of this one stays. */
  forget() {
    this.#root = null;
  }

  #begin(dossier) {
    this.#root = null;
    this.host.replaceChildren();
    this.#shape = structureOf(this.schema, dossier?.kind);
    if (!this.#shape) return;
    const root = new Root({ ...this, onChange: (value, steps) => this.#handOn(value, steps) });
    root.value = dossier;
    const field = new Structure(root, this.#shape, null, null);
    root.begin(field, dossier);
    this.host.append(field.element);
    this.#root = root;
  }

  #handOn(dossier, steps) {
    const id = this.#shape.fields().get("id");
    if (dossier.id === undefined && id?.required) return this.#root.change(["id"], this.#root.created(this.#shape).id);
    return this.onChange(dossier, pathOf(steps));
  }

  /**
   * Puts what is wrong with the dossier at its fields, and opens the parts that hold them.
   * @param {{ path: string, message: string }[]} faults none clears
   * @returns {{ path: string, message: string }[]} those that have no field
   */
  showFaults(faults) {
    if (!this.#root) return faults;
    const placed = faults.filter(({ path }) => this.#field(path));
    const found = placed.filter(({ path }) => this.#root.faultsAt(pathOf(stepsOf(path))).length === 0);
    this.#root.setFaults(faultsByPath(placed));
    for (const { path } of found.slice(0, OPENED)) this.#root.field.at(stepsOf(path))?.open();
    return faults.filter((fault) => !placed.includes(fault));
  }

  /**
   * Opens, scrolls to and focuses the field of a path.
   * @param {string} path
   * @returns {boolean} false where there is no such field
   */
  reveal(path) {
    const field = this.#root && this.#field(path) ? this.#root.field.at(stepsOf(path)) : null;
    field?.focus();
    return Boolean(field);
  }

  /** Whether a path is that of a field that can be shown: of the schema, and of a list as long as it is. */
  #field(path) {
    const steps = stepsOf(path);
    if (!steps?.length || !shapeAt(this.#shape, this.#root.value, steps)) return false;
    return steps.every((step, at) => typeof step === "string" || valueAt(this.#root.value, steps.slice(0, at + 1)) !== undefined);
  }
}

/** The structure itself: what stands on a line, then each of its parts. */
class Structure extends Field {
  constructor(...place) {
    super(...place);
    const made = [...this.shape.fields()].map(([key, one]) => [key, this.root.fieldFor(one, this, key)]);
    this.fields = new Map(made.sort(([key, one], [other, two]) => rankOf(key, one) - rankOf(other, two)));
    const lines = made.filter(([key, field]) => rankOf(key, field) < 3);
    const parts = made.filter(([key, field]) => rankOf(key, field) === 3);
    this.keys = lines.map(([key]) => key);
    this.sums = make("span", { className: "form-sum" });
    const title = make("span", { className: "form-title" }, this.say("form.identity"));
    this.lines = make("details", { className: "form-group", open: true }, make("summary", {}, title, this.sums));
    this.lines.append(make("div", { className: "form-body" }, ...lines.map(([, field]) => field.element)));
    this.element = make("div", { className: "form-structure" });
    hold(this.element, [this.lines, ...parts.map(([, field]) => field.element)]);
  }

  children() {
    return this.fields.values();
  }

  update(value) {
    if (value === this.value) return;
    this.value = value;
    this.sums.textContent = sumOf(this.root, this.shape, value, this.keys);
    for (const [key, field] of this.fields) field.update(told(value, key));
  }

  at(steps) {
    if (steps.length === 0) return this;
    const [key, ...rest] = steps;
    if (this.keys.includes(key)) this.lines.open = true;
    return this.fields.get(key)?.at(rest) ?? null;
  }
}
