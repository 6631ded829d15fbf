"""The fixtures of the pytest plugin."""

import ast
from collections.abc import Iterator

from pages.page import table, tidy
from pages.reference.prose import Voice
from pages.reference.source import tree

_MODULE = "pytest_cpts_model"


def plugin_page() -> str:
    """Every fixture, with its type and what it is."""
    voice = Voice(_MODULE, None)
    rows = [
        (
            f'<span id="{node.name}"></span>`{node.name}`',
            voice.type(node.returns) if node.returns is not None else "",
            voice.line(ast.get_docstring(node) or ""),
        )
        for node in fixtures()
    ]
    return tidy(
        "\n\n".join(
            (
                "# pytest plugin",
                "With the extra `testing`, pytest finds the plugin by itself and every test may ask for these fixtures; each "
                "lasts for the whole session. [Test your own code](../how-to/testing.md) shows them at work.",
                table(("Fixture", "Type", "What it is"), rows),
            )
        )
    )


def fixtures() -> Iterator[ast.FunctionDef]:
    """The fixtures that the plugin defines, in its order."""
    for node in tree(_MODULE).body:
        if isinstance(node, ast.FunctionDef) and any(
            "fixture" in ast.unparse(decorator) for decorator in node.decorator_list
        ):
            yield node
