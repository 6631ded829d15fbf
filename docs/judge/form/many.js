import { fits } from "./checks.js";
import { capital, hold, make } from "./elements.js";
import { Row } from "./field_base.js";
import { pathOf } from "./paths.js";
import { Typed } from "./typed.js";

const MOST_BOXES = 10;

/** A list that stands on a line, and beside it what is known of it. */
class LineList extends Row {
  constructor(...place) {
    super(...place);
    const words = [this.option("empty", this.say("form.empty")), this.option("listed", this.say("form.listed"))];
    const name = this.say("form.state_of", { name: this.label });
    this.state = make("select", { id: this.id, className: "form-state", "aria-label": name }, ...this.states(), ...words);
    this.state.addEventListener("change", () => this.#choose(this.state.value));
    this.items = make("div", { className: "form-items", role: "group", "aria-labelledby": `${this.id}-label` });
    this.lay([this.items, this.state], null);
  }

  controls() {
    return [this.state];
  }

  focus() {
    this.element.scrollIntoView({ block: "center" });
    this.first().focus({ preventScroll: true });
  }

  list() {
    return Array.isArray(this.value) ? this.value : [];
  }

  #choose(word) {
    this.showFault();
    if (word === "listed") {
      this.show(this.list());
      this.first()?.focus();
    } else this.change({ "": undefined, none: null, empty: [] }[word]);
  }

  /** Without its last item, a list is unknown again: that it is empty is a fact, which is told. */
  hand(items) {
    this.showFault();
    this.change(items.length ? items : undefined);
  }

  update(value) {
    if (value === this.value && this.seen) return;
    this.take(value);
    const listed = this.list();
    this.state.value = value === undefined ? "" : value === null ? "none" : listed.length ? "listed" : "empty";
    this.show(listed);
    this.showFault();
    if (value !== undefined && value !== null && !fits(this.shape, value)) this.showUnfit(value);
  }
}

/** Words of a closed list: boxes to tick, or those chosen and a select that adds one. */
export class Words extends LineList {
  /** A word that is wrong has no place of its own. */
  found() {
    return this.root.faultsIn(pathOf(this.steps())).flat();
  }

  at(steps) {
    return steps.length <= 1 ? this : null;
  }

  get words() {
    return this.shape.items.options;
  }

  first() {
    return this.items.querySelector("input, select");
  }

  show(list) {
    if (this.words.length <= MOST_BOXES) this.#boxes(list);
    else hold(this.items, [...this.#chosen(list), this.#adding()]);
  }

  #boxes(list) {
    if (!this.boxes) {
      this.boxes = this.words.map(({ value }) => make("input", { type: "checkbox", value }));
      const labels = this.words.map(({ label }, at) => make("label", { className: "form-box" }, this.boxes[at], capital(label)));
      this.items.append(...labels);
      this.items.addEventListener("change", (event) => this.#tick(event.target));
    }
    for (const box of this.boxes) box.checked = list.includes(box.value);
    const others = list.filter((word) => !this.words.some(({ value }) => value === word));
    hold(this.items, [...this.boxes.map((box) => box.parentElement), ...this.#chosen(others)]);
  }

  #tick(box) {
    this.hand(box.checked ? [...this.list(), box.value] : this.list().filter((word) => word !== box.value));
  }

  #chosen(list) {
    return list.map((word) => {
      const label = capital(String(this.words.find(({ value }) => value === word)?.label ?? word));
      const remove = make("button", { type: "button", "aria-label": this.say("form.remove_one", { name: label }) }, "×");
      remove.addEventListener("click", () => {
        this.hand(this.list().filter((one) => one !== word));
        this.first().focus();
      });
      return make("span", { className: "form-chip" }, label, remove);
    });
  }

  #adding() {
    if (!this.adding) {
      const options = this.words.map(({ value, label }) => this.option(value, capital(label)));
      const name = this.say("form.add_to", { name: this.label });
      this.adding = make("select", { "aria-label": name }, this.option("", this.say("form.add")), ...options);
      this.adding.addEventListener("change", () => {
        if (this.adding.value) this.hand([...new Set([...this.list(), this.adding.value])]);
        this.adding.value = "";
      });
    }
    return this.adding;
  }
}

/** Days, numbers or texts, each in an input of its own; the last of them may not be told yet. */
export class Lines extends LineList {
  #lines = [];

  children() {
    return this.#lines;
  }

  first() {
    return this.#lines[0]?.input ?? this.add;
  }

  at(steps) {
    const [index, ...rest] = steps;
    return steps.length === 0 ? this : (this.#lines[index]?.at(rest) ?? null);
  }

  show(list) {
    this.add ??= this.#adding();
    while (this.#lines.length < list.length) this.#line();
    const draft = this.#lines.length > list.length && this.#lines.at(-1).draft;
    this.#lines.splice(list.length + (draft ? 1 : 0));
    this.#lines.forEach((line, at) => {
      line.draft = at >= list.length;
      if (!line.draft) line.update(list[at]);
    });
    hold(this.items, [...this.#lines.map((line) => line.element), this.add]);
  }

  #line() {
    const at = this.#lines.length;
    const shape = { ...this.shape.items, title: `${this.label} ${at + 1}`, required: true, description: undefined };
    const line = new Typed(this.root, shape, this, at);
    line.update(undefined);
    const remove = make("button", { type: "button", "aria-label": this.say("form.remove_one", { name: shape.title }) }, "×");
    remove.addEventListener("click", () => this.#remove(line));
    line.input.parentElement.append(remove);
    line.element.classList.add("form-line");
    this.#lines.push(line);
    return line;
  }

  #adding() {
    const name = this.say("form.add_to", { name: this.label });
    const add = make("button", { type: "button", className: "form-add", "aria-label": name }, this.say("form.add"));
    add.addEventListener("click", () => {
      const line = this.#lines.find((one) => one.draft) ?? this.#line();
      line.draft = true;
      hold(this.items, [...this.#lines.map((one) => one.element), this.add]);
      line.input.focus();
    });
    return add;
  }

  #remove(line) {
    const at = this.#lines.indexOf(line);
    this.#lines.splice(at, 1);
    this.#lines.forEach((one, step) => Object.assign(one, { step }));
    if (line.draft) this.show(this.list());
    else this.hand(this.list().filter((_, one) => one !== at));
    this.add.focus();
  }
}
