import { capital, line, make } from "./elements.js";
import { pathOf } from "./paths.js";

/**
 * One place of a dossier, as the form shows it.
 *
 * `update` gives it the value that stands there now; `at` leads to a place inside it, built and opened on the
 * way; `change` hands a new value on.
 */
export class Field {
  /**
   * @param {import("./root.js").Root} root
   * @param {import("./shapes.js").Shape} shape
   * @param {Field | null} parent
   * @param {string | number | null} step from the parent to here
   */
  constructor(root, shape, parent, step) {
    Object.assign(this, { root, shape, parent, step });
    this.id = root.newId();
    this.label = capital(shape.title);
    this.fault = make("p", { className: "form-fault", id: `${this.id}-fault`, hidden: true, "aria-live": "polite" });
    this.help = shape.description
      ? make("p", { className: "form-help", id: `${this.id}-help` }, shape.description)
      : null;
  }

  steps() {
    return this.parent ? [...this.parent.steps(), this.step] : [];
  }

  change(value) {
    this.root.change(this.steps(), value);
  }

  say(key, values) {
    return this.root.say(key, values);
  }

  /** The fields that are built inside this one. @returns {Iterable<Field>} */
  children() {
    return [];
  }

  /** @returns {Field | null} */
  at(steps) {
    return steps.length === 0 ? this : null;
  }

  /** What carries the name of the field, for those who hear the page. @returns {HTMLElement[]} */
  controls() {
    return [];
  }

  /** Opens what folds. */
  open() {}

  focus() {
    const control = this.controls().find((one) => !one.disabled && one.tabIndex >= 0);
    control?.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
  }

  /** Shows what is wrong here: what was typed, or else what the library says of it. */
  showFault(typed = "") {
    this.typedFault = typed;
    const messages = typed ? [typed] : this.found();
    this.fault.textContent = messages.join(" ");
    this.fault.hidden = messages.length === 0;
    for (const control of this.controls()) {
      const ids = [this.help?.id, messages.length ? this.fault.id : null].filter(Boolean);
      this.tie(control, ids.join(" "), messages.length > 0);
    }
  }

  /** What the library says is wrong here. @returns {string[]} */
  found() {
    return this.root.faultsAt(pathOf(this.steps()));
  }

  /** Shows the faults again, here and inside. */
  refreshFaults() {
    this.showFault(this.typedFault);
    for (const child of this.children()) child.refreshFaults();
  }

  /** Ties a control to what explains it, and to what is wrong with it. */
  tie(control, ids, wrong) {
    if (ids) control.setAttribute("aria-describedby", ids);
    else control.removeAttribute("aria-describedby");
    if (wrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

/** A field on a line: its label at the left, its control at the right. */
export class Row extends Field {
  /**
   * @param {HTMLElement[]} controls what stands at the right
   * @param {HTMLElement | null} labelled what the label is of; null where it names a group
   */
  lay(controls, labelled) {
    const name = labelled
      ? make("label", { htmlFor: labelled.id, id: `${this.id}-label` }, this.label)
      : make("span", { id: `${this.id}-label` }, this.label);
    this.element = line(name, ...controls, this.fault);
    const needed = this.shape.required ? make("p", { className: "form-help form-needed" }, this.say("form.needed")) : null;
    name.after(...[this.help, needed].filter(Boolean));
  }

  /** Keeps the value that stands here, and marks what nobody told. */
  take(value) {
    [this.value, this.seen] = [value, true];
    this.element.classList.toggle("form-untold", value === undefined);
  }

  /** What the field says while nobody told it. */
  untold() {
    return this.say(this.shape.required ? "form.needed" : "form.unknown");
  }

  option(value, label, properties = {}) {
    return make("option", { value, ...properties }, label);
  }

  /** The choices that are no value: nobody knows, there is none. */
  states() {
    const none = this.shape.nullable ? [this.option("none", this.say("form.none"))] : [];
    return [this.option("", this.untold(), { disabled: this.shape.required }), ...none];
  }

  /** Says that what the dossier holds is no value for this field. */
  showUnfit(value) {
    this.showFault(this.say("form.unfit", { n: JSON.stringify(value).slice(0, 60) }));
  }
}
