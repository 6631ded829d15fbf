import { ListGroup } from "./list.js";
import { Lines, Words } from "./many.js";
import { ObjectGroup } from "./object.js";
import { pathOf, stepsOf, withValue } from "./paths.js";
import { Choice, Truth } from "./single.js";
import { Typed } from "./typed.js";

let forms = 0;

/**
 * What the fields of a form share: the value they all hold, the words, the faults that were found.
 */
export class Root {
  #faults = new Map();
  #ids = 0;
  #known = { of: null, all: [] };

  /**
   * @param {object} about
   * @param {Record<string, string>} about.words of the page, in its language
   * @param {string} about.lang
   * @param {(value: any, steps: import("./paths.js").Steps) => void} about.onChange told each change
   * @param {() => unknown} [about.dossier] the whole dossier, where the value is a part of it
   * @param {string} [about.idPrefix] what the identifiers of elements begin with
   */
  constructor({ words, lang, onChange, dossier, idPrefix = `form${++forms}` }) {
    Object.assign(this, { words, lang, onChange, idPrefix });
    this.whole = dossier ?? (() => this.value);
  }

  /**
   * Builds the field of everything.
   * @param {import("./field_base.js").Field} field
   * @param {unknown} value
   */
  begin(field, value) {
    this.field = field;
    this.give(value);
  }

  give(value) {
    this.value = value;
    this.field.update(value);
  }

  /** @param {import("./paths.js").Steps} steps @param {unknown} value undefined: nobody knows */
  change(steps, value) {
    this.#forget(pathOf(steps));
    this.give(withValue(this.value, steps, value));
    this.onChange(this.value, steps);
  }

  /** What was found wrong at a place, or inside it, is no longer so once it is changed. */
  #forget(path) {
    this.#faults = new Map([...this.#faults].filter(([one]) => !isIn(one, path)));
  }

  newId() {
    this.#ids += 1;
    return `${this.idPrefix}-${this.#ids}`;
  }

  /** @param {string} key of the words @param {Record<string, string>} [values] of the places in them */
  say(key, values = {}) {
    return (this.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  /** @param {Map<string, string[]>} faults messages by path */
  setFaults(faults) {
    this.#faults = faults;
    this.field.refreshFaults();
  }

  /** @returns {string[]} what is wrong at a place */
  faultsAt(path) {
    return this.#faults.get(path) ?? [];
  }

  /** @returns {string[][]} what is wrong at a place and inside it, each place apart */
  faultsIn(path) {
    return [...this.#faults].filter(([one]) => isIn(one, path)).map(([, messages]) => messages);
  }

  /** The field of a shape, inside another. */
  fieldFor(shape, parent, step) {
    const field = new (fieldClass(shape))(this, shape, parent, step);
    if (step === "id") field.element.classList.add("form-aside");
    return field;
  }

  /** @returns {Record<string, unknown>} a new object of a shape: its kind, and an identifier where it must have one */
  created(shape, kind = shape.kinds?.keys().next().value ?? shape.kind, taken = new Set(this.known().map(({ id }) => id))) {
    const object = shape.kinds?.get(kind) ?? shape;
    const made = kind === undefined ? {} : { kind };
    for (const [key, one] of object.fields()) {
      if (key === "id" && one.required) made.id = unused(kind?.[0] ?? "x", taken);
      else if (one.required && (one.type === "object" || one.type === "union")) made[key] = this.created(one, undefined, taken);
    }
    return made;
  }

  /** @returns {{ id: string, name: string }[]} whoever the dossier holds, each once */
  known() {
    const dossier = this.whole();
    if (this.#known.of !== dossier) this.#known = { of: dossier, all: [...people(dossier)] };
    return this.#known.all;
  }
}

/** @returns {Map<string, string[]>} messages by path, written as the form writes it */
export function faultsByPath(faults) {
  const found = new Map();
  for (const { path, message } of faults) {
    const plain = pathOf(stepsOf(path) ?? [path]);
    found.set(plain, [...(found.get(plain) ?? []), message]);
  }
  return found;
}

function isIn(path, place) {
  return place === "" || path === place || (path.startsWith(place) && ".[".includes(path[place.length]));
}

function fieldClass({ type, items, options }) {
  if (type === "object" || type === "union") return ObjectGroup;
  if (type === "truth") return Truth;
  if (options) return Choice;
  if (type !== "list") return Typed;
  if (items.type === "choice") return Words;
  return items.type === "object" || items.type === "union" ? ListGroup : Lines;
}

function unused(letter, taken) {
  let number = 1;
  while (taken.has(`${letter}-${number}`)) number += 1;
  return `${letter}-${number}`;
}

function* people(value) {
  const waiting = [value];
  const seen = new Set();
  while (waiting.length) {
    const one = waiting.pop();
    if (typeof one !== "object" || one === null) continue;
    if (typeof one.id === "string" && !seen.has(one.id)) {
      seen.add(one.id);
      yield { id: one.id, name: typeof one.name === "string" ? one.name : "" };
    }
    for (const inner of Object.values(one).reverse()) waiting.push(inner);
  }
}
