"""Ids of what another tool's file has: the same in every version of the file."""

import re
from collections.abc import Mapping
from unicodedata import normalize
from uuid import UUID

LONGEST = 55
"""The most characters of an id that is made here; ids of meetings and clauses are made of it."""

_OTHERS = re.compile(r"[^a-z0-9]+")


def identifier(text: str, longest: int = LONGEST) -> str:
    """Spell a text as an id.

    Parameters
    ----------
    text
        A title, a name or a code.
    longest
        So many characters at most.

    Returns
    -------
    str
        Small letters, digits and single hyphens, cut at a hyphen where it would be too long; empty where
        no letter or digit of ASCII is left.
    """
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    name = _OTHERS.sub("-", plain).strip("-")
    if len(name) <= longest:
        return name
    return name[: longest + 1].rpartition("-")[0] or name[:longest]


def uuid_of(text: str) -> str:
    """Return an id that is the same for ever everywhere.

    Parameters
    ----------
    text
        What a file has as such an id.

    Returns
    -------
    str
        The UUID (RFC 9562), spelled in the one way; empty where it is none.
    """
    try:
        return str(UUID(text))
    except ValueError:
        return ""


class Identifiers:
    """Gives ids to what a file has, and remembers by what the file knows it.

    Parameters
    ----------
    sort
        Of thing, such as ``session``; it is the id of what has no letter of ASCII.
    known
        The ids of an earlier version of the file.
    """

    def __init__(self, sort: str, known: Mapping[str, str]) -> None:
        self._sort = sort
        self._known = {key: name for key, name in known.items() if key.startswith(f"{sort}/")}
        self._taken = set(self._known.values())
        self._last: dict[str, int] = {}
        self.given: dict[str, str] = {}

    def give(self, key: str, wished: str) -> str:
        """Return the id of a thing.

        Parameters
        ----------
        key
            By which the file knows it.
        wished
            A text of which its id may be made.

        Returns
        -------
        str
            The same for the same key; else the text as an id, with a number where it is taken.
        """
        key = f"{self._sort}/{key}"
        if key not in self.given:
            self.given[key] = self._known.get(key) or self._free(identifier(wished) or self._sort)
        return self.given[key]

    def _free(self, name: str) -> str:
        number = self._last.get(name, 0)
        free = ""
        while not free or free in self._taken:
            number += 1
            free = name if number == 1 else f"{name}-{number}"
        self._taken.add(free)
        self._last[name] = number
        return free
