/**
 * What a JSON Schema of dossiers says of each field, in the few words that the form needs.
 *
 * @typedef {object} Shape
 * @property {"truth" | "day" | "number" | "text" | "choice" | "list" | "object" | "union"} type
 * @property {string} title
 * @property {string} [description]
 * @property {boolean} nullable whether null may stand there: there is known to be none
 * @property {boolean} required whether the key must be there
 * @property {Option[]} [options] of a choice
 * @property {boolean} [reference] whether the text names something else of the dossier
 * @property {boolean} [whole] of a number
 * @property {Record<string, any>} limits keywords that bound the value
 * @property {Shape} [items] of a list
 * @property {string} [kind] the word that the key "kind" must hold, of an object
 * @property {() => Map<string, Shape>} [fields] of an object, in the order of the schema
 * @property {Map<string, Shape>} [kinds] of a union, by the word that says which
 *
 * @typedef {{ value: any, label: string }} Option
 */

import { valueAt } from "./paths.js";

const NOT_ASKED = new Set(["$schema", "about", "source", "absent", "every_member"]);
const LIMITS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern", "not"];

/**
 * The shape of a structure of a kind, or null where the schema knows none.
 * @param {any} schema
 * @param {string} kind
 * @returns {Shape | null}
 */
export function structureOf(schema, kind) {
  return new Reader(schema).union(schema).get(kind) ?? null;
}

/**
 * The shape of what stands at a path of a dossier, or null where no field does.
 * @param {Shape} shape
 * @param {unknown} dossier
 * @param {import("./paths.js").Steps} steps
 * @returns {Shape | null}
 */
export function shapeAt(shape, dossier, steps) {
  let [at, value] = [shape, dossier];
  for (const step of steps) {
    if (at.type === "union") at = at.kinds.get(valueAt(value, ["kind"]));
    at = (at?.type === "list" && typeof step === "number" ? at.items : at?.fields?.().get(step)) ?? null;
    if (at === null) return null;
    value = valueAt(value, [step]);
  }
  return at;
}

/** Reads the shapes of a schema. */
class Reader {
  constructor(schema) {
    this.definitions = schema.$defs;
  }

  /**
   * @param {any} schema
   * @param {{ required?: boolean, key?: string }} [place]
   * @returns {Shape}
   */
  shape(schema, { required = false, key = "" } = {}) {
    const said = { refs: [], variants: [], conditions: [], nullable: false };
    this.gather(schema, said);
    return {
      title: said.title ?? key,
      description: schema.description,
      nullable: said.nullable,
      required,
      limits: Object.fromEntries(LIMITS.filter((word) => word in said).map((word) => [word, said[word]])),
      ...this.typed(said, key),
    };
  }

  /** Puts together what a schema says, itself or by reference, of one type or of that type and null. */
  gather(schema, said) {
    const { allOf = [], anyOf = [], $ref, ...plain } = schema;
    for (const [word, value] of Object.entries(plain)) said[word] ??= value;
    if ($ref) {
      said.refs.push($ref);
      this.gather(this.definitions[$ref.split("/").at(-1)], said);
    }
    for (const one of [...allOf, ...anyOf]) {
      if (one.type === "null") said.nullable = true;
      else if (one.if) said.variants.push(one);
      else if ("type" in one || "$ref" in one) this.gather(one, said);
      else said.conditions.push(one);
    }
  }

  typed(said, key) {
    if (said.variants.length) return { type: "union", kinds: this.union({ ...said, allOf: said.variants }) };
    if (said.enum) return { type: "choice", options: optionsOf(said) };
    if (said.type === "boolean") return { type: "truth" };
    if (said.type === "integer" || said.type === "number") return { type: "number", whole: said.type === "integer" };
    if (said.format === "date") return { type: "day" };
    if (said.type === "array") return { type: "list", items: this.shape(said.items) };
    if (said.type === "object") {
      return { type: "object", kind: said.properties.kind?.const, fields: once(() => this.fields(said)) };
    }
    return { type: "text", reference: key !== "id" && said.refs.includes("#/$defs/id") };
  }

  fields(said) {
    const must = new Set([...said.required, ...said.conditions.flatMap(toldOrAbsent)]);
    const asked = Object.entries(said.properties).filter(isAsked);
    return new Map(asked.map(([key, one]) => [key, this.shape(one, { required: must.has(key), key })]));
  }

  /** The shapes of a schema that tells its kinds with "if", by word. */
  union(schema) {
    const { enum: words, enumDescriptions: titles } = schema.properties.kind;
    const shapeOf = ({ if: when, then }) => {
      const word = when.properties.kind.const;
      return [word, { ...this.shape(then), title: titles[words.indexOf(word)] }];
    };
    return new Map(schema.allOf.map(shapeOf));
  }
}

function isAsked([key, schema]) {
  return key === "kind" ? !("const" in schema) : !NOT_ASKED.has(key);
}

/** The words of a closed list; a code that is written in capitals too is offered once. */
function optionsOf({ enum: words, enumDescriptions: labels = words }) {
  const options = words.map((value, at) => ({ value, label: labels[at] }));
  return options.filter(({ value }) => value === value.toUpperCase() || !words.includes(value.toUpperCase()));
}

/** The key of a condition that wants it told, or listed as absent: null may stand there, and nothing may not. */
function toldOrAbsent({ anyOf = [] }) {
  return anyOf.some((one) => one.properties?.absent) ? anyOf.find((one) => !one.properties).required : [];
}

function once(make) {
  let made;
  return () => (made ??= make());
}
