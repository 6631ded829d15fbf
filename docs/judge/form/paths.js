/**
 * Places in a dossier: "members[3].joined_on", or "$.members[3].joined_on" as faults write it.
 *
 * @typedef {(string | number)[]} Steps
 */

const STEP = /^(?:\.?([^.[\]]+)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\])/;

/**
 * The steps of a path, or null where it is none.
 * @param {string} path
 * @returns {Steps | null}
 */
export function stepsOf(path) {
  const steps = [];
  let left = path.startsWith("$") ? path.slice(1) : path;
  while (left) {
    const found = STEP.exec(left);
    if (!found) return null;
    const [whole, key, index, quoted] = found;
    steps.push(index === undefined ? (key ?? quoted) : Number(index));
    left = left.slice(whole.length);
  }
  return steps;
}

/**
 * @param {Steps} steps
 * @returns {string}
 */
export function pathOf(steps) {
  return steps
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

/**
 * What stands at a path; undefined where nothing does.
 * @param {unknown} dossier
 * @param {string | Steps} path
 */
export function valueAt(dossier, path) {
  const steps = typeof path === "string" ? stepsOf(path) : path;
  let found = steps === null ? undefined : dossier;
  for (const step of steps ?? []) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  return found;
}

/**
 * The dossier with another value at a path: a new one, which shares all the rest with the old.
 * What the path goes through is made where it is missing. A key that gets a value is no longer
 * listed under "absent".
 * @param {unknown} dossier
 * @param {string | Steps} path
 * @param {unknown} value undefined takes the key away
 */
export function withValue(dossier, path, value) {
  const steps = typeof path === "string" ? stepsOf(path) : path;
  if (steps === null) throw new TypeError(`${path} is no path of a dossier (write members[3].joined_on)`);
  if (steps.length === 0) return value;
  const [step, ...rest] = steps;
  const inner = valueAt(dossier, [step]);
  const held = rest.length ? withValue(inner, rest, value) : value;
  return typeof step === "number" ? withItem(dossier, step, held) : withKey(dossier, step, held);
}

function withItem(list, index, value) {
  const items = Array.isArray(list) ? list : [];
  if (value === undefined) return items.filter((_, at) => at !== index);
  return index < items.length ? items.with(index, value) : [...items, value];
}

function withKey(object, key, value) {
  const plain = typeof object === "object" && object !== null && !Array.isArray(object) ? object : {};
  const held = Object.entries(plain).filter(([one]) => one !== key || value !== undefined);
  const entries = held.map(([one, was]) => [one, one === key ? value : was]);
  if (value !== undefined && !Object.hasOwn(plain, key)) entries.push([key, value]);
  return Object.fromEntries(entries.flatMap(([one, was]) => withoutAbsent(one, was, key)));
}

function withoutAbsent(one, value, key) {
  if (one !== "absent" || !Array.isArray(value) || !value.includes(key)) return [[one, value]];
  const left = value.filter((absent) => absent !== key);
  return left.length ? [[one, left]] : [];
}

/**
 * The value of a key, null where the object lists it under "absent".
 * @param {Record<string, unknown>} object
 * @param {string} key
 */
export function told(object, key) {
  const value = valueAt(object, [key]);
  if (value !== undefined) return value;
  const absent = valueAt(object, ["absent"]);
  return Array.isArray(absent) && absent.includes(key) ? null : undefined;
}
