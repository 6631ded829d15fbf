import { stepsOf, valueAt, withValue } from "./paths.js";
import { Root } from "./root.js";
import { shapeAt, structureOf } from "./shapes.js";

/**
 * One field of a dossier, with its three states, away from the form.
 *
 * @param {object} about
 * @param {any} about.schema the JSON Schema of dossiers
 * @param {Record<string, string>} about.words of the page
 * @param {"fr" | "en"} about.lang
 * @param {string} about.kind of the structure: "cpts"
 * @param {any} about.dossier
 * @param {string} about.path "members[3].joined_on"
 * @param {(value: any) => void} about.onChange told each change: undefined where nobody knows, null where there is none
 * @param {string} about.idPrefix what the identifiers of elements begin with, apart from all others of the page
 * @returns {HTMLElement | null} null where the path is no field of the schema
 */
export function fieldOf({ schema, words, lang, kind, dossier, path, onChange, idPrefix }) {
  const structure = structureOf(schema, kind);
  const steps = stepsOf(path);
  const shape = structure && steps?.length ? shapeAt(structure, dossier, steps) : null;
  if (!shape) return null;
  let whole = dossier;
  const handOn = (value) => {
    whole = withValue(whole, steps, value);
    onChange(value);
  };
  const root = new Root({ words, lang, idPrefix, onChange: handOn, dossier: () => whole });
  root.begin(root.fieldFor(shape, null, null), valueAt(dossier, steps));
  root.field.element.classList.add("form-alone");
  root.field.open();
  return root.field.element;
}
