"""The law of associations: joining, being refused, leaving, being excluded.

The law of 1 July 1901 and what the courts draw from it. An association seated in
Alsace-Moselle is under local law instead: save where a text was found, its rules are open.
"""

from cpts_model.law.loi_1901 import adhesion, alsace_moselle, exclusion, retrait
from cpts_model.law.loi_1901.article import ARTICLE_4

ARTICLES = (ARTICLE_4,)
RULES = (*adhesion.RULES, *retrait.RULES, *exclusion.RULES, *alsace_moselle.RULES)
