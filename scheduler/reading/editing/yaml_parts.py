"""The parts of a text of YAML, each with the place in which it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML

Path = tuple[str | int, ...]
"""Keys and numbers that lead to a part."""


@dataclass(frozen=True)
class Part:
    """A part of a text: ``flow`` when it is written in brackets or braces.

    ``start`` and ``end`` count characters, and so does ``column`` from the beginning of its line. ``keys``
    has the end of each key of a map. A list has its ``items``, and a map its values by key.
    """

    start: int
    end: int
    column: int
    flow: bool
    text: str = ""
    items: tuple["Part", ...] = ()
    values: dict[str, "Part"] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)

    def at(self, path: Path) -> "Part":
        """Follow a path.

        Parameters
        ----------
        path
            Keys and numbers.

        Returns
        -------
        Part
            What it leads to.

        Raises
        ------
        KeyError, IndexError
            It leads nowhere.
        """
        part = self
        for step in path:
            part = part.values[step] if isinstance(step, str) else part.items[step]
        return part

    def says(self, key: str) -> str:
        """Return the text under a key of a map; nothing where there is none."""
        return self.values[key].text if key in self.values else ""

    @property
    def written_to(self) -> int:
        """Where the last of it ends that is no comment."""
        inner = [part.written_to for part in self._inner()]
        return self.end if self.flow or not inner else max(inner)

    def _inner(self) -> Iterator["Part"]:
        yield from self.items
        yield from self.values.values()


def parts_of(text: str) -> Part:
    """Find the parts of a text.

    Parameters
    ----------
    text
        YAML that has been read before: one document, a map.

    Returns
    -------
    Part
        Its outermost map.
    """
    return _part(YAML(typ="safe", pure=True).compose(text), text)


def _part(node: Any, text: str) -> Part:
    start, end = node.start_mark.index, node.end_mark.index
    if node.id == "scalar":
        # The end of a text in several lines lies behind the empty lines that follow it.
        end = start + len(text[start:end].rstrip())
        return Part(start, end, node.start_mark.column, flow=False, text=str(node.value))
    flow, column = bool(node.flow_style), node.start_mark.column
    if node.id == "sequence":
        return Part(start, end, column, flow, items=tuple(_part(one, text) for one in node.value))
    values = {key.value: _value(key.end_mark.index, value, text) for key, value in node.value}
    keys = {key.value: key.end_mark.index for key, _ in node.value}
    return Part(start, end, column, flow, values=values, keys=keys)


def _value(key: int, node: Any, text: str) -> Part:
    """Return what stands behind a key; nothing stands just behind its colon, wherever the parser has it."""
    part = _part(node, text)
    if part.start < part.end:
        return part
    colon = text.index(":", key) + 1
    return Part(colon, colon, part.column, flow=False)
