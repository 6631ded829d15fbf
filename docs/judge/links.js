// Where the words of the library lead: to the page of the site that tells of a rule, to the text of an article.
import { h, the } from "./dom.js";
import { say } from "./words.js";

/** The page of each rule. @type {Record<string, string>} */
const LAW = JSON.parse(the("law").textContent);

/** A link that opens beside the page: what is at hand here is not left for it. */
const beside = (link) => {
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
};

/** Lead from the identifier of a rule to its page, and open all that leaves this page beside it. */
export const linked = (content) => {
  for (const link of content.querySelectorAll("a[href^='http']")) beside(link);
  for (const code of content.querySelectorAll(".standing > code")) {
    if (!Object.hasOwn(LAW, code.textContent)) continue;
    const link = beside(document.createElement("a"));
    link.href = LAW[code.textContent];
    const folded = code.closest("summary"); // which is a button: a link has no place in it
    if (folded) {
      link.append(say("on_site"));
      folded.parentElement.append(h("p", { class: "note on-site" }, link));
    } else {
      code.replaceWith(link);
      link.append(code);
    }
  }
  return content;
};
