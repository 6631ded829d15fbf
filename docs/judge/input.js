// How a dossier comes in: a file that is dropped or chosen, a form to fill, an example.
import { h, the } from "./dom.js";
import { showSheet } from "./sheet.js";
import { tell } from "./troubles.js";
import { say } from "./words.js";

const MOST = 32 * 2 ** 20;

/** What people try that holds no dossier and no list this page reads: said by its name, whatever is in it. */
const OTHERS = /\.(pdf|docx?|odt|ods|numbers|pages|pptx?|png|jpe?g|gif|heic|zip|7z|html?|xml|eml|msg)$/i;

/** Wire the ways to begin. */
export class Input {
  #store;
  #engine;
  #status;
  /** @type {Map<string, Promise<ArrayBuffer>>} */
  #examples = new Map();

  constructor({ store, engine, onStatus }) {
    [this.#store, this.#engine, this.#status] = [store, engine, onStatus];
    const file = the("file");
    the("choose").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      if (file.files.length) this.take(file.files);
      file.value = "";
    });
    the("blank").addEventListener("click", () => this.blank(the("kind").value));
    for (const button of document.querySelectorAll("[data-example]")) {
      button.addEventListener("click", () => this.example(button.dataset.example));
    }
    this.#listenToDrops();
  }

  /** The kinds of structures and their names. */
  static kinds() {
    return [...the("kind").options].map(({ value, text }) => [value, text]);
  }

  /** Now that the engine can be asked. The examples come too, to be there without the network. */
  enable() {
    for (const { dataset } of document.querySelectorAll("[data-example]")) {
      this.#bytesOf(dataset.file).catch(() => {}); // told where the example is opened
    }
    for (const one of document.querySelectorAll("#begin :disabled")) one.disabled = false;
  }

  /** The bytes of an example, asked once and, where that failed, again. */
  #bytesOf(file) {
    const bytes = this.#examples.get(file) ?? bytesOf(`engine/examples/${file}`);
    this.#examples.set(file, bytes);
    bytes.catch(() => this.#examples.delete(file));
    return bytes;
  }

  #listenToDrops() {
    const drop = the("drop");
    const over = (on) => (event) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
      event.preventDefault();
      drop.classList.toggle("over", on);
    };
    // A file dropped beside the mark is not opened in place of the page.
    addEventListener("dragover", over(true));
    addEventListener("dragleave", (event) => event.relatedTarget === null && drop.classList.remove("over"));
    addEventListener("drop", (event) => {
      over(false)(event);
      if (event.dataTransfer?.files.length && !the("choose").disabled) this.take(event.dataTransfer.files);
    });
  }

  /** Whether what is at hand may be given up. */
  #may() {
    return !this.#store.unsaved || confirm(say("leave"));
  }

  /** An empty dossier of a kind. */
  static empty(kind) {
    return { kind, id: kind };
  }

  blank(kind) {
    if (!this.#may()) return;
    tell(the("trouble"));
    this.#store.open([Input.empty(kind)], { kind });
  }

  async example(name) {
    const button = [...document.querySelectorAll("[data-example]")].find(({ dataset }) => dataset.example === name);
    if (!button) return false;
    const { file, on } = button.dataset;
    try {
      const { dossiers } = await this.#engine.call("read", { name: file }, await this.#bytesOf(file));
      if (!this.#may()) return false;
      tell(the("trouble"));
      if (on) this.#store.moveTo(on);
      this.#store.open(dossiers, { example: name });
      return true;
    } catch (failure) {
      tell(the("trouble"), say("cannot_read", { name: file }), failure);
      return false;
    }
  }

  /** A file that somebody gives. */
  async take(files) {
    const trouble = the("trouble");
    const [file] = files;
    if (files.length > 1) return tell(trouble, say("one_file"));
    if (OTHERS.test(file.name)) return tell(trouble, say("formats", { name: file.name }));
    if (file.size > MOST) return tell(trouble, say("too_big", { n: MOST / 2 ** 20 }));
    tell(trouble);
    this.#status(say("reading", { name: file.name }));
    try {
      const data = await file.arrayBuffer();
      const found = await this.#engine.call("read", { name: file.name }, data);
      if (found.sheet) {
        showSheet(the("sheet"), { name: file.name, data, sheet: found.sheet, store: this.#store, engine: this.#engine, kinds: Input.kinds(), blank: Input.empty, may: () => this.#may() });
      } else if (this.#may()) {
        this.#store.open(found.dossiers, found.dossiers.length === 1 ? { kind: found.dossiers[0].kind } : {});
      }
    } catch (failure) {
      tell(trouble, say("cannot_read", { name: file.name }), failure);
      trouble.scrollIntoView({ block: "nearest" });
    } finally {
      this.#status("");
    }
  }
}

const bytesOf = async (address) => {
  const got = await fetch(address);
  if (!got.ok) throw new Error(`${address}: ${got.status}`);
  return got.arrayBuffer();
};

/** The names of the structures, to choose one. */
export const fillStructures = (store) => {
  const choice = the("structures");
  the("which").hidden = store.dossiers.length < 2;
  choice.replaceChildren(
    ...store.dossiers.map((dossier, place) => h("option", { value: place }, dossier.name || dossier.id)),
    ...(store.dossiers.length > 1 ? [h("option", { value: "across" }, say("across"))] : []),
  );
  choice.value = String(store.which);
};
