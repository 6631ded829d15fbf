"""Terms of the field that are no fact of a dossier, each with its source: definitions stand nowhere else."""

from pages.terms.actors import ACTORS
from pages.terms.term import Term
from pages.terms.workings import WORKINGS

TERMS = (*ACTORS, *WORKINGS)

__all__ = ["TERMS", "Term"]
