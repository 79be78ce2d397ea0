"""JSON as text with lines, like YAML: numbers and truth values stay as they are written."""

import re
from bisect import bisect_left
from collections.abc import Callable
from json import JSONDecodeError, decoder
from typing import NoReturn

from scheduler.reading.files import TextFile, holds_control
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import Node

_DEEPEST = 30
_SPACES = (" ", "\t", "\n", "\r")
_WORD = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")

_scan: Callable[[str, int], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]


def read_json(file: TextFile, problems: Problems) -> Node | None:
    """Read JSON into text with lines (RFC 8259).

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is wrong: broken JSON, and keys that come twice.

    Returns
    -------
    Node or None
        ``None`` after a problem.
    """
    known = len(problems)
    reader = _Reader(file, problems)
    try:
        node, end = reader.value(reader.space(0))
        if reader.space(end) < len(file.text):
            reader.fail("something stands after the end", reader.space(end))
    except JSONDecodeError as error:
        what = error.msg[0].lower() + error.msg[1:]
        problems.add(file.name, error.lineno, "", "", f"is no JSON: {what}")
        return None
    return node if len(problems) == known else None


class _Reader:
    """Reads values from a place in the text on; each method returns where it stopped."""

    def __init__(self, file: TextFile, problems: Problems) -> None:
        self._file, self._text, self._problems = file, file.text, problems
        self._ends = [match.start() for match in re.finditer("\n", file.text)]

    def fail(self, what: str, at: int) -> NoReturn:
        raise JSONDecodeError(what, self._text, at)

    def space(self, at: int) -> int:
        while self._text[at : at + 1] in _SPACES:
            at += 1
        return at

    def value(self, at: int, depth: int = 1) -> tuple[Node, int]:
        first = self._text[at : at + 1]
        if depth > _DEEPEST:
            self.fail(f"lists and maps stand more than {_DEEPEST} deep in one another", at)
        if first == '"':
            text, end = self._string(at)
            return Node(self._line(at), text), end
        if first == "{":
            return self._map(at, depth)
        if first == "[":
            return self._list(at, depth)
        return self._word(at)

    def _line(self, at: int) -> int:
        return bisect_left(self._ends, at) + 1

    def _word(self, at: int) -> tuple[Node, int]:
        word = _WORD.match(self._text, at)
        if word is None:
            self.fail("a value is expected here. Maybe a comma stands too much", at)
        return Node(self._line(at), None if word[0] == "null" else word[0]), word.end()

    def _string(self, at: int) -> tuple[str, int]:
        text, end = _scan(self._text, at + 1)
        control = holds_control(text)
        if control:
            self.fail(f"a text holds the control character {control}. Maybe delete it", at)
        return text, end

    def _list(self, at: int, depth: int) -> tuple[Node, int]:
        parts: list[Node] = []
        end = self.space(at + 1)
        while self._text[end : end + 1] != "]":
            end = self._after_comma(end, "]") if parts else end
            part, end = self.value(end, depth + 1)
            parts.append(part)
            end = self.space(end)
        return Node(self._line(at), parts), end + 1

    def _map(self, at: int, depth: int) -> tuple[Node, int]:
        parts: dict[str, Node] = {}
        end = self.space(at + 1)
        while self._text[end : end + 1] != "}":
            end = self._after_comma(end, "}") if parts else end
            end = self._entry(end, depth, parts)
        return Node(self._line(at), parts), end + 1

    def _entry(self, at: int, depth: int, parts: dict[str, Node]) -> int:
        if self._text[at : at + 1] != '"':
            self.fail("a key in quotes is expected here. Maybe a comma stands too much", at)
        key, end = self._string(at)
        end = self.space(end)
        if self._text[end : end + 1] != ":":
            self.fail("a colon is expected here", end)
        node, stop = self.value(self.space(end + 1), depth + 1)
        node.line = self._line(at)
        if key in parts:
            sentence = f"'{key}' stands here again, first in line {parts[key].line}. Maybe delete one of them"
            self._problems.add(self._file.name, node.line, key, key, sentence)
        parts[key] = node
        return self.space(stop)

    def _after_comma(self, at: int, closing: str) -> int:
        if self._text[at : at + 1] != ",":
            self.fail(f"a comma or '{closing}' is expected here", at)
        return self.space(at + 1)
