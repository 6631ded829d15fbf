// What the library says of the dossier on the day: asked anew at each change, the last asked alone being shown.
import { isDay } from "./days.js";
import { h, refill, rendered, staying, the } from "./dom.js";
import { Refused } from "./engine.js";
import { linked } from "./links.js";
import { showTime } from "./time.js";
import { faultList, isStopped } from "./troubles.js";
import { dayInWords, say } from "./words.js";
import { ACROSS } from "./store.js";

/** Say something to who listens; to who sees, only what the page does not show already. */
export const announce = (said, { seen = false } = {}) => {
  the("status").textContent = said;
  the("status").classList.toggle("quiet", !seen);
};

const PARTS = new Set(["verdicts", "deadlines", "told"]);

export class Results {
  #store;
  #engine;
  #slider;
  #form;
  #shown;
  #onQuestions;
  #round = 0;
  #waited;
  #compared;
  #turns;
  #law = new Map();

  /** @param {{store: object, engine: object, slider: object, form: object, shown: () => string[], onQuestions: (panel: HTMLElement, questions: object[], dossier: object) => void}} told */
  constructor(told) {
    this.#onQuestions = told.onQuestions;
    [this.#store, this.#engine, this.#slider, this.#form, this.#shown] = [told.store, told.engine, told.slider, told.form, told.shown];
  }

  /** The day that others are compared with. */
  compareWith(day) {
    this.#compared = day;
    this.refresh();
  }

  /** Another dossier altogether. */
  forget() {
    this.#compared = this.#store.on;
    this.#turns = undefined;
    for (const panel of document.querySelectorAll(".results [role=tabpanel], #panel-questions")) panel.replaceChildren();
  }

  /** Ask anew whatever is shown. @param {string} [said] what to say before the verdict */
  async refresh(said = "") {
    const round = ++this.#round;
    const current = () => round === this.#round;
    the("work").setAttribute("aria-busy", "true");
    clearTimeout(this.#waited);
    this.#waited = setTimeout(() => announce(say("working"), { seen: true }), 400);
    try {
      if (this.#store.which === ACROSS) await this.#across(current);
      else await this.#one(current, said);
    } catch (failure) {
      if (isStopped(failure)) the("work").classList.add("stale");
      else if (current()) this.#failed(failure);
    } finally {
      if (current()) {
        clearTimeout(this.#waited);
        the("work").setAttribute("aria-busy", "false");
      }
    }
  }

  #failed(failure) {
    the("work").classList.add("stale");
    const faults = failure instanceof Refused ? failure.faults : [];
    const left = this.#form.showFaults(faults);
    const host = the("faults");
    const detail = faults.length ? faultList(left.length ? left : faults) : h("p", {}, failure instanceof Refused ? failure.message : say("failed", { why: failure.message }));
    host.replaceChildren(h("p", { class: "title" }, say("has_faults")), detail);
    host.hidden = false;
    announce("");
  }

  #fine() {
    clearTimeout(this.#waited);
    the("work").classList.remove("stale");
    the("faults").hidden = true;
    the("faults").replaceChildren();
  }

  async #one(current, said) {
    const { text, on, dossier } = this.#store;
    const asked = { dossier: text, on };
    const summary = await this.#engine.call("summary", asked);
    if (!current()) return;
    this.#fine();
    this.#form.showFaults([]);
    refill(the("summary"), rendered(summary.html));
    the("seen").textContent = summary.seen;
    announce([said, say("judged", { headline: summary.headline, day: dayInWords(on) })].filter(Boolean).join(" "), { seen: Boolean(said) });
    the("before").hidden = !(isDay(dossier.formed_on ?? "") && on < dossier.formed_on);
    for (const name of this.#shown()) {
      await this.#panel(name, asked, dossier, current);
      if (!current()) return;
    }
    await this.#marks(text, dossier, current);
  }

  async #panel(name, asked, dossier, current) {
    const panel = the(`panel-${name}`);
    if (PARTS.has(name)) {
      const html = await this.#engine.call("part", { ...asked, part: name });
      if (!current()) return;
      staying(panel, () => refill(panel, html ? linked(rendered(html)) : h("p", {}, say("nothing_told"))));
    } else if (name === "questions") {
      const questions = await this.#engine.call("questions", asked);
      if (!current()) return;
      the("tab-questions").textContent = questions.length ? say("questions_n", { n: questions.length }) : say("questions");
      this.#onQuestions(panel, questions, dossier);
    } else if (name === "time") {
      await this.#time(panel, asked, dossier, current);
    }
  }

  async #time(panel, asked, dossier, current) {
    const other = this.#compared ?? asked.on;
    const [timeline, found, law, turns] = [
      await this.#engine.call("part", { ...asked, part: "timeline" }),
      other === asked.on ? [] : await this.#engine.call("changes", { dossier: asked.dossier, a: other, b: asked.on }),
      await this.#lawDays(dossier.kind),
      await this.#turnsOf(asked.dossier),
    ];
    if (!current()) return;
    const span = this.#slider.lived();
    showTime(panel, { timeline, found, law, turns, span, other, on: asked.on, onGo: (day) => this.#store.moveTo(day), onCompare: (day) => this.compareWith(day) });
  }

  async #marks(text, dossier, current) {
    const [law, turns] = [await this.#lawDays(dossier.kind), await this.#turnsOf(text)];
    if (current()) this.#slider.mark(law, turns);
  }

  async #lawDays(kind) {
    if (!this.#law.has(kind)) this.#law.set(kind, await this.#engine.call("lawDays", { kind }));
    return this.#law.get(kind);
  }

  async #turnsOf(text) {
    if (this.#turns?.text !== text) {
      const [since, until] = this.#slider.lived();
      this.#turns = { text, found: await this.#engine.call("turns", { dossier: text, since, until }) };
    }
    return this.#turns.found;
  }

  async #across(current) {
    const found = await this.#engine.call("across", { register: this.#store.register, on: this.#store.on });
    if (!current()) return;
    this.#fine();
    announce(say("across_judged", { n: found.length, day: dayInWords(this.#store.on) }));
    the("summary").replaceChildren();
    the("seen").textContent = "";
    const shown = found.map(({ name, html }) => h("section", { class: "between" }, h("h2", {}, name), linked(rendered(html))));
    refill(the("panel-verdicts"), ...(found.length ? shown : [h("p", {}, say("across_none"))]));
    for (const name of ["deadlines", "time", "told", "questions"]) the(`panel-${name}`).replaceChildren();
    this.#slider.mark([], []);
  }
}
