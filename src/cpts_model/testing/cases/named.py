"""Texts that name structures: what a structure is settles whether they mean it."""

from cpts_model.engine.text import Text

NAMED = Text("l'article nomme cette structure", "the article names this structure")
NOT_NAMED = Text("l'article ne nomme pas cette structure", "the article does not name this structure")
ITS_KIND = Text("la nature de la structure suffit", "what the structure is settles it")
