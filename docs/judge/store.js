// What is at hand: one dossier or several, which one is looked at, and on which day. Nothing of it is kept anywhere else.

import { say } from "./words.js";

/** The structures of a register looked at together. */
export const ACROSS = "across";

export class Store extends EventTarget {
  /** @type {object[]} */
  dossiers = [];
  /** @type {number | "across"} */
  which = 0;
  on = "";
  /** What may stand in an address: nothing of a dossier. @type {Record<string, string>} */
  origin = {};
  #past = [];
  #taken = this.dossiers;

  /** Another set of dossiers. `said` is announced with the verdict, here and in `change`. */
  open(dossiers, origin, said = "") {
    this.dossiers = this.#taken = dossiers;
    this.which = 0;
    this.origin = origin;
    this.#past = [];
    this.#tell("opened", said);
  }

  /** The dossier looked at; none when it is all of them together. */
  get dossier() {
    return this.dossiers[this.which];
  }

  /** Its text, as the engine takes it. */
  get text() {
    return JSON.stringify(this.dossier);
  }

  /** The text of the register of all. */
  get register() {
    return JSON.stringify({ kind: "register", structures: this.dossiers });
  }

  /** Whether something was changed that was not taken away. */
  get unsaved() {
    return this.dossiers !== this.#taken;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  change(dossier, said = "") {
    this.#past.push(this.dossiers);
    if (this.#past.length > 200) this.#past.shift();
    this.dossiers = this.dossiers.with(this.which, dossier);
    this.#tell("changed", said);
  }

  undo() {
    this.dossiers = this.#past.pop();
    this.#tell("changed", say("undone"));
  }

  choose(which) {
    this.which = which;
    this.#tell("chosen");
  }

  moveTo(day) {
    if (day === this.on) return;
    this.on = day;
    this.#tell("moved");
  }

  taken() {
    this.#taken = this.dossiers;
  }

  /** What happened, and what to say of it to whoever listens. */
  #tell(what, said = "") {
    this.dispatchEvent(new CustomEvent(what, { detail: said }));
  }
}
