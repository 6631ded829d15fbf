import { valueAt } from "./paths.js";

/**
 * What an object of a list is called by who reads the form: its name, or that of what it holds, or what it must say.
 * @param {import("./shapes.js").Shape} shape
 * @param {any} value
 * @param {import("./root.js").Root} root
 * @returns {string} empty where nothing in it names it
 */
export function nameOf(shape, value, root) {
  const object = variantOf(shape, value);
  if (!object) return "";
  const name = valueAt(value, ["name"]);
  if (typeof name === "string" && name.trim()) return name;
  const fields = [...object.fields()].filter(([key]) => key !== "id");
  const must = fields.filter(([, one]) => one.required);
  for (const [key, one] of must.length ? must : fields) {
    const words = wordsOf(one, valueAt(value, [key]), root);
    if (words) return words;
  }
  return String(valueAt(value, ["id"]) ?? "");
}

/**
 * What sets an object of a list apart besides its name: the first closed words that it says.
 * @returns {string}
 */
export function hintOf(shape, value, root) {
  const object = variantOf(shape, value);
  if (!object) return "";
  for (const [key, one] of object.fields()) {
    const inner = valueAt(value, [key]);
    const words = isObject(one) && one.required ? hintOf(one, inner, root) : closedWords(one, inner, root);
    if (words) return words;
  }
  return "";
}

function closedWords(shape, value, root) {
  if (shape.type === "choice") return wordsOf(shape, value, root);
  const isWords = shape.type === "list" && shape.items.type === "choice";
  return isWords && Array.isArray(value) ? value.map((word) => wordsOf(shape.items, word, root)).join(", ") : "";
}

/** @returns {import("./shapes.js").Shape | undefined} the shape of an object, or of the kind of a union that it is */
export function variantOf(shape, value) {
  return shape.type === "union" ? shape.kinds.get(valueAt(value, ["kind"])) : shape;
}

/** @param {string} day @param {string} lang @returns {string} a day as one reads it */
export function shownDay(day, lang) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const format = new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  return lang === "fr" ? format.format(date).replace(/^1 /, "1er ") : format.format(date);
}

function isObject(shape) {
  return shape.type === "object" || shape.type === "union";
}

function wordsOf(shape, value, root) {
  if (value === undefined || value === null) return "";
  if (isObject(shape)) return nameOf(shape, value, root);
  if (shape.type === "choice") return shape.options.find((one) => one.value === value)?.label ?? String(value);
  if (shape.type === "day") return shownDay(String(value), root.lang);
  if (shape.reference) return root.known().find(({ id }) => id === value)?.name || String(value);
  return shape.type === "text" || shape.type === "number" ? String(value) : "";
}
