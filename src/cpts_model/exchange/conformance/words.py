"""What is said of a code, in French and in English."""

from datetime import date

from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Text
from cpts_model.exchange.nomenclatures.system import CodeSystem, day_of
from cpts_model.facts.nomenclature import R85, R291, NomenclatureCode
from cpts_model.facts.professions import Profession


def deprecated(code: NomenclatureCode, since: date) -> Text:
    """A code that is not to be used any more."""
    instead = _instead(code.replaced_by)
    return Text(
        f"{_named(code)} est obsolète depuis le {format_day(since, 'fr')} : {instead.fr}",
        f"{_named(code)} is deprecated since {format_day(since, 'en')}: {instead.en}",
    )


def not_yet_valid(code: NomenclatureCode, since: date) -> Text:
    """A code that is not to be used yet."""
    return Text(
        f"{_named(code)} n'est valable qu'à partir du {format_day(since, 'fr')}",
        f"{_named(code)} is valid only from {format_day(since, 'en')} on",
    )


def unknown(system: CodeSystem, code: str) -> Text:
    """A code that is not in a nomenclature that was read whole."""
    where, version = system.read_in or system.label, _version(system.version)
    return Text(
        f"{system.label}#{code} n'est pas dans {where}{version.fr}",
        f"{system.label}#{code} is not in {where}{version.en}",
    )


def unread(system: CodeSystem, code: str) -> Text:
    """A code that is not in the part of a nomenclature that was read."""
    version = _version(system.version)
    return Text(
        f"{system.label}#{code} n'est pas parmi les codes lus de {system.label}{version.fr}, qui n'ont pas tous été lus : "
        "vérifier qu'il existe",
        f"{system.label}#{code} is not among the codes of {system.label}{version.en} that were read, which are not "
        "all: check that it exists",
    )


def no_form(system: CodeSystem) -> Text:
    """A text that is no code at all; it is not repeated."""
    return Text(
        f"ce texte n'a pas la forme d'un code de {system.label}",
        f"this text has not the form of a code of {system.label}",
    )


def without_code(profession: Profession, on: date) -> Text:
    """A profession that no nomenclature codes, ever or that day."""
    label = profession.label
    if not profession.codes:
        return Text(
            f"{label.fr} : aucun code n'a été trouvé dans les nomenclatures lues",
            f"{label.en}: no code was found in the nomenclatures that were read",
        )
    return Text(
        f"{label.fr} : aucun code n'est valable le {format_day(on, 'fr')}",
        f"{label.en}: no code is valid on {format_day(on, 'en')}",
    )


def last_seen(system: str, version: str) -> Text:
    """Up to when a nomenclature is known."""
    name, day = _short(system), day_of(version)
    return Text(
        f"{name} : version du {format_day(day, 'fr')}, la dernière lue ; ce qui aurait changé depuis n'est pas connu",
        f"{name}: version of {format_day(day, 'en')}, the last that was read; what may have changed since is not known",
    )


def _named(code: NomenclatureCode) -> str:
    return f"{_short(code.token)} ({code.label})"


def _instead(replaced_by: str | None) -> Text:
    if replaced_by is None:
        return Text("aucun code de remplacement n'a été lu", "no code that replaces it was read")
    written = _short(replaced_by)
    if replaced_by.startswith(R85):
        by_role = f"{_short(R291)}#99"
        return Text(f"écrire {by_role}, avec le rôle {written}", f"write {by_role}, with the role {written}")
    return Text(f"écrire {written}", f"write {written}")


def _version(version: str | None) -> Text:
    if version is None:
        return Text(" (version non lue)", " (version not read)")
    day = day_of(version)
    return Text(f" (version du {format_day(day, 'fr')})", f" (version of {format_day(day, 'en')})")


def _short(name: str) -> str:
    """``TRE_G15#35`` for ``TRE_G15-ProfessionSante#35``."""
    system, sharp, code = name.partition("#")
    return f"{system.partition('-')[0]}{sharp}{code}"
