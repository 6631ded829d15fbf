"""What is to be known of a COG table before its figures are relied on."""

from collections.abc import Iterable, Iterator

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.communes.table import Commune, CommuneTable, PopulationKind

_OTHER = {
    PopulationKind.MUNICIPALE: Text(
        " ; la table donne aussi la population totale, qui peut changer la taille",
        "; the table gives the total population too, which may change the size",
    ),
    PopulationKind.TOTALE: Text(
        " ; la table donne aussi la population municipale, qui peut changer la taille",
        "; the table gives the municipal population too, which may change the size",
    ),
}
_ONE_ENLARGED = Text(
    "une commune en a absorbé d'autres et a gardé son code ; elle est comptée entière, telle que la table la connaît",
    "one commune took others in and kept its code; it is counted whole, as the table knows it",
)
_ENLARGED = Text(
    "{n} communes en ont absorbé d'autres et ont gardé leur code ; elles sont comptées entières, telles que la table les connaît",
    "{n} communes took others in and kept their code; they are counted whole, as the table knows them",
)
_OTHER_YEAR = Text(
    "millésime : {told} est demandé, et le nom du fichier dit {hint} ; prendre la table du bon millésime, "
    "ou renommer le fichier si c'est son nom qui se trompe",
    "year of the table: {told} is told, and the name of the file says {hint}; take the table of the right year, "
    "or rename the file if it is its name that is wrong",
)
_NO_YEAR = Text("millésime de la table : non dit", "year of the table: not told")
_NO_POPULATION = Text(
    "la table ne donne aucune population : en prendre une qui en donne pour la somme",
    "the table gives no population: take one that does for the sum",
)


def table_notes(table: CommuneTable) -> tuple[Text, ...]:
    """The notes on a table: its year, its population, what could not be read of it."""
    return tuple(_notes(table))


def territory_notes(communes: Iterable[Commune]) -> tuple[Text, ...]:
    """The notes on the communes of a territory: in what sense the table takes their codes."""
    n = sum(map(_took_others_in, communes))
    if n <= 1:
        return (_ONE_ENLARGED,) if n else ()
    return (Text(_ENLARGED.fr.format(n=n), _ENLARGED.en.format(n=n)),)


def vintage_doubt(table: CommuneTable) -> Text | None:
    """What to say where the name of the file holds another year than the one that is told."""
    told, hint = table.vintage, table.vintage_hint
    if isinstance(told, Unknown) or hint is None or told == hint:
        return None
    return Text(_OTHER_YEAR.fr.format(told=told, hint=hint), _OTHER_YEAR.en.format(told=told, hint=hint))


def _took_others_in(commune: Commune) -> bool:
    """Whether it has former codes, other than that of the same commune before Corsica had two départements."""
    return any(code != f"20{commune.code[2:]}" for code in commune.former_codes)


def _notes(table: CommuneTable) -> Iterator[Text]:
    yield _year(table)
    if not table.has_populations:
        yield _NO_POPULATION
    else:
        label, other = table.population_kind.label, _OTHER.get(table.population_kind)
        more = other if other is not None and table.other_population else None
        yield Text(
            f"chiffres : {label.fr}{more.fr if more else ''}", f"figures: {label.en}{more.en if more else ''}"
        )
    if table.summed_cities:
        codes = ", ".join(table.summed_cities)
        yield Text(
            f"villes que la table ne donne que par arrondissements, dont la somme est prise : {codes}",
            f"cities that the table gives by arrondissements alone, of which the sum is taken: {codes}",
        )
    if table.unread_figures:
        n = table.unread_figures
        yield Text(
            f"cellules de population qui ne sont pas des chiffres, lues comme inconnues : {n}",
            f"cells of population that are no figures, read as unknown: {n}",
        )


def _year(table: CommuneTable) -> Text:
    if not isinstance(table.vintage, Unknown):
        return Text(f"millésime de la table : {table.vintage}", f"year of the table: {table.vintage}")
    if table.vintage_hint is None:
        return _NO_YEAR
    return Text(
        f"{_NO_YEAR.fr} ({table.vintage_hint} d'après le nom du fichier, à confirmer)",
        f"{_NO_YEAR.en} ({table.vintage_hint} by the name of the file, to be confirmed)",
    )
