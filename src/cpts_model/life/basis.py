"""On what a dated statement rests: the text, its authority, how it is known and when it was last seen."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Citation, Evidence
from cpts_model.engine.explain import last_seen
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Lang


@attrs.frozen(slots=True, kw_only=True)
class Basis:
    """The text behind a statement that is no verdict: a state, a deadline, a line of money."""

    cites: Citation
    also_cites: tuple[Citation, ...] = ()
    authority: Authority
    evidence: Evidence
    checked_on: date | None
    """The last day on which the text was seen in force with this wording; ``None`` where nobody said."""
    source: str
    """Where it was seen."""
    rule_id: str | None = None
    """The rule that judges it, where there is one."""

    @classmethod
    def of(cls, rule: Rule) -> "Basis":
        """That of a rule, in the version given."""
        return cls(
            cites=rule.cites,
            also_cites=rule.also_cites,
            authority=rule.authority,
            evidence=rule.evidence,
            checked_on=rule.checked_on,
            source=rule.source,
            rule_id=rule.id,
        )

    def to(self, lang: Lang) -> str:
        """In words: « article L1434-12 du code de la santé publique (loi, texte lu, vu en vigueur le…) »."""
        return (
            f"{self.cites.to(lang)} ({self.authority.label.to(lang)}, {self.evidence.label.to(lang)}, "
            f"{last_seen(self.checked_on, self.authority, lang)})"
        )
