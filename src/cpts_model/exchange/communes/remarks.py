"""What is said of the communes that were given: what became of a code, and what is to be confirmed."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.communes.names import of_commune
from cpts_model.exchange.communes.table import Commune, CommuneKind

SHOWN = 6
"""How many candidates a remark lists."""

_LONGEST = 40


class RemarkKind(Enum):
    """What a remark is about."""

    DUPLICATE = "doublon"
    RENUMBERED = "code-renumerote"
    FORMER_WHOLE = "anciens-codes-tous-donnes"
    FORMER_PART = "ancien-code"
    FORMER_MIXED = "ancien-et-nouveau-code"
    FORMER_SEVERAL = "ancien-code-de-plusieurs"
    CITY_AND_ARRONDISSEMENTS = "ville-et-arrondissements"
    NO_SUCH_LINE = "arrondissement-absent-de-la-table"
    NO_FIGURE = "sans-chiffre"
    MASKED = "chiffre-masque"
    POSTAL = "code-postal"
    FORMER_OR_POSTAL = "ancien-code-ou-code-postal"
    POSTAL_TOO = "code-postal-peut-etre"
    ALL_POSTAL_TOO = "tous-codes-postaux-peut-etre"
    HOMONYM = "homonyme"
    FOREIGN = "commune-etrangere"
    OVERSEAS = "outre-mer-absent-de-la-table"
    UNKNOWN_CODE = "code-inconnu"
    NAME = "nom-de-commune"

    @property
    def is_doubt(self) -> bool:
        """Whether somebody has to confirm it; else it is told for information."""
        return self not in _FOR_INFORMATION

    @property
    def leaves_out(self) -> bool:
        """Whether the code was not taken: what it stands for is not known."""
        return self in _LEFT_OUT


_FOR_INFORMATION = frozenset({RemarkKind.DUPLICATE, RemarkKind.RENUMBERED, RemarkKind.FORMER_WHOLE})
_LEFT_OUT = frozenset(
    {
        RemarkKind.FORMER_SEVERAL,
        RemarkKind.POSTAL,
        RemarkKind.FORMER_OR_POSTAL,
        RemarkKind.POSTAL_TOO,
        RemarkKind.FOREIGN,
        RemarkKind.OVERSEAS,
        RemarkKind.UNKNOWN_CODE,
        RemarkKind.NAME,
    }
)

_WORDS: Mapping[RemarkKind, Text] = MappingProxyType(
    {
        RemarkKind.DUPLICATE: Text(
            "{given} est donné plusieurs fois : compté une fois",
            "{given} is given several times: counted once",
        ),
        RemarkKind.RENUMBERED: Text(
            "{given} est le code d'avant 1976 de {communes} (Corse) : la même commune",
            "{given} is the code before 1976 of {communes} (Corsica): the same commune",
        ),
        RemarkKind.FORMER_WHOLE: Text(
            "{given} : toutes les communes connues de la table qui forment aujourd'hui {communes} ; la commune entière est comptée, une fois",
            "{given}: every commune known to the table that makes up {communes} today; the whole commune is counted, once",
        ),
        RemarkKind.FORMER_PART: Text(
            "{given} : code d'une ancienne commune, ou d'une commune déléguée ou associée, aujourd'hui dans {communes} ; le chiffre de la table est celui "
            "de la commune entière, la population du territoire n'est donc connue qu'au plus : confirmer si la commune entière en fait partie, et la donner alors par son code",
            "{given}: code of a former commune, or of a commune déléguée or associée, today within {communes}; the figure of the table is that of the whole "
            "commune, so the population of the territory is known at most: confirm whether the whole commune belongs to it, and then give it by its own code",
        ),
        RemarkKind.FORMER_MIXED: Text(
            "{given} : le code actuel de {communes} avec une partie seulement de ses anciens codes ; si la liste date d'avant la fusion, le territoire "
            "n'a qu'une partie de la commune et la population n'est connue qu'au plus ; sinon, ne garder que le code actuel",
            "{given}: the present code of {communes} with some of its former codes only; if the list is older than the merger, the territory has "
            "but a part of the commune and the population is known at most; if not, keep the present code alone",
        ),
        RemarkKind.FORMER_SEVERAL: Text(
            "{given} : ancien code de plusieurs communes d'aujourd'hui ({communes}) : donner celles du territoire",
            "{given}: former code of several communes of today ({communes}): give those of the territory",
        ),
        RemarkKind.CITY_AND_ARRONDISSEMENTS: Text(
            "{given} : des arrondissements de {communes}, donnés en plus de la ville entière ; ils sont comptés une fois, avec elle : "
            "confirmer que la ville entière fait partie du territoire",
            "{given}: arrondissements of {communes}, given besides the whole city; they are counted once, with it: "
            "confirm that the whole city belongs to the territory",
        ),
        RemarkKind.NO_SUCH_LINE: Text(
            "{given} : un arrondissement de Paris, de Lyon ou de Marseille que la table ne contient pas ; son chiffre est inconnu",
            "{given}: an arrondissement of Paris, Lyon or Marseille that the table does not hold; its figure is unknown",
        ),
        RemarkKind.NO_FIGURE: Text(
            "{given} : la table ne donne pas la population de {communes}",
            "{given}: the table does not give the population of {communes}",
        ),
        RemarkKind.MASKED: Text(
            "{given} : la table masque la population de {communes}, qui n'est pas zéro pour autant",
            "{given}: the table masks the population of {communes}, which is not zero for all that",
        ),
        RemarkKind.POSTAL: Text(
            "{given} : code postal, et non code INSEE ; il dessert {communes} : donner le code INSEE",
            "{given}: a postal code, not an INSEE code; it serves {communes}: give the INSEE code",
        ),
        RemarkKind.FORMER_OR_POSTAL: Text(
            "{given} : {communes} : donner le code INSEE de la bonne commune",
            "{given}: {communes}: give the INSEE code of the right commune",
        ),
        RemarkKind.POSTAL_TOO: Text(
            "{given} : la liste contient des codes postaux, et celui-ci peut en être un : {communes} ; donner le code INSEE de la bonne commune",
            "{given}: the list holds postal codes, and this may be one: {communes}; give the INSEE code of the right commune",
        ),
        RemarkKind.ALL_POSTAL_TOO: Text(
            "tous les codes donnés ({given}) sont aussi des codes postaux d'autres communes : confirmer que ce sont des codes INSEE",
            "all the codes given ({given}) are postal codes of other communes too: confirm that they are INSEE codes",
        ),
        RemarkKind.HOMONYM: Text(
            "{given} : seule commune de son département dans la liste, et homonyme de {communes}, dans un département du territoire : vérifier laquelle en fait partie",
            "{given}: the only commune of its département in the list, of the same name as {communes}, in a département of the territory: check which belongs to it",
        ),
        RemarkKind.FOREIGN: Text(
            "{given} : code d'un pays étranger ; une commune étrangère n'a pas de code COG",
            "{given}: code of a foreign country; a foreign commune has no COG code",
        ),
        RemarkKind.OVERSEAS: Text(
            "{given} : commune d'une collectivité d'outre-mer que la table ne contient pas",
            "{given}: commune of an overseas territory that the table does not hold",
        ),
        RemarkKind.UNKNOWN_CODE: Text(
            "{given} : aucune commune de la table n'a, ni n'a eu, ce code",
            "{given}: no commune of the table has, or had, this code",
        ),
        RemarkKind.NAME: Text(
            "« {given} » n'est pas un code INSEE : donner le code, un nom peut être celui de plusieurs communes",
            '"{given}" is no INSEE code: give the code, a name may be that of several communes',
        ),
    }
)  # fmt: skip
_CODE = Text("code INSEE {whose}", "INSEE code of {whose}")
_FORMER_CODE = Text("ancien code INSEE {whose}", "former INSEE code of {whose}")
_POSTAL_CODE = Text("code postal {whose}", "postal code of {whose}")
_EITHER = Text("{one}, ou {other}", "{one}, or {other}")
_INSEE_CODE = {RemarkKind.FORMER_OR_POSTAL: _FORMER_CODE, RemarkKind.POSTAL_TOO: _CODE}
"""What a code is when it is no postal code, where it may be one."""
_NEAREST = Text("{said} ; peut-être {communes}", "{said}; maybe {communes}")
_MORE = Text("{shown} et {n} de plus", "{shown} and {n} more")
_NEAR = frozenset({RemarkKind.UNKNOWN_CODE, RemarkKind.NAME})


@attrs.frozen(slots=True, kw_only=True)
class Remark:
    """What is said of what was given, and the communes that it may stand for, of which none was chosen."""

    kind: RemarkKind
    given: tuple[str, ...]
    """The codes, as they were given."""
    communes: tuple[Commune, ...] = ()
    """The communes it stands for or, where it was not taken, may stand for."""

    @property
    def is_doubt(self) -> bool:
        """Whether somebody has to confirm it."""
        return self.kind.is_doubt

    def text(self, lang: Lang) -> str:
        """The remark in words."""
        given = ", ".join(one if len(one) <= _LONGEST else f"{one[:_LONGEST]}…" for one in self.given)
        communes = self._readings(lang) if self.kind in _INSEE_CODE else _shown(self.communes, lang)
        said = _WORDS[self.kind].to(lang).format(given=given, communes=communes)
        if self.kind in _NEAR and communes:
            return _NEAREST.to(lang).format(said=said, communes=communes)
        return said

    def _readings(self, lang: Lang) -> str:
        """What a code may be, and of which communes: first what the département of the code speaks for."""
        (code,), (own, *served) = self.given, self.communes
        # An arrondissement says more than the city it is a part of.
        served.sort(key=lambda commune: commune.kind is not CommuneKind.ARRONDISSEMENT)
        insee = _INSEE_CODE[self.kind].to(lang).format(whose=_of((own,), lang))
        postal = _POSTAL_CODE.to(lang).format(whose=_of(tuple(served), lang))
        elsewhere = not code.startswith(own.departement)
        one, other = (postal, insee) if elsewhere else (insee, postal)
        return _EITHER.to(lang).format(one=one, other=other)


def _shown(communes: tuple[Commune, ...], lang: Lang) -> str:
    return _cut(list(map(str, communes)), lang)


def _of(communes: tuple[Commune, ...], lang: Lang) -> str:
    return _cut([_of_one(commune, lang) for commune in communes], lang)


def _of_one(commune: Commune, lang: Lang) -> str:
    if isinstance(commune.name, Unknown):
        return f"de {commune.code}" if lang == "fr" else commune.code
    return f"{of_commune(commune.name) if lang == 'fr' else commune.name} ({commune.code})"


def _cut(said: list[str], lang: Lang) -> str:
    shown = ", ".join(said[:SHOWN])
    return shown if len(said) <= SHOWN else _MORE.to(lang).format(shown=shown, n=len(said) - SHOWN)
