// The engine as the page sees it: questions and answers.

/** What the library says of what it was asked: where a dossier is wrong, or what stands in the way. */
export class Refused extends Error {
  /** @param {{faults?: {path: string, message: string, line: number | null}[], refused?: string}} said */
  constructor({ faults = [], refused = "" }) {
    super(refused || faults.map(({ path, message }) => `${path}: ${message}`).join("\n"));
    this.faults = faults;
  }
}

/** Stopped by whoever asked, before the answer came. */
export class Stopped extends Error {}

/** After how long somebody who waits may stop it, in milliseconds. */
const LONG = 400;

export class Engine {
  #manifest;
  #lang;
  #onProgress;
  #onReady;
  #onBusy;
  #code;
  /** What the engine is made of, once it has come: to begin anew, it asks nothing of the network. @type {Record<string, ArrayBuffer> | undefined} */
  #files;
  #worker;
  #waiting = new Map();
  #last = 0;
  #watching;

  /** @param {{manifest: string, lang: string, onProgress: (share: number) => void, onReady: () => void, onBusy: (is: boolean) => void}} told */
  constructor({ manifest, lang, onProgress, onReady, onBusy }) {
    this.#manifest = new URL(manifest, import.meta.url).href;
    this.#lang = lang;
    this.#onProgress = onProgress;
    this.#onReady = onReady;
    this.#onBusy = onBusy;
  }

  /** Load it; resolves once it can be asked. */
  async start() {
    const code = await fetch(new URL("worker.js", import.meta.url));
    if (!code.ok) throw new Error(`worker.js: ${code.status}`);
    // Begun by a blob, the worker is bound by the policy of this page: it too can ask nothing of other hosts.
    this.#code = URL.createObjectURL(new Blob([await code.text()], { type: "text/javascript" }));
    await this.#begin();
  }

  #begin() {
    this.#worker?.terminate();
    const worker = (this.#worker = new Worker(this.#code, { type: "module" }));
    return new Promise((ready, fail) => {
      let failed = false;
      const broken = (why) => {
        failed = true; // what other files go on loading says no more
        fail(new Error(why));
      };
      worker.addEventListener("error", (event) => broken(event.message || "the engine did not start"));
      worker.addEventListener("message", ({ data }) => {
        if (worker !== this.#worker) return; // given up meanwhile
        if (data.of && failed) return;
        if (data.of) this.#onProgress(Math.min(1, data.loaded / data.of));
        else if (data.files) this.#files = data.files;
        else if (data.ready) ready(this.#onReady());
        else if (data.broken) broken(data.broken);
        else this.#answer(data);
      });
      worker.postMessage({ start: this.#manifest, files: this.#files });
    });
  }

  #answer({ id, answer, faults, refused, failed, dead }) {
    const { resolve, reject } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    if (dead) this.#again();
    this.#watch();
    if (!resolve) return;
    if (failed) reject(new Error(failed));
    else if (faults || refused) reject(new Refused({ faults, refused }));
    else resolve(answer);
  }

  /** Begin anew after a question that it did not survive, and ask the others again. */
  #again() {
    this.#begin().catch(() => {}); // told to whoever asks
    for (const { message } of this.#waiting.values()) this.#worker.postMessage(message);
  }

  #watch() {
    if (!this.#waiting.size) {
      clearTimeout(this.#watching);
      this.#watching = undefined;
      this.#onBusy(false);
    } else this.#watching ??= setTimeout(() => this.#onBusy(true), LONG);
  }

  /**
   * Ask the library something, in the language of the page.
   * @param {string} name one of the calls of pages/judge/engine
   * @param {object} args what it is asked of
   * @param {ArrayBuffer} [data] the bytes of a file
   */
  call(name, args = {}, data = undefined) {
    const id = ++this.#last;
    const message = { id, name, args: { lang: this.#lang, ...args }, data };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, message });
      this.#worker.postMessage(message);
      this.#watch();
    });
  }

  /** Give up what is being worked out: the engine begins anew, from what it has loaded. */
  stop() {
    for (const { reject } of this.#waiting.values()) reject(new Stopped());
    this.#waiting.clear();
    this.#watch();
    this.#begin().catch(() => {}); // told to whoever asks
  }
}
