// Tabs that arrows move along, and panels of which one is shown.

/**
 * @param {string[]} names of tabs `tab-…` and panels `panel-…`, in order
 * @param {(name: string) => void} onShow
 */
export class Tabs {
  #names;
  #onShow;

  constructor(names, onShow) {
    this.#names = names;
    this.#onShow = onShow;
    for (const name of names) {
      const tab = this.#tab(name);
      tab.addEventListener("click", () => this.show(name));
      tab.addEventListener("keydown", (event) => {
        const open = names.filter((one) => !this.#tab(one).disabled);
        const place = open.indexOf(name);
        const steps = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: open.length - 1 };
        if (!(event.key in steps)) return;
        event.preventDefault();
        const next = open[(steps[event.key] + open.length) % open.length];
        this.show(next);
        this.#tab(next).focus();
      });
    }
    this.show(names[0]);
  }

  #tab(name) {
    return document.getElementById(`tab-${name}`);
  }

  /** Show one panel. */
  show(name) {
    this.shown = name;
    for (const one of this.#names) {
      const chosen = one === name;
      this.#tab(one).setAttribute("aria-selected", String(chosen));
      this.#tab(one).tabIndex = chosen ? 0 : -1;
      document.getElementById(`panel-${one}`).hidden = !chosen;
    }
    this.#onShow(name);
  }
}
