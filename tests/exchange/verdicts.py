"""What the reader and the schema say of one document, and the differences that are published."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from cpts_model import BadDossier, loads_register
from cpts_model.exchange.faults import Fault
from cpts_model.exchange.schema import dossier_schema

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "schema.md"

DIFFERENCES = {
    "order-of-days": r"^(left on .*, before joining|listed as a member on .*, (before joining|after leaving)"
    r"|deployed on .*, before it was started|received complete on .*, before it was sent"
    r"|dissolved on .*, and dissolution asked \d)",
    "doubles": r"is a member already",
    "versions": r"^(another version begins on the same day|say from which day each version is in force)$",
    "colleges": r"^two colleges are called",
    "missions": r" is told twice$",
    "quorum": r"^\d+/\d+ is no part of a whole$",
    "envelopes": r" is more than the contract's most, (?!0$)",
    "spread": r"^the fees are told one by one",
    "decimals": r" has more than \d decimals$| is not a number \(write digits, without exponent\)$",
    "exponent": r" is not a number \(write digits, without exponent\)$| is not a whole number ",
    "point": r"^\d+\.0+ is not a whole number ",
    "bound": r"^-?1000000000000000(\.\d+)? is too big",
    "nan": r"^-?(NaN|Infinity) is not a (whole )?number",
    "twice": r"^this key stands twice",
    "surrogates": r"holds half a character",
    "invisible": r"holds an invisible character \(U\+[0-9A-F]{5,6}\)$",
    "ids": r" is structures\[\d+\] already$",
    "kinds": r" is an? \w+ elsewhere and an? \w+ here",
}
"""How the reader words what a schema cannot say, by the name that the documentation gives it."""


def published() -> dict[str, str]:
    """The example of each difference on the page of the documentation."""
    rows = re.findall(r"^\| `([a-z-]+)` \|.*\| `(.+)` \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(rows)


def differences_of(fault: Fault, *, spread: bool = True) -> set[str]:
    """The published differences that a fault may be one of; ``spread`` where something is said of every member."""
    found = {name for name, said in DIFFERENCES.items() if re.search(said, fault.message)}
    return found if spread else found - {"spread"}


def faults_of(text: str) -> tuple[Fault, ...]:
    """What the reader refuses a text for."""
    try:
        loads_register(text)
    except BadDossier as bad:
        return bad.faults
    return ()


@cache
def validator(*, formats: bool = True) -> Any:
    """The reference validator, on the schema of dossiers."""
    from jsonschema import Draft202012Validator

    checker = Draft202012Validator.FORMAT_CHECKER if formats else None
    return Draft202012Validator(dossier_schema("fr"), format_checker=checker)


def disagreement(text: str) -> str:
    """What is wrong if the two verdicts on a text differ, and no published difference says why; else nothing."""
    faults = faults_of(text)
    errors = [error.message[:200] for error in validator().iter_errors(json.loads(text))]
    if errors and not faults:
        return f"the schema alone refuses it: {errors}"
    if faults and not errors:
        spread = "every_member" in text
        bare = [str(fault) for fault in faults if not differences_of(fault, spread=spread)]
        return f"the reader alone refuses it: {bare}" if bare else ""
    return ""
