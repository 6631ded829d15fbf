import { fits, isDay, read, written } from "./checks.js";
import { make } from "./elements.js";
import { Row } from "./field_base.js";

/** A day, a number or a text: an input, and beside it what is known of it. Typing makes it known. */
export class Typed extends Row {
  constructor(...place) {
    super(...place);
    this.input = make("input", {
      id: this.id,
      type: "text",
      autocomplete: "off",
      spellcheck: false,
      required: this.shape.required,
      className: `form-${this.shape.type}`,
    });
    if (this.shape.type === "number") this.input.inputMode = this.shape.whole ? "numeric" : "decimal";
    this.input.addEventListener("input", () => this.type());
    this.input.addEventListener("blur", () => this.leave());
    if (this.shape.reference) this.input.addEventListener("focus", () => this.#list());
    this.state = this.#state();
    this.lay([this.input, this.state], this.input);
  }

  controls() {
    return [this.input];
  }

  #state() {
    if (this.shape.required && !this.shape.nullable) return null;
    const known = this.option("known", this.say("form.known"));
    const name = this.say("form.state_of", { name: this.label });
    const select = make("select", { className: "form-state", "aria-label": name }, ...this.states(), known);
    select.addEventListener("change", () => this.#chooseState(select.value));
    return select;
  }

  #chooseState(word) {
    if (word === "known") return this.input.focus();
    this.input.value = "";
    return this.#hand(word === "none" ? null : undefined);
  }

  /** What is typed is handed on once it is right; a day is told wrong once it is left, for it comes part by part. */
  type() {
    const found = this.#found();
    if (!found) return this.#empty();
    this.#sayState("known");
    if ("value" in found) return this.#hand(found.value);
    return this.input.type === "date" ? undefined : this.showFault(this.say(found.fault, found));
  }

  leave() {
    const found = this.#found();
    if (found?.fault) this.showFault(this.say(found.fault, found));
    if (!found) this.#sayState(this.value === null ? "none" : "");
  }

  /** What the input says: null where it says nothing. */
  #found() {
    if (this.input.validity.badInput) return { fault: "form.no_day" };
    return this.input.value === "" ? null : read(this.shape, this.input.value);
  }

  #empty() {
    if (this.shape.required) return this.showFault(this.say("form.needed_here"));
    this.#sayState("");
    return this.#hand(undefined);
  }

  #hand(value) {
    this.change(value);
    this.showFault();
  }

  #sayState(word) {
    if (this.state) this.state.value = word;
  }

  update(value) {
    if (value === this.value && this.seen) return;
    const own = this.seen && this.#reads(value);
    this.take(value);
    if (own) return; // what was typed stays as it was typed
    this.input.type = this.shape.type === "day" && (value === undefined || value === null || isDay(value)) ? "date" : "text";
    this.input.max = this.input.type === "date" ? "9999-12-31" : "";
    this.input.value = written(this.shape, value, this.root.lang);
    this.#sayState(value === undefined ? "" : value === null ? "none" : "known");
    this.showFault();
    this.#name();
    if (value !== undefined && value !== null && !fits(this.shape, value)) this.showUnfit(value);
    else if (this.shape.type === "day" && this.input.type === "text") this.showFault(this.say("form.no_day"));
  }

  #reads(value) {
    const found = this.#found();
    const same = found !== null && "value" in found && found.value === value;
    if (same) this.#name();
    return same;
  }

  /** Beneath an identifier, whose it is. */
  #name() {
    if (!this.shape.reference) return;
    this.named ??= this.fault.insertAdjacentElement("beforebegin", make("p", { className: "form-help" }));
    this.named.textContent = this.root.known().find((one) => one.id === this.input.value)?.name ?? "";
  }

  #list() {
    const options = this.root.known().map(({ id, name }) => make("option", { value: id }, name));
    const list = make("datalist", { id: `${this.id}-list` }, ...options);
    document.getElementById(list.id)?.remove();
    this.element.append(list);
    this.input.setAttribute("list", list.id);
  }
}
