import { fits } from "./checks.js";
import { hold, line, make } from "./elements.js";
import { Field } from "./field_base.js";
import { pathOf } from "./paths.js";

/**
 * A part that folds: its summary says what is known of it, and what it holds is built once it is opened.
 *
 * Whoever extends it says in `content` what it holds, in `sum` how it is summed up, in `made` what it begins with.
 */
export class Group extends Field {
  constructor(...place) {
    super(...place);
    this.title = make("span", { className: "form-title", id: `${this.id}-title` }, this.label);
    this.sums = make("span", { className: "form-sum" });
    this.wrong = make("span", { className: "form-wrong", hidden: true });
    this.summary = make("summary", { id: this.id }, this.title, this.sums, this.wrong);
    this.body = make("div", { className: "form-body" });
    this.element = make("details", { className: "form-group" }, this.summary, this.body);
    // Built before the part opens, so that the next key finds what it holds; "toggle" comes after.
    this.summary.addEventListener("click", () => this.build());
    this.element.addEventListener("toggle", () => this.element.open && this.build());
    this.bar = make("div", { className: "form-undo", role: "status" });
    this.top = [this.help, this.fault, this.#state(), this.bar].filter(Boolean);
    this.inner = make("div", { className: "form-inner" });
  }

  /** What is known of the part: a select; none where the part must be there. */
  #state() {
    if (this.shape.required) return null;
    const none = this.shape.nullable ? [["none", "form.none"]] : [];
    const states = [["", "form.unknown"], ...none, ...this.ways()];
    const options = states.map(([value, key]) => make("option", { value }, this.say(key)));
    const id = `${this.id}-state`;
    const label = make("label", { htmlFor: id, id: `${id}-label` }, this.say("form.what_is_known"));
    this.state = make("select", { id, "aria-labelledby": `${id}-label ${this.title.id}` }, ...options);
    this.state.addEventListener("change", () => this.#choose(this.state.value));
    const known = line(label, this.state);
    known.classList.add("form-known");
    return known;
  }

  controls() {
    return [this.summary];
  }

  #choose(word) {
    const before = this.value;
    this.change(this.became(word));
    if (this.holds(before)) this.offer(this.say("form.emptied", { name: this.label }), () => this.change(before));
  }

  /** Says what was done, beside a button that undoes it. */
  offer(said, undo, bar = this.bar) {
    const button = make("button", { type: "button", "aria-describedby": `${this.id}-done` }, this.say("form.undo"));
    button.addEventListener("click", () => {
      bar.replaceChildren();
      undo();
      this.summary.focus();
    });
    bar.replaceChildren(make("span", { id: `${this.id}-done` }, said), button);
  }

  open() {
    this.element.open = true;
    this.build();
  }

  focus() {
    this.open();
    super.focus();
  }

  build() {
    if (this.built) return;
    this.built = true;
    hold(this.body, [...this.top, this.inner]);
    this.#show();
  }

  update(value) {
    if (value === this.value && this.seen) return;
    [this.value, this.seen] = [value, true];
    this.sums.textContent = this.sum();
    this.showFault();
    if (this.built) this.#show();
    else if (this.element.open) this.build();
  }

  #show() {
    if (this.state) this.state.value = this.word();
    const unfit = this.value !== undefined && this.value !== null && !fits(this.shape, this.value);
    this.inner.hidden = unfit || !this.shows();
    if (!this.inner.hidden) this.content();
    if (unfit) this.showFault(this.say("form.unfit", { n: JSON.stringify(this.value).slice(0, 60) }));
  }

  showFault(typed) {
    super.showFault(typed);
    const count = this.root.faultsIn(pathOf(this.steps())).length;
    this.wrong.textContent = this.say(count === 1 ? "form.wrong_one" : "form.wrong", { n: String(count) });
    this.wrong.hidden = count === 0;
  }

  tie(control, ids) {
    if (ids) control.setAttribute("aria-describedby", ids);
    else control.removeAttribute("aria-describedby");
  }
}
