// The page: what is at hand, the engine, and the parts that show the one through the other.
import { staying, the } from "./dom.js";
import { isAskable, today } from "./days.js";
import { Engine } from "./engine.js";
import { DossierForm } from "./form/form.js";
import { Input, fillStructures } from "./input.js";
import { showQuestions } from "./questions.js";
import { Results, announce } from "./results.js";
import { Slider } from "./slider.js";
import { ACROSS, Store } from "./store.js";
import { Tabs } from "./tabs.js";
import { showTakeaway } from "./takeaway.js";
import { tell } from "./troubles.js";
import { lang, say, words } from "./words.js";

const manifest = document.body.dataset.engine;

/** How far the engine is. */
const loading = (said, share) => {
  the("loading").hidden = false;
  the("loading-words").textContent = said;
  the("loading-bar").hidden = share === undefined;
  the("loading-bar").value = share ?? 0;
};

const schema = async () => {
  const got = await fetch(`../schema/dossier.${lang}.json`);
  if (!got.ok) throw new Error(`dossier.${lang}.json: ${got.status}`);
  return got.json();
};

/** What the address asks: a day, an example, a kind; never a dossier. */
const address = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

const begin = async () => {
  if (!manifest) return loading(say("no_engine"));
  const store = new Store();
  const engine = new Engine({
    manifest,
    lang,
    onProgress: (share) => loading(share < 1 ? say("loading", { percent: Math.floor(share * 100) }) : say("starting"), share),
    onReady: () => loading(say("ready")),
    onBusy: (is) => {
      the("stop").hidden = !is;
    },
  });
  loading(say("loading", { percent: 0 }), 0);
  let form;
  try {
    const [fields] = await Promise.all([schema(), engine.start()]);
    form = wire({ store, engine, fields });
  } catch (failure) {
    return loading(say("broken", { why: failure.message }));
  }
  const { version } = await engine.call("about");
  the("version").textContent = say("judged_by", { version });
  store.moveTo(today());
  form.input.enable();
  let followed = "";
  const follow = async () => {
    const { on = "", example, kind } = address();
    // An anchor of the report, and the way back from it, ask for nothing.
    if (location.hash === followed || !(on || example || kind)) return;
    followed = location.hash;
    if (isAskable(on)) store.moveTo(on);
    if (example && (await form.input.example(example)) && isAskable(on)) store.moveTo(on);
    else if (Input.kinds().some(([one]) => one === kind)) form.input.blank(kind);
  };
  addEventListener("hashchange", follow);
  await follow();
};

const wire = ({ store, engine, fields }) => {
  const slider = new Slider({ store, onTrouble: (said) => announce(said) });
  const form = new DossierForm({ host: the("panel-dossier"), schema: fields, words, lang, onChange: (dossier) => store.change(dossier) });
  let results;
  const resultTabs = new Tabs(["verdicts", "deadlines", "time", "told"], () => results?.refresh());
  const tellingTabs = new Tabs(["questions", "dossier", "take"], () => results?.refresh());
  const open = (path) => {
    tellingTabs.show("dossier");
    for (let way = path; way && !form.reveal(way); way = way.replace(/(\.|^)[^.]+$/, ""));
  };
  results = new Results({
    store,
    engine,
    slider,
    form,
    shown: () => [resultTabs.shown, "questions"],
    onQuestions: (panel, questions, dossier) =>
      staying(panel, () =>
        showQuestions(panel, {
          questions,
          dossier,
          schema: fields,
          onOpen: open,
          onAnswer: (change) => store.change(change(store.dossier), say("answered")),
        }),
      ),
  });

  const show = ({ detail: said }) => {
    const across = store.which === ACROSS;
    the("work").hidden = false;
    document.body.classList.add("working");
    the("name").textContent = across ? say("across") : nameOf(store.dossier);
    the("undo").hidden = !store.canUndo;
    for (const name of ["deadlines", "time", "told", "questions", "dossier"]) the(`tab-${name}`).disabled = across;
    if (across) {
      resultTabs.show("verdicts");
      tellingTabs.show("take");
    }
    else form.show(store.dossier);
    fillStructures(store);
    showTakeaway(the("panel-take"), { store, engine, onTrouble: (failure) => tell(the("trouble"), "", failure) });
    results.refresh(said);
  };
  store.addEventListener("opened", (event) => {
    results.forget();
    form.forget();
    slider.reset();
    tellingTabs.show("questions");
    the("begin").open = false;
    show(event);
    the("name").focus();
  });
  the("summary").addEventListener("click", ({ target }) => target.closest("a") && resultTabs.show("verdicts"));
  store.addEventListener("changed", show);
  store.addEventListener("chosen", (event) => {
    results.forget();
    show(event);
  });
  store.addEventListener("moved", () => store.dossiers.length && results.refresh());
  the("structures").addEventListener("change", ({ target }) => store.choose(target.value === ACROSS ? ACROSS : Number(target.value)));
  the("undo").addEventListener("click", () => {
    store.undo();
    if (!store.canUndo) the("name").focus();
  });
  the("stop").addEventListener("click", async () => {
    await engine.stop();
    announce(say("stopped"), { seen: true });
  });
  addEventListener("beforeunload", (event) => store.unsaved && event.preventDefault());
  return { input: new Input({ store, engine, onStatus: (said) => announce(said, { seen: true }) }) };
};

/** What a structure is called: one that the page began has no name until it is told. */
const nameOf = ({ kind, id, name }) => name || (id !== kind && id) || say("unnamed");

begin();
