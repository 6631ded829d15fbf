/**
 * What people type, read as a value of a dossier or refused with the reason.
 *
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {{ value: any } | { fault: string, n?: string }} Read `fault` is a key of the words
 */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DECIMALS = 2;
const EARLIEST = "1000-01-01";

/**
 * @param {Shape} shape of a day, a number or a text
 * @param {string} typed
 * @returns {Read}
 */
export function read(shape, typed) {
  if (shape.type === "day") return readDay(typed);
  if (shape.type === "number") return readNumber(shape, typed);
  return readText(shape.limits, typed);
}

/**
 * Whether a value that a dossier holds is of a type: what is not is shown as it stands, to be mended.
 * @param {Shape} shape
 * @param {unknown} value
 */
export function fits(shape, value) {
  switch (shape.type) {
    case "truth":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "list":
      return Array.isArray(value);
    case "choice":
      return shape.options.some((one) => one.value === value || one.value === String(value).toUpperCase());
    case "object":
    case "union":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return typeof value === "string";
  }
}

/**
 * A value as it stands in its input.
 * @param {Shape} shape
 * @param {unknown} value
 * @param {string} lang
 */
export function written(shape, value, lang) {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return lang === "fr" ? String(value).replace(".", ",") : String(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** @returns {boolean} whether a text is a day of the calendar, as a dossier writes it */
export function isDay(text) {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Years come digit by digit: one of fewer than four is not finished. */
function readDay(typed) {
  if (!isDay(typed)) return { fault: "form.no_day" };
  return typed < EARLIEST ? { fault: "form.year" } : { value: typed };
}

function readNumber({ whole, limits }, typed) {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".").replace("\u2212", "-");
  if (!/^-?\d+(\.\d*)?$/.test(plain)) return { fault: "form.no_number" };
  const [digits, decimals = ""] = plain.split(".");
  const left = decimals.replace(/0+$/, "");
  if (whole && left) return { fault: "form.no_whole" };
  if (left.length > DECIMALS) return { fault: "form.decimals", n: String(DECIMALS) };
  const shortest = digits.replace(/^(-?)0+(?=\d)/, "$1") + (left && `.${left}`);
  const value = Number(shortest);
  // A number that JSON would round is refused: no cent is lost.
  if (String(value) !== shortest) return { fault: "form.too_big" };
  return outOf(limits, value) ?? { value };
}

function outOf({ minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity }, value) {
  if (Math.abs(value) >= 1e15) return { fault: "form.too_big" };
  if (value < minimum || value <= exclusiveMinimum) return { fault: "form.at_least", n: String(minimum) };
  if (value > maximum || value >= exclusiveMaximum) return { fault: "form.at_most", n: String(maximum) };
  return null;
}

function readText({ not, pattern }, typed) {
  if (!typed.isWellFormed()) return { fault: "form.hidden" };
  if (not?.pattern && new RegExp(not.pattern).test(typed)) return { fault: "form.hidden" };
  if (!pattern || new RegExp(pattern).test(typed)) return { value: typed };
  return { fault: typed.trim() ? "form.edges" : "form.blank" };
}
