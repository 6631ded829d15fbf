"""The command line: every command, read from the program itself."""

import inspect
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import attrs
import typer

from cpts_model.engine.text import Lang, Text
from pages.page import Page, in_french, table, text, tidy
from pages.reference.command_words import COMMANDS, Words

_PLACES: dict[Lang, tuple[str, str]] = {
    "en": ("reference/commands.md", "Commands"),
    "fr": ("fr/commandes.md", "Les commandes"),
}
_TWIN = Text(
    "[This page in English](../reference/commands.md){hreflang=en lang=en}",
    "[Cette page en français](../fr/commandes.md){hreflang=fr lang=fr}",
)
_LEAD = Text(
    "La commande `cpts-model` s'installe avec l'extra `cli` (`pip install \".[cli]\"`). Sans `--on`, le jour est celui de "
    "l'ordinateur, et le rapport le dit. L'aide des options est en anglais, comme dans le programme.",
    'The command `cpts-model` comes with the extra `cli` (`pip install ".[cli]"`). Without `--on` the day is that of the '
    "computer, and the report says which.",
)
_EXITS_LEAD = Text(
    "Chaque commande se termine par un code, que les programmes peuvent lire :",
    "Each command ends with a code that programs can read:",
)
_EXITS = (
    ("0", Text("rien à redire, ou c'est fait", "fine, or done")),
    (
        "1",
        Text(
            "un manquement à la loi ou au règlement, un refus, ou un doute à lever",
            "a breach of law or regulation, a no, or a doubt to settle",
        ),
    ),
    ("2", Text("ce qui est donné ne peut être lu", "input that cannot be read")),
    ("3", Text("autre chose a échoué sur cette machine", "something else went wrong on this machine")),
)
_HEADS: dict[Lang, tuple[Sequence[str], ...]] = {
    "en": (("Command", "What it does"), ("Code", "Meaning"), ("Argument or option", "Meaning", "By default")),
    "fr": (
        ("Commande", "Ce qu'elle fait"),
        ("Code", "Sens"),
        ("Argument ou option", "Sens (en anglais)", "Par défaut"),
    ),
}
_REQUIRED = Text("à donner", "required")
_PLAIN = {str: "TEXT", int: "NUMBER", float: "NUMBER", Path: "PATH"}


@attrs.frozen(slots=True)
class Command:
    """A command, by the words that follow ``cpts-model``, and the function that it runs."""

    name: str
    callback: Any

    @property
    def words(self) -> Words:
        """What is written by hand of it."""
        if self.name not in COMMANDS:
            raise LookupError(f"say what {self.name!r} does in pages/reference/command_words.py")
        return COMMANDS[self.name]

    @property
    def help(self) -> Sequence[str]:
        """Its own help, paragraph by paragraph, the last one on its exit codes."""
        doc = (inspect.getdoc(self.callback) or "").replace("\b\n", "").partition("\nRaises:")[0]
        return [" ".join(part.split()) for part in re.split(r"\n\s*\n", doc.strip())]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return self.name.replace(" ", "-")

    def parameters(self) -> Iterator["Parameter"]:
        """What it takes, in its own order."""
        for parameter in inspect.signature(self.callback).parameters.values():
            if get_origin(parameter.annotation) is Annotated:
                kind, about = get_args(parameter.annotation)[:2]
                if not about.hidden:
                    yield Parameter(parameter.name, kind, about, parameter.default)


@attrs.frozen(slots=True)
class Parameter:
    """An argument or an option."""

    name: str
    kind: Any
    about: Any
    default: object

    @property
    def is_option(self) -> bool:
        """Whether it is written with dashes."""
        return isinstance(self.about, typer.models.OptionInfo)

    @property
    def required(self) -> bool:
        """Whether the command does nothing without it."""
        return self.default is inspect.Parameter.empty

    @property
    def taken(self) -> str:
        """What it takes: a word that stands for it, or the words to choose from."""
        kind = next(iter(self._kinds()))
        kind = get_args(kind)[0] if get_origin(kind) is list else kind
        if kind is bool:
            return ""
        if self.about.metavar:
            return str(self.about.metavar)
        if not self.is_option:
            return self.name.upper()
        if isinstance(kind, type) and issubclass(kind, Enum):
            return "|".join(str(member.value) for member in kind)
        return _PLAIN[kind]

    @property
    def shown(self) -> str:
        """As one writes it."""
        if not self.is_option:
            return self.taken
        # Typer takes the first name for the default of an option that is declared in its annotation.
        names = [
            str(name)
            for name in (self.about.default, *(self.about.param_decls or ()))
            if str(name).startswith("-")
        ]
        return " ".join(part for part in (", ".join(names), self.taken) if part)

    def _kinds(self) -> Sequence[Any]:
        """The types it may have, save none."""
        if get_origin(self.kind) in (None, list):
            return (self.kind,)
        return [kind for kind in get_args(self.kind) if kind is not NoneType]


def commands() -> Iterator[Command]:
    """Every command, those of groups after the others, as the program lists them."""
    from cpts_model.cli import app

    return _commands(app, "")


def _commands(app: typer.Typer, prefix: str) -> Iterator[Command]:
    for command in app.registered_commands:
        name = command.name or str(getattr(command.callback, "__name__", "")).replace("_", "-")
        yield Command(f"{prefix}{name}", command.callback)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            yield from _commands(group.typer_instance, f"{prefix}{group.name} ")


def pages() -> Iterator[Page]:
    """One in each language."""
    for lang, (path, title) in _PLACES.items():
        yield Page(path, partial(_page, lang), title)


def _page(lang: Lang) -> str:
    everything = list(commands())
    overview = table(
        _HEADS[lang][0],
        ((f"[`{one.name}`](#{one.anchor})", _purpose(one, lang)) for one in everything),
    )
    parts = [
        _TWIN.to(lang),
        _LEAD.to(lang),
        overview,
        _EXITS_LEAD.to(lang),
        table(_HEADS[lang][1], ((f"`{code}`", means.to(lang)) for code, means in _EXITS)),
    ]
    for one in everything:
        parts += _told(one, lang)
    body = "\n\n".join(parts)
    return tidy(f"# {_PLACES[lang][1]}\n\n{in_french(body) if lang == 'fr' else body}")


def _purpose(command: Command, lang: Lang) -> str:
    return command.words.french if lang == "fr" else text(command.help[0])


def _told(command: Command, lang: Lang) -> Iterator[str]:
    yield f"## {command.name} {{#{command.anchor}}}"
    yield _purpose(command, lang)
    yield from (_english(part, lang) for part in command.help[1:])
    yield f"```sh\n{usage(command)}\n```"
    yield table(_HEADS[lang][2], (_row(one, lang) for one in command.parameters()))
    yield {"fr": "Par exemple :", "en": "For example:"}[lang]
    yield f"```sh\n{command.words.example}\n```"


def usage(command: Command) -> str:
    """How it is written: its arguments, and the options that it cannot do without."""
    options = [
        f"{one.shown.split(', ')[-1]}" for one in command.parameters() if one.is_option and one.required
    ]
    arguments = [one.taken for one in command.parameters() if not one.is_option]
    return " ".join(("cpts-model", command.name, *options, "[OPTIONS]", *arguments))


def _row(one: Parameter, lang: Lang) -> tuple[str, str, str]:
    return f"<code>{text(one.shown)}</code>", _english(one.about.help or "", lang), _default(one, lang)


def _default(one: Parameter, lang: Lang) -> str:
    if one.required:
        return _REQUIRED.to(lang)
    value = one.default.value if isinstance(one.default, Enum) else one.default
    return "" if value is None or isinstance(value, bool) else f"`{value}`"


def _english(words: str, lang: Lang) -> str:
    """Words of the program, told apart for those who hear the page in French."""
    return f'<span lang="en">{text(words)}</span>' if words and lang == "fr" else text(words)
