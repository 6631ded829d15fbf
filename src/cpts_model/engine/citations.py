"""Where a rule is written: codes, articles, their versions in time, and how far we trust."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.dates import Period
from cpts_model.engine.text import Lang, Text


class Authority(Enum):
    """What kind of text speaks. Only law and regulation can make a blocking violation."""

    LAW = "law"
    REGULATION = "regulation"
    CONVENTION = "convention"
    CASE_LAW = "case_law"
    DOCTRINE = "doctrine"
    PRACTICE = "practice"
    STATUTES = "statutes"

    @property
    def label(self) -> Text:
        """The authority's name."""
        return _AUTHORITIES[self]

    @property
    def binds(self) -> bool:
        """Whether breaking it is a breach of law, and not only a warning."""
        return self in (Authority.LAW, Authority.REGULATION)

    @property
    def comes_into_force(self) -> bool:
        """Whether a text of this kind comes into force; a decision, a doctrine, a practice is only seen."""
        return self not in (Authority.CASE_LAW, Authority.DOCTRINE, Authority.PRACTICE)


_AUTHORITIES = {
    Authority.LAW: Text("loi", "law"),
    Authority.REGULATION: Text("règlement", "regulation"),
    Authority.CONVENTION: Text("convention", "agreement"),
    Authority.CASE_LAW: Text("jurisprudence", "case law"),
    Authority.DOCTRINE: Text("doctrine administrative", "administrative doctrine"),
    Authority.PRACTICE: Text("pratique", "practice"),
    Authority.STATUTES: Text("statuts", "statutes of the association"),
}


class Evidence(Enum):
    """How the text behind a rule is known.

    ``VERIFIED``: the text itself was read for the point stated. ``SECONDARY``: somebody
    else reports it. ``DERIVED``: inferred from verified facts.
    """

    VERIFIED = "verified"
    SECONDARY = "secondary"
    DERIVED = "derived"

    @property
    def label(self) -> Text:
        """The evidence, in words."""
        return _EVIDENCES[self]


_EVIDENCES = {
    Evidence.VERIFIED: Text("texte lu", "text read"),
    Evidence.SECONDARY: Text("source secondaire", "secondary source"),
    Evidence.DERIVED: Text("déduit", "derived"),
}


@attrs.frozen(slots=True)
class Code:
    """A code, a law, an agreement or a practice: what articles belong to."""

    slug: str
    name: Text
    short: str
    """As lawyers abbreviate it: ``CSP``."""
    of: Text
    """How it follows an article's number: « du code de la santé publique »."""


@attrs.frozen(slots=True)
class Citation:
    """The place in a text that says it.

    ``legifrance`` is the Légifrance identifier of the version read (``LEGIARTI…``,
    ``JORFTEXT…``), when it is known.
    """

    code: Code
    article: str
    paragraph: str | None = None
    legifrance: str | None = None

    @property
    def url(self) -> str | None:
        """The page of the version read on Légifrance, when its identifier is known."""
        if self.legifrance is None:
            return None
        kind = "codes/article_lc" if self.legifrance.startswith("LEGIARTI") else "jorf/id"
        return f"https://www.legifrance.gouv.fr/{kind}/{self.legifrance}"

    @property
    def short(self) -> str:
        """As lawyers note it: ``CSP, art. L6323-3, al. 2``."""
        article = f"art. {self.article}" if _numbered(self.article) else self.article
        return ", ".join(part for part in (self.code.short, article, self.paragraph) if part)

    def to(self, lang: Lang) -> str:
        """The citation spelt out: « article L6323-3 du code de la santé publique »."""
        if not _numbered(self.article):
            return f"{self.article} ({self.code.name.to(lang)})" if self.code.short else self.article
        paragraph = f", {self.paragraph}" if self.paragraph else ""
        number = "1er" if lang == "fr" and self.article == "1" else self.article
        return f"article {number}{paragraph} {self.code.of.to(lang)}"

    def __str__(self) -> str:
        return self.short


def _numbered(article: str) -> bool:
    """Whether this names an article (``L6323-3``, ``4``) and not a whole act."""
    return "".join(article.split()).lstrip("LRDA.-")[:1].isdigit()


@attrs.frozen(slots=True, kw_only=True)
class ArticleVersion:
    """An article between two changes.

    ``text_known`` is false where the article was in force and its wording was not found:
    a declared absence, so that a gap is never mistaken for silence of the law.
    """

    period: Period
    act: Text
    evidence: Evidence
    exists: bool = True
    text_known: bool = True
    legifrance: str | None = None
    note: Text | None = None


def not_yet(first_day: date, evidence: Evidence) -> ArticleVersion:
    """The time before an article: its declared absence, up to its first day."""
    return ArticleVersion(
        period=Period(None, first_day),
        act=Text("l'article n'existe pas encore", "the article does not exist yet"),
        evidence=evidence,
        exists=False,
    )


@attrs.frozen(slots=True, kw_only=True)
class Article:
    """An article of a code and its versions, oldest first.

    The versions follow one another without gap or overlap; where the article did not
    exist yet, a version with ``exists=False`` says so.

    Raises:
        ValueError: two versions overlap, or leave days uncovered between them.
    """

    code: Code
    number: str
    title: Text
    checked_on: date
    """The last day on which the newest version was seen in force."""
    versions: tuple[ArticleVersion, ...] = ()
    legifrance: str | None = None

    def __attrs_post_init__(self) -> None:
        for older, newer in zip(self.versions, self.versions[1:], strict=False):
            if older.period.end is None or older.period.end != newer.period.start:
                raise ValueError(
                    f"{self.number}: the version {older.period} is not followed at once by {newer.period}"
                )

    def at(self, on: date) -> ArticleVersion | None:
        """The version of a day; ``None`` before the first one declared."""
        return next((version for version in self.versions if on in version.period), None)

    def cite(self, paragraph: str | None = None) -> Citation:
        """A citation of the article, or of one place in it (``"3° a"``)."""
        return Citation(self.code, self.number, paragraph, self.legifrance)

    def alinea(self, number: int) -> Citation:
        """A citation of the n-th paragraph, as lawyers count them."""
        return self.cite(f"al. {number}")

    @property
    def changes(self) -> Iterator[date]:
        """The days on which a version begins."""
        return (version.period.start for version in self.versions if version.period.start is not None)


def _code(slug: str, short: str, fr: str, en: str, of_fr: str) -> Code:
    return Code(slug, Text(fr, en), short, Text(f"{of_fr}{fr}", f"of the {en}"))


CSP = _code("csp", "CSP", "code de la santé publique", "French public health code", "du ")
CSS = _code("css", "CSS", "code de la sécurité sociale", "French social security code", "du ")
CASF = _code(
    "casf", "CASF", "code de l'action sociale et des familles", "French code of social action", "du "
)
CRPA = _code(
    "crpa",
    "CRPA",
    "code des relations entre le public et l'administration",
    "French code of relations between the public and the administration",
    "du ",
)
CODE_CIVIL = _code("code-civil", "C. civ.", "code civil", "French civil code", "du ")
CGI = _code("cgi", "CGI", "code général des impôts", "French tax code", "du ")
CODE_CIVIL_LOCAL = _code(
    "code-civil-local",
    "C. civ. local",
    "code civil local d'Alsace-Moselle",
    "local civil code of Alsace-Moselle",
    "du ",
)
CODE_DU_TRAVAIL = _code("code-du-travail", "C. trav.", "code du travail", "French labour code", "du ")
LOI_1901 = _code(
    "loi-1901", "loi 1901", "loi du 1er juillet 1901", "law of 1 July 1901 on associations", "de la "
)
ACTES = _code("actes", "", "acte non codifié", "uncodified act", "de l'")
CONVENTIONS = _code("conventions", "", "accord conventionnel", "national agreement", "de l'")
PRATIQUE = _code("pratique", "", "pratique administrative", "administrative practice", "de la ")
STATUTS = _code("statuts", "", "statuts de l'association", "association's statutes", "des ")
