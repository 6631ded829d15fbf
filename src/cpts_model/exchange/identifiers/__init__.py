"""Identifiers of French health care: who, which structure, which commune.

A module each, with the verbs of python-stdnum: ``compact`` strips separators, ``validate`` gives
the compact form or raises :class:`BadIdentifier`, ``is_valid`` answers, ``format`` writes it as
people do. ``strict=False`` checks the shape alone: numbers that official guides give as examples
often fail their key. No error quotes a number. The NIR (social security number) is not read
here: it is nobody's business in coordinated care.
"""

from cpts_model.exchange.identifiers.errors import BadComponent as BadComponent
from cpts_model.exchange.identifiers.errors import BadFormat as BadFormat
from cpts_model.exchange.identifiers.errors import BadIdentifier as BadIdentifier
from cpts_model.exchange.identifiers.errors import BadKey as BadKey
from cpts_model.exchange.identifiers.errors import BadLength as BadLength
from cpts_model.exchange.identifiers.errors import NotText as NotText
from cpts_model.exchange.identifiers.identification import Derived as Derived
from cpts_model.exchange.identifiers.identification import Identification as Identification
from cpts_model.exchange.identifiers.identification import identify as identify
from cpts_model.exchange.identifiers.kinds import Kind as Kind
from cpts_model.exchange.identifiers.objections import near_misses as near_misses
from cpts_model.exchange.identifiers.objections import why_none as why_none
from cpts_model.exchange.identifiers.pasted import several as several
