from cpts_model.engine.law import Law
from cpts_model.facts.structures import Structure
from cpts_model.law import LAW


def law_with_statutes(structure: Structure, law: Law = LAW) -> Law:
    return law
