// The words of the page, in its language.

/** The language of the page. */
export const lang = document.documentElement.lang;

/** Every word, by its name. @type {Record<string, string>} */
export const words = JSON.parse(document.getElementById("words").textContent);

/** A word, its places filled: `say("line", {n: 3})`. */
export const say = (name, places = {}) =>
  words[name].replace(/\{(\w+)\}/g, (whole, place) => (place in places ? String(places[place]) : whole));

/** What stands between a name and what is said of it. */
export const COLON = lang === "fr" ? "\u00a0: " : ": ";

const LONG = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A day in words: « 1er mars 2026 ». */
export const dayInWords = (iso) => {
  const day = LONG.format(new Date(`${iso}T00:00:00Z`));
  return lang === "fr" ? day.replace(/^1 /, "1er ") : day;
};

/** With a capital. */
export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
