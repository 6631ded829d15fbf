"""FHIR resources as facts: bundles, resources, files of a resource a line.

Strict: what is broken is a fault with its place, and all of them come at once. What is right
and is no fact of a dossier becomes a note; what nobody told stays UNKNOWN.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.faults import BadDossier, Fault, Flawed, bounded, refuse
from cpts_model.exchange.fhir.findings import Findings, Node, Note
from cpts_model.exchange.fhir.linking import Links
from cpts_model.exchange.fhir.organisations_in import read_organization
from cpts_model.exchange.fhir.people_in import read_practitioner
from cpts_model.exchange.fhir.roles_in import read_role
from cpts_model.exchange.files import lines_of, opened
from cpts_model.exchange.markup import MAX_BYTES, check_depth, parse
from cpts_model.exchange.signatures import LONGEST, Wrapping, wrapping_of
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.structures import Structure

_TYPE = re.compile(r"[A-Z][A-Za-z0-9]{1,59}", re.ASCII)


@attrs.frozen(slots=True, kw_only=True)
class FhirReading:
    """What resources tell: structures, and those that no structure among them holds."""

    structures: tuple[Structure, ...]
    professionals: tuple[Professional | Person, ...]
    organisations: tuple[Organisation, ...]
    notes: tuple[Note, ...]


def from_fhir(data: Any, *, all_members: bool = False) -> FhirReading:
    """The facts that a Bundle or a resource tells, as ``json.loads`` gives it.

    Nothing in FHIR says that the members found are all of a structure's: the ``members`` of a
    structure stay unknown, and a note counts those found, unless this library wrote them.
    ``all_members`` is the word of whoever calls that they are all there.

    Raises:
        BadDossier: with every fault found.
    """

    def read(reader: "_Reader") -> None:
        check_depth(data)
        reader.read(data)

    return _reading(read, all_members=all_members)


def read_back(resources: Iterable[dict[str, Any]]) -> tuple[Structure, ...]:
    """The structures of resources that this library just made."""
    reader = _Reader()
    for one in resources:
        reader.read(one)
    return reader.facts().structures


def loads_fhir(
    text: str | bytes,
    format: Literal["json", "ndjson"] = "json",
    *,
    source: str | None = None,
    all_members: bool = False,
) -> FhirReading:
    """The facts that a text tells: a Bundle or a resource, or one a line. ``all_members``: see :func:`from_fhir`.

    Raises:
        BadDossier: with every fault found. ``source`` is named in it.
    """

    def read(reader: "_Reader") -> None:
        if isinstance(text, bytes):
            _refuse_wrapped(text)
        if format == "json":
            reader.read_text(text)
            return
        content = text.encode(errors="surrogatepass") if isinstance(text, str) else text
        for number, line in enumerate(content.split(b"\n"), 1):
            if line.strip():
                reader.read_text(line, number)

    return _reading(read, source, all_members=all_members)


def read_fhir(*paths: str | Path, all_members: bool = False) -> FhirReading:
    """The facts that files tell, all together: ``.ndjson`` files hold a resource a line, others a Bundle or a resource.

    The lines are read one at a time, each of at most 32 MB, which is the most of another file too.
    ``all_members``: see :func:`from_fhir`.

    Raises:
        BadDossier: with every fault found.
        OSError: a file cannot be opened.
    """

    def read(reader: "_Reader") -> None:
        for path in paths:
            reader.root = f"{path}: $" if len(paths) > 1 else "$"
            reader.read_file(Path(path))

    return _reading(read, ", ".join(map(str, paths)), all_members=all_members)


def _reading(
    read: Callable[["_Reader"], None], source: str | None = None, *, all_members: bool
) -> FhirReading:
    reader = _Reader()
    try:
        read(reader)
    except Flawed as flawed:
        raise BadDossier(bounded([*reader.findings.faults, *flawed.faults]), source) from None
    found = reader.facts(all_members=all_members)
    if reader.findings.faults:
        raise BadDossier(bounded(reader.findings.faults), source)
    return found


def _note_other(node: Node, kind: str) -> None:
    """Tell a resource that is not read; what has not the form of a type may be anything, and is not quoted."""
    if _TYPE.fullmatch(kind):
        node.note(f"ressource {kind} non reprise", f"resource {kind} not kept")
    else:
        node.note(
            "ressource d'un type que FHIR n'a pas, non reprise",
            "resource of a type that FHIR has not, not kept",
        )


class _Reader:
    """Reads resources one after the other, and keeps what they tell until all are there."""

    def __init__(self) -> None:
        self.findings = Findings()
        self._links = Links()
        self._count = 0
        self.root = "$"
        """The place of what is read next: the file before it where there are several."""

    def read_file(self, path: Path) -> None:
        """Read a file that holds a Bundle or a resource, or a resource a line."""
        self.findings.line = None
        try:
            with opened(path) as file:
                _refuse_wrapped(file.peek(LONGEST))
                if path.suffix.lower() == ".ndjson":
                    for number, line in lines_of(file, MAX_BYTES):
                        self.read_text(line, number)
                else:
                    self.read_text(file.read(MAX_BYTES + 1))
        except Flawed as flawed:
            self._take(flawed.faults)

    def read_text(self, text: str | bytes | Flawed, line: int | None = None) -> None:
        """Read a text that holds a Bundle or a resource, or what was wrong with it already."""
        self.findings.line = line
        try:
            if isinstance(text, Flawed):
                raise text
            parsed = parse(text, "json")
        except Flawed as flawed:
            self._take(flawed.faults)
            return
        self._take(parsed.faults)
        self.read(parsed.data)

    def _take(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.findings.fault(f"{self.root}{fault.path[1:]}", fault.words)

    def read(self, data: Any) -> None:
        """Read a Bundle or a resource."""
        if not isinstance(data, dict):
            self.findings.fault(
                self.root,
                Text(
                    "une ressource FHIR est un objet (écrire { … })",
                    "a resource of FHIR is an object (write { … })",
                ),
            )
            return
        node = Node(data, self.root, self.findings.line, self.findings)
        if data.get("resourceType") == "Bundle":
            for entry in node.objects("entry"):
                resource = entry.object("resource")
                if resource is None:
                    entry.note("entrée sans ressource", "entry without resource")
                else:
                    self._read_resource(resource, entry.text("fullUrl"))
        else:
            self._read_resource(node, None)

    def _read_resource(self, node: Node, address: str | None) -> None:
        kind = node.text("resourceType")
        if kind is None:
            node.fault(
                "la clé 'resourceType' manque : ce n'est pas une ressource FHIR",
                "the key 'resourceType' is missing: this is no resource of FHIR",
            )
            return
        for element in ("modifierExtension", "implicitRules"):
            if element in node.value:
                node.fault(
                    "cela change le sens de la ressource, d'une façon qui ne se comprend pas ici",
                    "it changes what the resource means, in a way that is not understood here",
                    element,
                )
        if node.flag("active") is False:
            node.note(
                "ressource déclarée inactive (active : false)",
                "resource told to be inactive (active: false)",
                "active",
            )
        self._count += 1
        key = f"{kind}/{self._count}"
        self._links.references.add(node, kind, key, address)
        match kind:
            case "Organization":
                self._links.organizations[key] = read_organization(node)
            case "Practitioner":
                self._links.practitioners[key] = read_practitioner(node)
            case "PractitionerRole" | "OrganizationAffiliation":
                self._links.roles.append(read_role(node, kind))
            case _:
                _note_other(node, kind)

    def facts(self, *, all_members: bool = False) -> FhirReading:
        """What all the resources tell together."""
        linked = self._links.facts(all_members=all_members)
        return FhirReading(
            structures=linked.structures,
            professionals=linked.people,
            organisations=linked.organisations,
            notes=self.findings.notes,
        )


def _refuse_wrapped(beginning: bytes) -> None:
    """Refuse a workbook, an archive, a document; what is in UTF-16 is told by the reader of texts."""
    wrapping = wrapping_of(beginning)
    if wrapping in (Wrapping.ARCHIVE, Wrapping.GZIP):
        raise refuse(
            Text(
                f"c'est {wrapping.words.fr} : décompresser d'abord, et donner le fichier qui s'y trouvait",
                f"it is {wrapping.value}: decompress it first, and give the file that was in it",
            )
        )
    if wrapping is not None and wrapping is not Wrapping.UTF_16:
        raise refuse(
            Text(
                f"c'est {wrapping.words.fr}, et non un texte : les ressources FHIR sont des fichiers .json ou .ndjson",
                f"it is {wrapping.value}, not a text: FHIR resources are files in .json or .ndjson",
            )
        )
