// The day: a field, a slider, and marks for the days on which the law or a verdict moves.
import { h, the } from "./dom.js";
import { daysIn, isAskable, isDay, iso, number, today } from "./days.js";
import { capital, dayInWords, say } from "./words.js";

export class Slider {
  #store;
  #announce;
  #law = [];
  #turns = [];
  #waiting = 0;

  /** @param {{store: object, onTrouble: (said: string) => void}} told */
  constructor({ store, onTrouble }) {
    [this.#store, this.#announce] = [store, onTrouble];
    const { field, slide } = this.#parts;
    field.addEventListener("change", () => this.#asked(field.value));
    slide.addEventListener("input", () => {
      this.#show(iso(Number(slide.value)));
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => store.moveTo(iso(Number(slide.value))), 120);
    });
    the("today").addEventListener("click", () => this.#asked(today()));
    the("previous").addEventListener("click", () => this.#jump(-1));
    the("next").addEventListener("click", () => this.#jump(1));
    store.addEventListener("moved", () => this.#show(store.on));
  }

  get #parts() {
    return { field: the("on"), slide: the("slide"), ticks: the("ticks"), words: the("day-words") };
  }

  /** The first and last day of the slider: those that the dossier tells, and some around. */
  span() {
    const told = daysIn(this.#store.dossiers).sort();
    const [first, last] = [told[0] ?? today(), told.at(-1) ?? today()].map(number);
    const now = number(today());
    return [iso(Math.min(first - 60, number("2016-01-01"))), iso(Math.max(last + 365, now + 3 * 365))];
  }

  /** The days on which it makes sense to judge: not before the structure was formed, where that is told. */
  lived() {
    const [since, until] = this.span();
    const formed = this.#store.dossier?.formed_on;
    return [isDay(formed ?? "") && formed > since && formed < until ? formed : since, until];
  }

  /** Begin anew with other dossiers. */
  reset() {
    const [since, until] = this.span();
    const { slide } = this.#parts;
    slide.min = number(since);
    slide.max = number(until);
    this.#show(this.#store.on);
  }

  /** @param {{day: string}[]} law @param {{day: string, breaks: number, mends: number}[]} turns */
  mark(law, turns) {
    [this.#law, this.#turns] = [law, turns];
    this.#drawTicks();
    this.#tell(this.#store.on);
  }

  #asked(day) {
    const { field } = this.#parts;
    const good = isAskable(day);
    field.setCustomValidity(good ? "" : say("bad_day"));
    field.setAttribute("aria-invalid", String(!good));
    if (!good) {
      this.#parts.words.textContent = say("bad_day");
      this.#announce(say("bad_day"));
      return;
    }
    clearTimeout(this.#waiting);
    this.#store.moveTo(day);
    this.#show(day);
  }

  #marked() {
    return [...new Set([...this.#law, ...this.#turns].map(({ day }) => day))].sort();
  }

  #jump(way) {
    const from = this.#store.on;
    const days = this.#marked();
    const to = way > 0 ? days.find((day) => day > from) : days.findLast((day) => day < from);
    if (to) this.#asked(to);
  }

  #show(day) {
    const { field, slide } = this.#parts;
    field.value = day;
    field.setCustomValidity("");
    field.setAttribute("aria-invalid", "false");
    if (number(day) < Number(slide.min)) slide.min = number(day);
    if (number(day) > Number(slide.max)) slide.max = number(day);
    slide.value = number(day);
    slide.setAttribute("aria-valuetext", dayInWords(day));
    this.#tell(day);
  }

  /** Say what moves on a day, and where one can go from there. */
  #tell(day) {
    const moves = [
      this.#law.some((one) => one.day === day) ? say("that_day") : "",
      ...this.#turns.filter((one) => one.day === day).map(turnWords),
    ].filter(Boolean);
    this.#parts.words.textContent = capital([dayInWords(day), ...moves].join(" · "));
    const days = this.#marked();
    the("previous").disabled = !days.some((one) => one < day);
    the("next").disabled = !days.some((one) => one > day);
  }

  #drawTicks() {
    const { slide, ticks } = this.#parts;
    const [min, max] = [Number(slide.min), Number(slide.max)];
    const tick = (kind) => ({ day }) => {
      const at = (number(day) - min) / (max - min);
      if (at < 0 || at > 1) return null;
      const drawn = h("i", { class: kind });
      drawn.style.left = `${at * 100}%`;
      return drawn;
    };
    const turn = (one) => tick(one.breaks ? "turn breaks" : one.mends ? "turn mends" : "turn")(one);
    ticks.replaceChildren(...[...this.#law.map(tick("law")), ...this.#turns.map(turn)].filter(Boolean));
  }
}

/** How many verdicts turn on a day, and whether a breach begins or ends, in words. */
export const turnWords = ({ turns, breaks, mends }) =>
  [
    turns === 1 ? say("turn_one") : say("turn_many", { n: turns }),
    breaks ? say("turn_breaks") : "",
    mends ? say("turn_mends") : "",
  ]
    .filter(Boolean)
    .join(", ");
