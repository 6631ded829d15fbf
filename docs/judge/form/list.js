import { capital, hold, line, make, plain } from "./elements.js";
import { Group } from "./group.js";
import { ObjectGroup } from "./object.js";
import { hintOf, nameOf } from "./names.js";

const PAGE = 25;
const FILTERED = 10;

/** One object of a list, summed up by its name. */
class Item extends ObjectGroup {
  constructor(root, shape, list, step) {
    super(root, { ...shape, required: true }, list, step);
    this.element.open = false;
    this.element.classList.replace("form-must", "form-item");
    const remove = make("button", { type: "button", className: "form-remove" }, this.say("form.remove"));
    remove.addEventListener("click", () => this.parent.remove(this));
    this.removing = make("div", { className: "form-removing" }, remove);
  }

  build() {
    if (this.built) return;
    super.build();
    this.body.append(this.removing);
  }

  update(value) {
    super.update(value);
    const name = this.parent.nameOf(this.step);
    this.title.replaceChildren(make("bdi", {}, name));
    this.removing.firstChild.setAttribute("aria-label", this.say("form.remove_one", { name }));
  }

  sum() {
    const hint = hintOf(this.shape, this.value, this.root);
    return hint === nameOf(this.shape, this.value, this.root) ? "" : hint;
  }
}

/** A list of objects: unknown, none, empty, or its items, of which a page is shown at a time. */
export class ListGroup extends Group {
  #items = [];
  #most = PAGE;
  #tools = null;
  /** Where an item stood that was removed, and the offer to bring it back. */
  gone = make("div", { className: "form-undo", role: "status" });
  gap = 0;
  #gone;

  ways() {
    return [["empty", "form.empty"], ["listed", "form.listed"]];
  }

  became(word) {
    return { "": undefined, none: null, empty: [], listed: [this.root.created(this.shape.items)] }[word];
  }

  word() {
    if (this.value === undefined) return "";
    return this.value === null ? "none" : this.list().length ? "listed" : "empty";
  }

  holds(value) {
    return Array.isArray(value) && value.length > 0;
  }

  shows() {
    return true;
  }

  list() {
    return Array.isArray(this.value) ? this.value : [];
  }

  sum() {
    const count = this.list().length;
    const key = { "": "form.unknown", none: "form.none", empty: "form.empty" }[this.word()];
    return key ? this.say(key) : this.say(count === 1 ? "form.item" : "form.items", { n: String(count) });
  }

  nameOf(index) {
    const number = `${capital(this.shape.items.title)} ${index + 1}`;
    return nameOf(this.shape.items, this.list()[index], this.root) || number;
  }

  content() {
    this.#tools ??= this.#makeTools();
    this.#items.length = this.list().length;
    const found = this.#found();
    const shown = found.slice(0, this.#most);
    this.held ??= make("div", { className: "form-list" });
    const nodes = shown.map((index) => this.#item(index).element);
    if (this.list().includes(this.#gone)) this.gone.replaceChildren(); // brought back otherwise
    if (this.gone.hasChildNodes()) nodes.splice(shown.filter((index) => index < this.gap).length, 0, this.gone);
    hold(this.held, nodes);
    this.#items.forEach((item, index) => item.update(this.list()[index]));
    const { filter, more, add } = this.#tools;
    filter.hidden = this.list().length <= FILTERED && !this.filter;
    more.hidden = shown.length === found.length;
    more.textContent = this.say("form.more", { n: String(Math.min(PAGE, found.length - shown.length)) });
    hold(this.inner, [filter, this.held, more, add]);
  }

  #makeTools() {
    const input = make("input", { type: "search", id: `${this.id}-filter`, autocomplete: "off" });
    input.addEventListener("input", () => {
      this.filter = plain(input.value.trim());
      this.#most = PAGE;
      this.content();
    });
    const label = make("label", { htmlFor: input.id }, this.say("form.filter"));
    const filter = line(label, input);
    const more = make("button", { type: "button", className: "form-more" });
    more.addEventListener("click", () => this.#showMore());
    const added = this.say("form.add_to", { name: this.shape.items.title });
    const add = make("button", { type: "button", className: "form-add" }, added);
    add.addEventListener("click", () => this.#add());
    return { filter, more, add, input };
  }

  #showMore() {
    const first = this.#found()[this.#most];
    this.#most += PAGE;
    this.content();
    this.#items[first].summary.focus();
  }

  /** The items that bear the words of the filter. */
  #found() {
    const all = this.list().map((_, index) => index);
    return this.filter ? all.filter((index) => plain(this.nameOf(index)).includes(this.filter)) : all;
  }

  #item(index) {
    this.#items[index] ??= new Item(this.root, this.shape.items, this, index);
    this.#items[index].update(this.list()[index]);
    return this.#items[index];
  }

  #add() {
    const index = this.list().length;
    this.change([...this.list(), this.root.created(this.shape.items)]);
    const item = this.at([index]);
    item.open();
    item.body.querySelector("input, select").focus();
  }

  /** @param {Item} item */
  remove(item) {
    const [index, gone, name] = [item.step, item.value, this.nameOf(item.step)];
    this.#items.splice(index, 1);
    this.#number();
    [this.gap, this.#gone] = [index, gone];
    this.offer(this.say("form.removed", { name }), () => this.#bring(item, gone, index), this.gone);
    const left = this.list().filter((_, at) => at !== index);
    this.change(left.length ? left : undefined);
    this.gone.querySelector("button").focus();
  }

  #bring(item, value, index) {
    const at = Math.min(index, this.list().length);
    this.#items.splice(at, 0, item);
    this.#number();
    this.change(this.list().toSpliced(at, 0, value));
  }

  #number() {
    this.#items.forEach((item, step) => Object.assign(item, { step }));
  }

  children() {
    return this.#items.filter(Boolean);
  }

  at(steps) {
    if (steps.length === 0) return this;
    const [index, ...rest] = steps;
    if (typeof index !== "number" || index >= this.list().length) return null;
    this.open();
    if (!this.#found().slice(0, this.#most).includes(index)) {
      this.filter = this.#tools.input.value = "";
      this.#most = Math.max(this.#most, Math.ceil((index + 1) / PAGE) * PAGE);
      this.content();
    }
    return this.#item(index).at(rest);
  }
}
