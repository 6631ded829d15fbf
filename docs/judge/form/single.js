import { fits } from "./checks.js";
import { capital, make } from "./elements.js";
import { Row } from "./field_base.js";

/** A word of a closed list, or one of the states, in one select. */
export class Choice extends Row {
  constructor(...place) {
    super(...place);
    const words = this.shape.options.map(({ label }, at) => this.option(String(at), capital(label)));
    this.select = make("select", { id: this.id }, ...this.states(), ...words);
    this.select.addEventListener("change", () => this.choose());
    this.lay([this.select], this.select);
  }

  controls() {
    return [this.select];
  }

  choose() {
    this.showFault();
    const word = this.select.value;
    if (word === "other") return;
    this.change(word === "none" ? null : word === "" ? undefined : this.shape.options[Number(word)].value);
  }

  update(value) {
    if (value === this.value && this.seen) return;
    this.take(value);
    this.select.querySelector("option[value=other]")?.remove();
    const at = this.shape.options.findIndex((one) => one.value === value);
    const special = value === undefined ? "" : value === null && this.shape.nullable ? "none" : "other";
    if (at < 0 && special === "other") this.select.append(this.option("other", String(value)));
    this.select.value = at < 0 ? special : String(at);
    this.showFault();
    if (special === "other" && !fits(this.shape, value)) this.showUnfit(value);
  }
}

/** Yes, no, or one of the states, as buttons of which one is on. */
export class Truth extends Row {
  constructor(...place) {
    super(...place);
    const labels = [
      ["true", this.say("form.yes")],
      ["false", this.say("form.no")],
      ...(this.shape.nullable ? [["none", this.say("form.none")]] : []),
      ["", this.untold()],
    ];
    this.radios = labels.map(([value]) => make("input", { type: "radio", name: this.id, id: `${this.id}-${value}`, value }));
    const shown = labels.map(([value, label], at) =>
      make("label", { className: "form-radio", htmlFor: `${this.id}-${value}` }, this.radios[at], label),
    );
    this.group = make("div", { className: "form-radios", role: "radiogroup", "aria-labelledby": `${this.id}-label` }, ...shown);
    this.group.addEventListener("change", (event) => this.choose(event.target.value));
    this.lay([this.group], null);
  }

  controls() {
    return [this.group];
  }

  focus() {
    const radio = this.radios.find((one) => one.checked) ?? this.radios[0];
    radio.scrollIntoView({ block: "center" });
    radio.focus({ preventScroll: true });
  }

  choose(word) {
    this.showFault();
    this.change({ true: true, false: false, none: null }[word]);
  }

  update(value) {
    if (value === this.value && this.seen) return;
    this.take(value);
    const word = value === undefined ? "" : value === null ? "none" : String(value);
    for (const radio of this.radios) radio.checked = radio.value === word;
    this.showFault();
    if (value !== undefined && value !== null && !fits(this.shape, value)) this.showUnfit(value);
  }
}
