"""References among the resources of a reading, and which Organization is the legal entity of which."""

import re
from collections.abc import Mapping

from cpts_model.exchange.fhir.elements_in import known_system
from cpts_model.exchange.fhir.findings import Node
from cpts_model.exchange.fhir.organisations_in import OrganizationRecord

_ID = re.compile(r"[A-Za-z0-9.\-]{1,64}", re.ASCII)
_TYPED = re.compile(r"(?P<type>[A-Za-z]{1,40})/(?P<id>[A-Za-z0-9.\-]{1,64})(/_history/.{1,64})?", re.ASCII)
_AT_A_SERVER = re.compile(
    r"https?://.*/(?P<typed>[A-Z][A-Za-z]{1,39}/[A-Za-z0-9.\-]{1,64})(/_history/.{1,64})?", re.ASCII
)

_LONGEST = 2000


class References:
    """Where each resource is: by type and id, by address, by identifier."""

    def __init__(self) -> None:
        self._keys: dict[str, str | None] = {}

    def add(self, node: Node, kind: str, key: str, address: str | None) -> None:
        """Remember a resource under all that may refer to it; two under one name are a fault."""
        id = node.text("id")
        if id is not None and not _ID.fullmatch(id):
            node.fault(
                "un id de FHIR a de 1 à 64 lettres, chiffres, tirets et points",
                "an id of FHIR is 1 to 64 letters, digits, hyphens and dots",
                "id",
            )
        for name in (None if id is None else f"{kind}/{id}", address):
            if name is not None and self._keys.setdefault(name, key) != key:
                node.fault(
                    "une autre ressource a déjà cet id, ou cette adresse (fullUrl) ; n'en laisser qu'une",
                    "another resource has this id, or this address (fullUrl), already; leave one",
                    "id",
                )
        held = node.value.get("identifier")
        for token in map(_token, held if isinstance(held, list) else ()):
            # An identifier that two resources share refers to neither.
            if token is not None:
                self._keys[token] = None if token in self._keys else key

    def resolve(self, reference: Node | None, holder: Node, element: str, *kinds: str) -> str | None:
        """The resource that an element refers to; a fault where there is none, or one of another type.

        Of a role too: one whose member is not there would be lost on the way, and its list could
        not be told from a whole one; whoever gives the files can give that one too.
        """
        if reference is None:
            holder.fault(
                f"cela ne renvoie à rien (il faut une référence à {' ou '.join(kinds)})",
                f"it refers to nothing (a reference to {' or '.join(kinds)} is needed)",
                element,
            )
            return None
        key = self._key_of(reference)
        if key is None and str(reference.value.get("reference")).startswith("#"):
            reference.fault(
                "cela renvoie à une ressource incluse (contained), qui ne se lit pas : la donner à part",
                "it refers to a contained resource, and those are not read: give it as one of its own",
            )
        elif key is None:
            reference.fault(
                "aucune ressource lue ici n'est celle à laquelle cela renvoie : donner aussi le fichier qui la contient",
                "no resource read here is the one it refers to: give the file that holds it too",
            )
        elif key.partition("/")[0] not in kinds:
            reference.fault(
                f"cela renvoie à un autre type de ressource que {' ou '.join(kinds)}",
                f"it refers to another type of resource than {' or '.join(kinds)}",
            )
            return None
        return key

    def is_elsewhere(self, reference: Node, kind: str) -> bool:
        """Whether a reference may well be right, to a resource of that type that is simply not here."""
        told, token = reference.value.get("reference", ""), _token(reference.value.get("identifier"))
        if not isinstance(told, str) or told.startswith("#") or (token is not None and token in self._keys):
            return False
        typed = _typed(told)
        return self._key_of(reference) is None and (typed is None or typed.startswith(f"{kind}/"))

    def _key_of(self, reference: Node) -> str | None:
        told, token = reference.text("reference"), _token(reference.value.get("identifier"))
        found = None if told is None else self._keys.get(told) or self._keys.get(_typed(told) or told)
        return self._keys.get(token) if found is None and token is not None else found


def _typed(told: str) -> str | None:
    """A reference without its server and its version: ``Organization/33``."""
    if len(told) > _LONGEST:
        return None
    typed = _TYPED.fullmatch(told)
    if typed is not None:
        return f"{typed['type']}/{typed['id']}"
    at_a_server = _AT_A_SERVER.fullmatch(told)
    return None if at_a_server is None else at_a_server["typed"]


def _token(identifier: object) -> str | None:
    """An identifier as one word: its system and its value."""
    match identifier:
        case {"system": str(system), "value": str(value)}:
            return f"{known_system(system) or system}|{value}"
        case _:
            return None


class Entities:
    """The legal entity of each Organization, by ``partOf``."""

    def __init__(self, organizations: Mapping[str, OrganizationRecord], references: References) -> None:
        self._organizations = organizations
        self._parents = {
            key: parent
            for key, record in organizations.items()
            if (parent := _parent_of(record, references)) is not None
        }
        self._found: dict[str, str | None] = {}
        self._refuse_circles()

    def of(self, key: str) -> str | None:
        """The legal entity that an Organization is part of, however far above."""
        if key not in self._parents:
            return None
        found = self._nearest(self._parents[key])
        if found is None:
            self._organizations[key].node.note(
                "fait partie d'une organisation qui n'est pas dite entité juridique",
                "part of an organization that is not told to be a legal entity",
                "partOf",
            )
        return found

    def _nearest(self, key: str) -> str | None:
        """The first legal entity from an Organization upwards; what is passed on the way is walked once."""
        passed: list[str] = []
        above: str | None = key
        while above is not None and above not in self._found:
            passed.append(above)
            above = None if self._organizations[above].is_legal_entity else self._parents.get(above)
        found = None if above is None else self._found[above]
        if above is None and self._organizations[passed[-1]].is_legal_entity:
            found = passed[-1]
        self._found.update(dict.fromkeys(passed, found))
        return found

    def _refuse_circles(self) -> None:
        """Tell every circle, and open it so that nobody walks round it."""
        done: set[str] = set()
        circles: list[str] = []
        for start in self._parents:
            path: dict[str, None] = {}
            key: str | None = start
            while key is not None and key not in done and key not in path:
                path[key] = None
                key = self._parents.get(key)
            if key is not None and key in path:
                self._organizations[key].node.fault(
                    "elle fait partie d'elle-même, directement ou par d'autres",
                    "it is part of itself, by way of others or not",
                    "partOf",
                )
                circles.append(key)
            done.update(path)
        for key in circles:
            del self._parents[key]


def _parent_of(record: OrganizationRecord, references: References) -> str | None:
    """What an Organization is part of. One taken by itself names it all the same: that is no fault."""
    if record.part_of is None:
        return None
    if references.is_elsewhere(record.part_of, "Organization"):
        record.part_of.note(
            "fait partie d'une organisation (partOf) qui n'est pas parmi ce qui a été lu : lien non repris",
            "part of an organization (partOf) that is not among what was read: link not kept",
        )
        return None
    return references.resolve(record.part_of, record.node, "partOf", "Organization")
