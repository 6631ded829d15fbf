"""What the page asks of the library. It runs in the reader's browser (Pyodide), and anywhere else Python does.

Questions and answers are JSON texts; a dossier is the JSON text of one structure. No answer
depends on what was asked before: what is kept is kept to be quick.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from cpts_model.engine.errors import CptsModelError
from cpts_model.exchange.faults import BadDossier, UnknownFormat
from cpts_model.exchange.sheets import BadSheet
from cpts_model.exchange.writing import json_text
from pages.judge.engine import judging, leaving, moving, reading

CALLS: Mapping[str, Callable[..., Any]] = {
    "about": judging.about,
    "summary": judging.summary,
    "part": judging.part,
    "questions": judging.questions,
    "across": judging.across,
    "lawDays": moving.law_days,
    "turns": moving.turns,
    "changes": moving.changes,
    "read": reading.read,
    "bring": reading.bring,
    "html": leaving.html,
    "verdicts": leaving.verdicts,
    "calendar": leaving.calendar,
}
"""What can be asked, by its name."""


def call(name: str, arguments: str, data: bytes = b"") -> str:
    """The answer to a question: ``{"answer": …}``, or what is wrong with what was asked.

    ``arguments`` is a JSON object; ``data`` the bytes of a file, where the question is about one.
    ``{"faults": [{"path", "message"}…]}`` tells where a dossier is wrong, ``{"refused": …}`` what
    else stands in the way.
    """
    asked: dict[str, Any] = json.loads(arguments)
    lang = asked["lang"]
    if data:
        asked["data"] = data
    try:
        return json_text({"answer": CALLS[name](**asked)}, compact=True)
    except BadDossier as bad:
        return json_text({"faults": reading.faults_of(bad, lang)}, compact=True)
    except BadSheet as bad:
        return json_text({"refused": reading.refusal_of(bad, lang)}, compact=True)
    except UnknownFormat as bad:
        return json_text({"refused": bad.explain(lang)}, compact=True)
    except CptsModelError as bad:
        return json_text({"refused": str(bad)}, compact=True)
