// Elements, made of words and never of markup.

/**
 * An element: `h("p", {class: "note"}, "words", otherElement)`. A property that begins with "on" is a listener.
 * @returns {HTMLElement}
 */
export const h = (name, properties = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.flat().filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
};

/** @returns {HTMLElement} the element of an id */
export const the = (id) => document.getElementById(id);

/** What the library's renderer wrote, as elements: it escapes all that comes from a dossier. */
export const rendered = (html) => {
  const held = document.createElement("template");
  held.innerHTML = html;
  return held.content;
};

/** Do something to a part of the page, and be there again where one was: at the same id, else at the nearest stop. */
export const staying = (host, change) => {
  const stops = () =>
    [...host.querySelectorAll("a[href], button, input, select, summary, textarea")].filter((one) => one.checkVisibility());
  const on = document.activeElement;
  const before = host.contains(on) ? stops().indexOf(on) : undefined;
  change();
  if (before === undefined || host.contains(document.activeElement)) return;
  ((on.id && the(on.id)) || stops()[before] || stops().at(-1) || host).focus();
};

/** Put something else into an element, leaving open what was open and where one was. */
export const refill = (host, ...inside) => {
  const place = (one) => {
    const named = one.closest("[id]");
    const among = [...named.querySelectorAll("details")];
    return `${named.id} ${among.indexOf(one)}`;
  };
  const open = new Set([...host.querySelectorAll("details[open]")].map(place));
  host.replaceChildren(...inside);
  for (const one of host.querySelectorAll("details")) if (open.has(place(one))) one.open = true;
};
