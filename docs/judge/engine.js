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

export class Engine {
  #manifest;
  #lang;
  #onProgress;
  #worker;
  #waiting = new Map();
  #last = 0;

  /** @param {{manifest: string, lang: string, onProgress: (share: number) => void}} told */
  constructor({ manifest, lang, onProgress }) {
    this.#manifest = manifest;
    this.#lang = lang;
    this.#onProgress = onProgress;
  }

  /** Load it; resolves once it can be asked. */
  start() {
    // Begun by a blob, the worker is bound by the policy of this page: it too can ask nothing of other hosts.
    const beginning = URL.createObjectURL(
      new Blob([`import ${JSON.stringify(new URL("worker.js", import.meta.url).href)};`], { type: "text/javascript" }),
    );
    this.#worker = new Worker(beginning, { type: "module" });
    return new Promise((ready, broken) => {
      this.#worker.addEventListener("error", (event) => broken(new Error(event.message || `the engine did not start: ${event.filename}:${event.lineno}`)));
      this.#worker.addEventListener("message", ({ data }) => {
        if (data.of) this.#onProgress(Math.min(1, data.loaded / data.of));
        else if (data.ready) ready();
        else if (data.broken) broken(new Error(data.broken));
        else this.#answer(data);
      });
      this.#worker.postMessage({ start: this.#manifest });
    });
  }

  #answer({ id, answer, faults, refused, failed }) {
    const { resolve, reject } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    if (!resolve) return;
    if (failed) reject(new Error(failed));
    else if (faults || refused) reject(new Refused({ faults, refused }));
    else resolve(answer);
  }

  /**
   * Ask the library something, in the language of the page.
   * @param {string} name one of the calls of pages/judge/engine
   * @param {object} args what it is asked of
   * @param {ArrayBuffer} [data] the bytes of a file
   */
  call(name, args = {}, data = undefined) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, args: { lang: this.#lang, ...args }, data });
    });
  }

  /** Give up what is being worked out: the engine begins anew. */
  async stop() {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Stopped());
    this.#waiting.clear();
    await this.start();
  }
}
