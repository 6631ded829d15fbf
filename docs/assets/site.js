// What the theme leaves unsaid to those who read by ear or by keyboard.
const tell = () => {
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search / Recherche");
  document.querySelectorAll(".md-code__nav").forEach((nav, place) => nav.setAttribute("aria-label", `Code ${place + 1}`));
  document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code").forEach((wide) => {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  });
};
new MutationObserver(tell).observe(document.documentElement, { childList: true, subtree: true });
addEventListener("load", tell);
addEventListener("resize", tell);
