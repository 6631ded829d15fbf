"""What a law changed between two days, or what sets two laws apart on one day, as data."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from cpts_model.engine.citations import Article, ArticleVersion
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Rule

_DAY = timedelta(days=1)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class TextChange:
    """An article of which another version holds from a day on.

    ``None`` where no version of it is declared.
    """

    on: date
    article: Article
    old: ArticleVersion | None
    new: ArticleVersion | None

    def __repr__(self) -> str:
        return f"<TextChange {self.article.number} on {self.on}>"

    @property
    def begins(self) -> ArticleVersion | None:
        """The version that begins on that day, whichever of the two it is: its act made the change."""
        versions = (self.new, self.old)
        return next((one for one in versions if one is not None and one.period.start == self.on), None)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class RuleChange:
    """A rule of which another version holds from a day on.

    ``old`` is ``None`` for a rule that comes into force, ``new`` for one that ceases to be.
    ``texts`` are the articles it cites of which a version begins on that very day, as far as
    they are declared: none where the rule moves by itself (a time of grace that ends, a
    wording that was first seen on that day).
    """

    on: date
    rule_id: str
    old: Rule | None
    new: Rule | None
    texts: tuple[TextChange, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.old is None and self.new is None:
            raise ValueError(f"{self.rule_id}: a change has a rule on one side at least")

    def __repr__(self) -> str:
        return f"<RuleChange {self.rule_id} on {self.on}>"

    @property
    def rule(self) -> Rule:
        """The version to speak of: the new one, or the old one of a rule that ceases."""
        rule = self.new or self.old
        assert rule is not None
        return rule


@attrs.frozen(slots=True, kw_only=True, repr=False)
class LawDiff:
    """What changes from one law to another, step by step: by day, then in the order of the law.

    A rule that changed twice has two steps, so that each is told with its day and its text.
    From a day back to an earlier one the steps are those of the way back, latest first: what
    came into force ceases.
    """

    a: date
    b: date
    rules: tuple[RuleChange, ...]
    """Each step of each rule."""
    articles: tuple[TextChange, ...]
    """Each step of each article, whether a rule of ours moved with it or not."""

    def __repr__(self) -> str:
        rules, articles = len(self.rules), len(self.articles)
        return f"<LawDiff between {self.a} and {self.b}: rules: {rules}, articles: {articles}>"

    @property
    def empty(self) -> bool:
        """Whether nothing changes at all."""
        return not self.rules and not self.articles

    @property
    def begun(self) -> tuple[RuleChange, ...]:
        """The rules that come into force."""
        return tuple(step for step in self.rules if step.old is None)

    @property
    def ceased(self) -> tuple[RuleChange, ...]:
        """The rules that cease to be in force."""
        return tuple(step for step in self.rules if step.new is None)

    @property
    def replaced(self) -> tuple[RuleChange, ...]:
        """The rules that pass from one version to another."""
        return tuple(step for step in self.rules if step.old is not None and step.new is not None)

    @property
    def articles_alone(self) -> tuple[TextChange, ...]:
        """The articles that changed without any rule of ours that cites them."""
        with_rules = [text for step in self.rules for text in step.texts]
        return tuple(text for text in self.articles if text not in with_rules)

    def of(self, rule_id: str) -> tuple[RuleChange, ...]:
        """The steps of one rule, in order."""
        return tuple(step for step in self.rules if step.rule_id == rule_id)


def diff_days(law: Law, a: date, b: date) -> LawDiff:
    """What a law changes from one day to another, which may be an earlier one."""
    first, last = sorted((a, b))
    articles = tuple(_article_steps(law.articles, first, last))
    rules = tuple(_rule_steps(law, first, last, articles))
    forward = LawDiff(a=first, b=last, rules=rules, articles=articles)
    return forward if a <= b else _backward(forward)


def diff_laws(a: Law, b: Law, *, on: date) -> LawDiff:
    """What sets a law apart from another one on a day: rules and articles of one alone, or in another version."""
    articles = tuple(_articles_apart(a, b, on))
    ids = dict.fromkeys((*a.ids, *b.ids))
    pairs = ((rule_id, _in_force(a, rule_id, on), _in_force(b, rule_id, on)) for rule_id in ids)
    rules = tuple(
        RuleChange(on=on, rule_id=rule_id, old=old, new=new, texts=_cited(old, new, articles))
        for rule_id, old, new in pairs
        if old != new
    )
    return LawDiff(a=on, b=on, rules=rules, articles=articles)


def _in_force(law: Law, rule_id: str, on: date) -> Rule | None:
    return law.find(rule_id, on) if rule_id in law else None


def _rule_steps(law: Law, first: date, last: date, articles: Iterable[TextChange]) -> Iterator[RuleChange]:
    for day in law.changes:
        if not first < day <= last:
            continue
        on_that_day = tuple(text for text in articles if text.on == day)
        for rule_id in law.ids:
            old, new = law.find(rule_id, day - _DAY), law.find(rule_id, day)
            if old is not new:
                yield RuleChange(
                    on=day, rule_id=rule_id, old=old, new=new, texts=_cited(old, new, on_that_day)
                )


def _article_steps(articles: Iterable[Article], first: date, last: date) -> Iterator[TextChange]:
    steps = [
        TextChange(on=day, article=article, old=article.at(day - _DAY), new=article.at(day))
        for article in articles
        for day in article.changes
        if first < day <= last
    ]
    yield from sorted(steps, key=_day)


def _day(step: TextChange) -> date:
    return step.on


def _articles_apart(a: Law, b: Law, on: date) -> Iterator[TextChange]:
    olds, news = ({_key(one): one for one in law.articles} for law in (a, b))
    for key, article in (olds | news).items():
        old, new = (side[key].at(on) if key in side else None for side in (olds, news))
        if old != new:
            yield TextChange(on=on, article=article, old=old, new=new)


def _key(article: Article) -> tuple[str, str]:
    return article.code.slug, article.number


def _cited(old: Rule | None, new: Rule | None, texts: Iterable[TextChange]) -> tuple[TextChange, ...]:
    """The changes of the articles that a rule cites, in either version."""
    cited = {
        (citation.code.slug, citation.article)
        for rule in (old, new)
        if rule is not None
        for citation in (rule.cites, *rule.also_cites)
    }
    return tuple(text for text in texts if _key(text.article) in cited)


def _backward(diff: LawDiff) -> LawDiff:
    articles = [attrs.evolve(text, old=text.new, new=text.old) for text in reversed(diff.articles)]
    rules = [
        attrs.evolve(
            step,
            old=step.new,
            new=step.old,
            texts=tuple(attrs.evolve(text, old=text.new, new=text.old) for text in step.texts),
        )
        for step in reversed(diff.rules)
    ]
    return LawDiff(a=diff.b, b=diff.a, rules=tuple(rules), articles=tuple(articles))
