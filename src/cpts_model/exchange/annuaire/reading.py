"""Reading the open extract of the Annuaire Santé: one professional after another."""

from collections.abc import Collection, Iterator
from pathlib import Path

from cpts_model.exchange.annuaire.folding import fold
from cpts_model.exchange.annuaire.model import RegisteredProfessional
from cpts_model.exchange.annuaire.people import people, scan
from cpts_model.exchange.annuaire.sought import Sought, sought
from cpts_model.facts.professions import Profession


def read_annuaire(
    path: str | Path,
    *,
    structure: str | None = None,
    commune: str | None = None,
    departement: str | None = None,
    profession: Profession | None = None,
    rpps: Collection[str] | None = None,
) -> Iterator[RegisteredProfessional]:
    """The people of an extract PS_LibreAcces_Personne_activite, one by one, as they are asked for.

    The extract holds a row per person, activity and savoir-faire; the rows of a person are
    folded into one, wherever they stand, and memory does not grow with the file. It is read
    twice: nobody is given before every row was seen to be whole.

    With a filter, only those are given who hold the ``profession`` and have an activity at the
    ``structure`` (a FINESS number, of the site or of the legal entity, or a SIRET number), in
    the ``commune`` (COG code), in the ``departement``; or whose RPPS number is in ``rpps``.
    Their other activities come with them. Of the number of a structure and of RPPS numbers, the
    shape alone is checked: a file may hold some whose key is wrong. With ``structure``, the mode, the substitution and
    the section are those of the activities there.

    That somebody practises in a structure does not make them a member of it.

    Raises:
        BadExtract: the file is no such extract, or a row is not whole: with lines and columns.
        BadIdentifier: a number to look for is none.
        BadFact: the département is none.
        OSError: the file cannot be opened.
    """
    wanted = sought(
        structure=structure, commune=commune, departement=departement, profession=profession, numbers=rpps
    )
    return _read(path, wanted)


def _read(path: str | Path, wanted: Sought) -> Iterator[RegisteredProfessional]:
    scanned = scan(path)
    layout = scanned.layout
    for person, lines in people(path, scanned):
        if wanted.may_be(person, lines):
            found = fold(
                map(layout.row, lines),
                has_savoir_faire=layout.has_savoir_faire,
                structure=wanted.structure,
            )
            if wanted.is_met_by(found):
                yield found
