"""The numbers that people get wrong, on the command line: what each is, and what follows from it."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.options import BREACH, FINE, Format, Format_, Lang_, Language
from cpts_model.cli.plain import both, either_way
from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.identifiers import Derived, Identification, near_misses, several, why_none
from cpts_model.exchange.identifiers import identify as read
from cpts_model.report.text import Line

_KEYS = {
    True: Text("clé juste", "the key holds"),
    False: Text("clé fausse", "the key does not hold"),
    None: Text("sans clé", "no key"),
}
_STYLES = {True: "satisfied", False: "breaches", None: "plain"}
_EXPECTED = Text(
    "clé fausse : {key} si tous les autres chiffres sont justes",
    "the key does not hold: it would be {key} if every other digit is right",
)
_NONE = Text("aucun identifiant reconnu", "no identifier recognised")
_IN_GROUPS = Text(
    "un numéro écrit par groupes se met entre guillemets : ensemble, ces mots en forment un",
    "put a number written in groups between quotes: together these words make one",
)

_SEVERAL = Text(
    "plusieurs numéros dans un même argument : chacun est lu à part",
    "several numbers in one argument: each is read by itself",
)


def identify(
    numbers: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER...",
            help="Numbers, as people write them; in quotes if spaced. Commas, semicolons and line breaks part them.",
        ),
    ],
    *,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say what numbers are: RPPS, ADELI, FINESS, SIREN, SIRET, idNatPS, idNatStruct, RPPS-rang, COG, RNA.

    Each is shown with what it may be, whether its key holds, and what follows from it (the SIREN of a SIRET,
    the idNatPS of an RPPS number). A number that is none is not repeated; what is wrong with it is told.

    Exit code: 0 each is an identifier whose key holds, or that has none (an ADELI number proves nothing);
    1 one is not.
    """
    given, numbers = numbers, [number for one in numbers for number in several(one)]
    found = [read(number) for number in numbers]
    if format is Format.json:
        show_json([_document(*pair) for pair in zip(numbers, found, strict=True)])
    else:
        if len(numbers) > len(given):
            show([Line(_SEVERAL.to(lang.value), "mend"), Line()])
        show(
            line
            for place, pair in enumerate(zip(numbers, found, strict=True), start=1)
            for line in _lines(place, *pair, lang.value)
        )
        if len(numbers) > 1 and not any(found) and read("".join(numbers)):
            show([Line(), Line(_IN_GROUPS.to(lang.value), "mend")])
    raise typer.Exit(FINE if all(any(one.sound for one in ones) for ones in found) else BREACH)


def _lines(place: int, number: str, found: tuple[Identification, ...], lang: Lang) -> Iterator[Line]:
    if not found:
        yield Line(f"{place}. {_NONE.to(lang)}", "breaches")
    else:
        yield Line(f"{place}. {found[0].number}", "head")
    for one in found:
        colon = " : " if lang == "fr" else ": "
        said = f"{one.kind.label.to(lang)}{colon}{one.written} ({_key(one, lang)})"
        yield Line(said, _STYLES[one.key_holds], indent=3)
        for derived in one.derived:
            yield Line(_derived(derived, lang), indent=6)
        if one.note is not None:
            yield Line(one.note.to(lang), "mend", indent=6)
    yield from (Line(reason.to(lang), "mend", indent=3) for reason in _reasons(number, found))


def _reasons(number: str, found: tuple[Identification, ...]) -> tuple[Text, ...]:
    """Why it is nothing sound, where it is not."""
    if any(one.sound for one in found):
        return ()
    return near_misses(number) if found else why_none(number)


def _key(one: Identification, lang: Lang) -> str:
    if one.expected is None:
        return _KEYS[one.key_holds].to(lang)
    return _EXPECTED.to(lang).format(key=one.expected)


def _derived(derived: Derived, lang: Lang) -> str:
    colon = " : " if lang == "fr" else ": "
    meaning = "" if derived.meaning is None else f" ({derived.meaning.to(lang)})"
    return f"{derived.label.to(lang)}{colon}{derived.value}{meaning}"


def _document(number: str, found: tuple[Identification, ...]) -> dict[str, Any]:
    return {
        "sound": any(one.sound for one in found),
        "identifications": [_identification(one) for one in found],
        "reasons": [both(reason) for reason in _reasons(number, found)],
    }


def _identification(one: Identification) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "label": both(one.kind.label),
        "number": one.number,
        "written": one.written,
        "key_holds": one.key_holds,
        "expected_key": one.expected,
        "derived": [
            {
                "id": derived.id,
                "label": both(derived.label),
                "value": derived.value,
                "meaning": either_way(derived.meaning),
            }
            for derived in one.derived
        ],
        "note": either_way(one.note),
    }
