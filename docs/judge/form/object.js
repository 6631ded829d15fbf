import { capital, hold, line, make } from "./elements.js";
import { Group } from "./group.js";
import { variantOf } from "./names.js";
import { told, valueAt } from "./paths.js";

/** An object: unknown, none, or described by its fields. */
export class ObjectGroup extends Group {
  #fields = new Map();

  constructor(...place) {
    super(...place);
    if (this.shape.required) {
      this.element.open = true;
      this.element.classList.add("form-must");
    }
  }

  ways() {
    return [["described", "form.described"]];
  }

  became(word) {
    return { "": undefined, none: null, described: this.root.created(this.shape) }[word];
  }

  word() {
    return this.value === undefined ? "" : this.value === null ? "none" : "described";
  }

  holds(value) {
    return typeof value === "object" && value !== null && Object.keys(value).some((key) => key !== "id" && key !== "kind");
  }

  shows() {
    return this.shape.required || this.word() === "described";
  }

  sum() {
    if (this.value === undefined) return this.say(this.shape.required ? "form.needed" : "form.unknown");
    if (this.value === null) return this.say("form.none");
    return sumOf(this.root, variantOf(this.shape, this.value), this.value);
  }

  content() {
    const shape = variantOf(this.shape, this.value);
    if (this.shape.type === "union") this.#kinds(shape);
    if (shape !== this.shown) {
      this.#fields = new Map([...(shape?.fields() ?? [])].map(([key, one]) => [key, this.root.fieldFor(one, this, key)]));
      hold(this.inner, [...(this.kind ? [this.kind] : []), ...laidOut(this.#fields)]);
      this.shown = shape;
    }
    for (const [key, field] of this.#fields) field.update(told(this.value, key));
  }

  /** What the object is, where it can be of several kinds. */
  #kinds(shape) {
    if (!this.kind) {
      const options = [...this.shape.kinds].map(([value, { title }]) => make("option", { value }, capital(title)));
      this.which = make("select", { id: `${this.id}-kind` }, ...options);
      this.which.addEventListener("change", () => this.#turn(this.which.value));
      const label = make("label", { htmlFor: this.which.id }, this.say("form.kind"));
      this.kind = line(label, this.which);
    }
    this.which.value = shape?.kind ?? "";
  }

  /** Another kind keeps the facts that it has too. */
  #turn(word) {
    const before = this.value;
    const fields = this.shape.kinds.get(word).fields();
    const kept = Object.entries(before ?? {}).filter(([key]) => fields.has(key));
    this.change({ ...this.root.created(this.shape, word), ...Object.fromEntries(kept) });
    const lost = Object.keys(before ?? {}).some((key) => key !== "kind" && !fields.has(key));
    if (lost) this.offer(this.say("form.turned"), () => this.change(before));
  }

  children() {
    return this.#fields.values();
  }

  at(steps) {
    if (steps.length === 0) return this;
    this.open();
    if (this.inner.hidden) return this; // it has to be described first
    const [key, ...rest] = steps;
    return this.#fields.get(key)?.at(rest) ?? null;
  }
}

/** "3 told, 5 unknown": how much of an object is told. */
export function sumOf(root, shape, value, keys = [...(shape?.fields().keys() ?? [])]) {
  const asked = keys.filter((key) => key !== "id");
  const known = asked.filter((key) => told(value, key) !== undefined).length;
  const left = asked.length - known;
  const words = root.say(known < 2 ? "form.told_one" : "form.told", { n: String(known) });
  return `${words}, ${root.say(left < 2 ? "form.unknown_one" : "form.unknown_n", { n: String(left) })}`;
}

/** What must be there first, then what stands on a line, then the parts that fold; identifiers last of the lines. */
function laidOut(fields) {
  const all = [...fields].map(([key, field]) => ({ rank: rankOf(key, field), field }));
  return all.sort((one, other) => one.rank - other.rank).map(({ field }) => field.element);
}

/** @returns {number} where a field stands among the others */
export function rankOf(key, field) {
  if (field instanceof Group) return field.shape.required ? 0 : 3;
  return key === "id" ? 2 : 1;
}
