"""What a timeline shows, before it is drawn: dated facts, states, versions of the law, deadlines.

The picture, the Mermaid text and the lines of the terminal are made of one chronology, so
they cannot differ in what they tell.
"""

from cpts_model.report.chronology.assembling import chronology, states_of
from cpts_model.report.chronology.model import Bar, Chronology, Event, Lane

__all__ = ["Bar", "Chronology", "Event", "Lane", "chronology", "states_of"]
