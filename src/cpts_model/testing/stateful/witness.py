"""A store beside a book, and what must hold of the store when an event was told to both."""

from collections.abc import Callable
from datetime import date

from hypothesis.stateful import RuleBasedStateMachine

from cpts_model.facts.structures import Structure
from cpts_model.register.change import Change
from cpts_model.register.register import Register
from cpts_model.testing.stateful.book import Book
from cpts_model.testing.stateful.comparing import Before, is_done, names_in, reasons, rolls_of, same_register
from cpts_model.testing.stateful.setting import DAYS, SAMPLED, first_structures
from cpts_model.testing.stateful.stores import Answer, Store


class Witness(RuleBasedStateMachine):
    """Looks on while events are told."""

    def __init__(self, opened: Callable[[tuple[Structure, ...]], Store]) -> None:
        super().__init__()
        self.store = opened(first_structures())
        self.book = Book()
        self.old: list[tuple[Before, date]] = []

    def teardown(self) -> None:
        """Close the store."""
        self.store.closed()

    def done(self, answer: Answer, before: Before, on: date, touched: set[str]) -> Change | None:
        """Check that an event was done and changed nothing else; what more it says of itself."""
        assert is_done(answer), f"the book holds that it is possible, the store refused it: {reasons(answer)}"
        self.changed(before, on, touched)
        if not isinstance(answer, Change):
            return None
        assert answer.register == self.store.register, "the register of what was done is not the store's"
        return answer

    def refused(self, answer: Answer, before: Before, why: str) -> None:
        """Check that an event was refused, and changed nothing."""
        assert not is_done(answer), f"the book holds that it is refused ({why}), the store did it"
        if isinstance(answer, Change):
            assert answer.memberships == (), "what was refused began or ended no membership"
            assert answer.obstacles, "a refusal says why: it has obstacles"
            same_register(answer.register, before.register, "the register of what was refused")
        self.unchanged(before)

    def raises(
        self,
        kind: type[Exception],
        event: Callable[[], Answer],
        before: Before,
        why: str,
        *,
        or_refuses: bool = False,
    ) -> None:
        """Check that an event raises, or else is refused where it may be, and changes nothing."""
        try:
            answer = event()
        except kind:
            self.unchanged(before)
            return
        if or_refuses:
            self.refused(answer, before, why)
            return
        raise AssertionError(f"{kind.__name__} was to be raised ({why}), the store answers {answer!r}")

    def unchanged(self, before: Before) -> None:
        """Check that everything is as it was."""
        for day in DAYS:
            before.still_says_the_same(day)
        same_register(self.store.register, before.register, "the store after what was to change nothing")

    def changed(self, before: Before, on: date, touched: set[str]) -> None:
        """The days before an event, and the structures it does not touch, are as they were."""
        before.still_says_the_same(on)
        after = self.store.register
        for structure in before.register:
            if structure.id not in touched:
                assert Register([after.structure(structure.id)]) == Register([structure]), (
                    f"what happened elsewhere ({', '.join(sorted(touched)) or 'nowhere'}) changed {structure.id}"
                )
        for day in SAMPLED:
            if day < on:
                now, then = names_in(rolls_of(after, day)), names_in(before.rolls[day])
                assert now == then, f"what happened on {on} made the members of {day} {now}, who were {then}"
        self.old = [*self.old[-2:], (before, on)]
