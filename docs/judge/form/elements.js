/**
 * An element, with its properties and what it holds; texts are texts, never markup.
 * @param {string} tag
 * @param {Record<string, any>} [properties] of the element; names with a hyphen, "role" and "for" are attributes
 * @param {...(Node | string | null)} held
 * @returns {HTMLElement & Record<string, any>}
 */
export function make(tag, properties = {}, ...held) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "for") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...held.filter((one) => one !== null));
  return element;
}

/**
 * Makes an element hold these nodes in this order, and moves none that stands right: the focus stays.
 * @param {Element} element
 * @param {Node[]} nodes
 */
export function hold(element, nodes) {
  const kept = new Set(nodes);
  for (const node of [...element.childNodes]) if (!kept.has(node)) node.remove();
  nodes.forEach((node, at) => {
    if (element.childNodes[at] !== node) element.insertBefore(node, element.childNodes[at] ?? null);
  });
}

/** A line of the form: what it is about at the left, the controls at the right. */
export function line(label, ...controls) {
  const left = make("div", { className: "form-label" }, label);
  const right = make("div", { className: "form-control" }, ...controls.filter(Boolean));
  return make("div", { className: "form-field" }, left, right);
}

/** @param {string} text @returns {string} the text, with a capital */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {string} text @returns {string} the text as one looks for it: no accents, no capitals */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
