// The page: what is at hand, the engine, and the parts that show the one through the other.
import { the } from "./dom.js";
import { isDay, today } from "./days.js";
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

const schema = async () => (await fetch(`../schema/dossier.${lang}.json`)).json();

/** What the address asks: a day, an example, a kind; never a dossier. */
const address = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

const begin = async () => {
  if (location.protocol === "file:") return loading(say("from_disk"));
  if (!manifest) return loading(say("no_engine"));
  const store = new Store();
  const engine = new Engine({
    manifest,
    lang,
    onProgress: (share) => loading(share < 1 ? say("loading", { percent: Math.floor(share * 100) }) : say("starting"), share),
  });
  loading(say("loading", { percent: 0 }), 0);
  let form;
  try {
    const [fields] = await Promise.all([schema(), engine.start()]);
    form = wire({ store, engine, fields });
  } catch (failure) {
    return loading(say("broken", { why: failure.message }));
  }
  loading(say("ready"));
  const { version } = await engine.call("about");
  the("version").textContent = say("judged_by", { version });
  const asked = address();
  store.moveTo(isDay(asked.on ?? "") ? asked.on : today());
  form.input.enable();
  if (asked.example && (await form.input.example(asked.example)) && isDay(asked.on ?? "")) store.moveTo(asked.on);
  else if (Input.kinds().some(([kind]) => kind === asked.kind)) form.input.blank(asked.kind);
};

const wire = ({ store, engine, fields }) => {
  const slider = new Slider(store);
  const form = new DossierForm({ host: the("panel-dossier"), schema: fields, words, lang, onChange: (dossier) => store.change(dossier) });
  let said = "";
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
    onQuestions: (panel, questions, dossier) => {
      const place = placeIn(panel);
      showQuestions(panel, {
        questions,
        dossier,
        schema: fields,
        onOpen: open,
        onAnswer: (change) => {
          said = "answered";
          store.change(change(store.dossier));
        },
      });
      place?.();
    },
  });

  const show = () => {
    const across = store.which === ACROSS;
    the("work").hidden = false;
    document.body.classList.add("working");
    the("name").textContent = across ? say("across") : store.dossier.name || store.dossier.id || say("unnamed");
    the("undo").hidden = !store.canUndo;
    for (const name of ["questions", "dossier"]) the(`tab-${name}`).disabled = across;
    if (across) tellingTabs.show("take");
    else form.show(store.dossier);
    fillStructures(store);
    showTakeaway(the("panel-take"), { store, engine, onTrouble: (failure) => tell(the("trouble"), "", failure) });
    results.refresh(said);
    said = "";
  };
  store.addEventListener("opened", () => {
    results.forget();
    the("panel-questions").replaceChildren();
    slider.reset();
    tellingTabs.show("questions");
    the("begin").open = false;
    show();
    the("name").focus();
  });
  the("summary").addEventListener("click", ({ target }) => target.closest("a") && resultTabs.show("verdicts"));
  store.addEventListener("changed", show);
  store.addEventListener("chosen", () => {
    results.forget();
    show();
  });
  store.addEventListener("moved", () => store.dossiers.length && results.refresh());
  the("structures").addEventListener("change", ({ target }) => store.choose(target.value === ACROSS ? ACROSS : Number(target.value)));
  the("undo").addEventListener("click", () => {
    store.undo();
    announce(say("undone"), { seen: true });
  });
  the("stop").addEventListener("click", async () => {
    await engine.stop();
    announce(say("stopped"), { seen: true });
  });
  addEventListener("beforeunload", (event) => store.unsaved && event.preventDefault());
  return { input: new Input({ store, engine, onStatus: (said) => announce(said, { seen: true }) }) };
};

/** Where one is among the questions, to be there again once they are asked anew. */
const placeIn = (panel) => {
  if (!panel.contains(document.activeElement)) return undefined;
  const stops = () => [...panel.querySelectorAll("input, select, textarea")];
  const before = stops().indexOf(document.activeElement);
  return () => (stops()[before] ?? stops().at(-1) ?? panel).focus();
};

begin();
