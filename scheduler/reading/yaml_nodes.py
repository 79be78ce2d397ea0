"""YAML as text with lines: nothing is guessed, so that 10:30 stays 10:30 and NO stays NO.

The parser of libyaml gives the events; it is many times faster than the one in Python, which is
asked only when libyaml refuses a file (a bare 10:00 in braces is right in YAML 1.2 only).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from scheduler.reading.files import TextFile, holds_control
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_words import in_words

_DEEPEST = 30
_NOTHING = ("", "~", "null")


@dataclass(slots=True, eq=False)
class Node:
    """A part of a file with its line: text, nothing, a list or a map.

    The line of a value in a map is that of its key.
    """

    line: int
    value: Any

    def plain(self) -> Any:
        """Return the part without lines.

        Returns
        -------
        str, None, list or dict
            Every scalar is text.
        """
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def items(self) -> list["Node"]:
        """Return the parts of a list, and of anything else none."""
        return self.value if isinstance(self.value, list) else []

    def get(self, key: str) -> "Node | None":
        """Return the part under a key of a map, if there is one."""
        return self.value.get(key) if isinstance(self.value, dict) else None


def read_nodes(file: TextFile, problems: Problems) -> Node | None:
    """Read YAML into text with lines.

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is wrong: broken YAML, keys that come twice, anchors, aliases and tags.

    Returns
    -------
    Node or None
        ``None`` after a problem.
    """
    known = len(problems)
    try:
        tree = _tree(_fast_events(file.text), file, problems)
    except YAMLError:
        tree = _slow_tree(file, problems)
    return tree if len(problems) == known else None


def _slow_tree(file: TextFile, problems: Problems) -> "Node | None":
    try:
        return _tree(YAML(typ="safe", pure=True).parse(file.text), file, problems)
    except YAMLError as error:
        line, sentence = in_words(error, file.text)
        problems.add(file.name, line, "", "", sentence)
        return None


def _fast_events(text: str) -> Iterator[Any]:
    yield from YAML(typ="safe").parse(text)


def _tree(events: Iterable[Any], file: TextFile, problems: Problems) -> "Node | None":
    tree = _Tree(file, problems)
    for event in events:
        if not tree.take(event):
            break
    return tree.root


class _Tree:
    """Puts events together, without recursion."""

    def __init__(self, file: TextFile, problems: Problems) -> None:
        self._file, self._problems = file, problems
        self._open: list[Node] = []
        self._keys: list[tuple[str, int] | None] = []
        self._documents = 0
        self.root: Node | None = None

    def take(self, event: Any) -> bool:
        """Take an event; False when nothing more should be read."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind in (MappingStartEvent, SequenceStartEvent):
            self._start(event, {} if kind is MappingStartEvent else [])
        elif kind in (MappingEndEvent, SequenceEndEvent):
            self._open.pop()
            self._keys.pop()
        elif kind is AliasEvent:
            self._refuse(event, f"*{event.anchor}", "an alias (*) is not read. Maybe write the text again")
            self._add(Node(_line(event), None))
        elif kind is DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "---", "a second document begins here. Maybe delete the line ---")
        return self._documents <= 1 and len(self._open) <= _DEEPEST

    def _scalar(self, event: Any) -> None:
        self._check(event)
        value = event.value
        control = holds_control(value)
        if control:
            self._refuse(event, value, f"holds the control character {control}. Maybe delete it")
        nothing = value in _NOTHING and event.implicit[0]
        if self._open and isinstance(self._open[-1].value, dict) and self._keys[-1] is None:
            self._keys[-1] = self._key(event, "" if nothing else value)
        else:
            self._add(Node(_line(event), None if nothing else value))

    def _key(self, event: Any, key: str) -> tuple[str, int]:
        first = self._open[-1].value.get(key)
        if first is not None:
            sentence = f"'{key}' stands here again, first in line {first.line}. Maybe delete one of them"
            self._problems.add(self._file.name, _line(event), key, key, sentence)
        return key, _line(event)

    def _start(self, event: Any, value: Any) -> None:
        self._check(event)
        node = Node(_line(event), value)
        if self._open and isinstance(self._open[-1].value, dict) and self._keys[-1] is None:
            self._refuse(event, value, "a key is no text. Maybe put it in quotes")
            self._keys[-1] = ("", node.line)
        else:
            self._add(node)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > _DEEPEST:
            self._refuse(event, value, f"lists and maps stand more than {_DEEPEST} deep in one another")

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent, key = self._open[-1].value, self._keys[-1]
        if isinstance(parent, list):
            parent.append(node)
        elif key is not None:
            node.line = key[1]
            parent[key[0]] = node
            self._keys[-1] = None

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, f"&{event.anchor}", "an anchor (&) is not read. Maybe delete it")
        if event.tag is not None:
            self._refuse(event, event.tag, "a tag (!) is not read. Maybe put the text in quotes")

    def _refuse(self, event: Any, value: object, sentence: str) -> None:
        self._problems.add(self._file.name, _line(event), "", value, sentence)


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1
