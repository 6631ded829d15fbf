// What the theme leaves unsaid to those who read by ear or by keyboard.
const tell = () => {
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search / Recherche");
  document.querySelectorAll(".md-code__nav").forEach((nav, place) => nav.setAttribute("aria-label", `Code ${place + 1}`));
  document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code").forEach((wide) => {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  });
};
let waiting = 0; // the theme builds a page in many small steps: it is looked at once they are over
const soon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(tell, 50);
};
new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
addEventListener("load", tell);
addEventListener("resize", soon);

// Around a page in French the theme speaks French too.
const FRENCH = {
  "Skip to content": "Aller au contenu",
  "Search": "Rechercher",
  "Table of contents": "Sur cette page",
  "Back to top": "Retour en haut",
  "Previous": "Précédent",
  "Next": "Suivant",
};
const inFrench = (words) => words.replace(/[A-Z][a-z ]*[a-z]/, (found) => FRENCH[found] ?? found);
if (document.querySelector(".md-content div[lang=fr]")) {
  const around = ".md-skip, .md-search__input, .md-nav__title, .md-top, .md-footer__direction, .md-footer__link";
  document.querySelectorAll(around).forEach((one) => {
    for (const said of ["aria-label", "placeholder"]) {
      if (one.hasAttribute(said)) one.setAttribute(said, inFrench(one.getAttribute(said)));
    }
    for (const words of [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)) {
      const french = inFrench(words.data);
      if (french !== words.data) {
        words.data = french;
        one.lang = "fr";
      }
    }
  });
}

// No line begins with a French ":" or "?", and « stays with its word: outside code, their spaces do not break.
const prose = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, {
  acceptNode: (node) =>
    node.parentElement.closest("code, pre, script, style, svg") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
});
while (prose.nextNode()) {
  const words = prose.currentNode;
  const kept = words.data.replace(/(?<=\S) (?=[:;?!»])|(?<=«) /g, "\u00a0");
  if (kept !== words.data) words.data = kept;
}

// What is copied from an example is what one types: neither the prompts nor the answers.
const typed = (shown) =>
  shown
    .split("\n")
    .filter((line) => /^(>>>|\.\.\.)( |$)/.test(line))
    .map((line, place, lines) => (line.startsWith(">>>") && lines[place - 1]?.startsWith("...") ? "\n" : "") + line.slice(4))
    .join("\n");
document.querySelectorAll(".md-typeset pre > code").forEach((example) => {
  if (example.textContent.startsWith(">>> ")) example.parentElement.dataset.copy = typed(example.textContent);
});
