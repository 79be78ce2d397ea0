"""Small changes of a text of YAML that leave comments, order and quotation marks as they are."""

import json
import re
from collections.abc import Mapping

from scheduler.reading.editing.yaml_parts import Part, Path, parts_of

NOTHING = "null"
"""What stands in the place of a text where there is to be none."""

_PLAIN = re.compile(r"\d\d:\d\d|[A-Za-z0-9](?:[A-Za-z0-9 ()/._-]*[A-Za-z0-9()])?", re.ASCII)
_INDENT = "  "

Entry = str | Mapping[str, str]
"""What is added to a list: a text, or a map of texts."""


def replaced(text: str, path: Path, words: str) -> str:
    """Put another text in the place of one.

    Parameters
    ----------
    text
        The file.
    path
        Leads to a text in it.
    words
        What is to stand there, as it is written in the file.

    Returns
    -------
    str
        The changed file.
    """
    part = parts_of(text).at(path)
    return f"{text[: part.start]}{words}{text[part.end :]}"


def appended(text: str, key: str, entry: Entry) -> str:
    """Add an entry at the end of a list.

    Parameters
    ----------
    text
        The file.
    key
        Of the list in the outermost map; it may be missing.
    entry
        What is added.

    Returns
    -------
    str
        The changed file.
    """
    root = parts_of(text)
    found = root.values.get(key)
    if found and found.items:
        if found.flow:
            last = found.items[-1].end
            return f"{text[:last]}, {_in_flow(entry)}{text[last:]}"
        return _lines_after(text, found.written_to, _as_item(entry, " " * found.column))
    if root.flow:
        return _in_braces(text, root, key, f"[{_in_flow(entry)}]")
    return _under_key(text, root, key, _as_item(entry, " " * root.column + _INDENT))


def put(text: str, key: str, inner: str, words: str) -> str:
    """Let a map say something under a key of its own.

    Parameters
    ----------
    text
        The file.
    key
        Of the map in the outermost map; it may be missing.
    inner
        The key in it; it may be missing.
    words
        What is to stand there.

    Returns
    -------
    str
        The changed file.
    """
    root = parts_of(text)
    found = root.values.get(key)
    if found and inner in found.values:
        return replaced(text, (key, inner), words)
    if found and found.values:
        if found.flow:
            return _in_braces(text, found, inner, words)
        return _lines_after(text, found.written_to, [f"{' ' * found.column}{inner}: {words}"])
    if root.flow:
        return _in_braces(text, root, key, f"{{{inner}: {words}}}")
    return _under_key(text, root, key, [f"{' ' * root.column}{_INDENT}{inner}: {words}"])


def without(text: str, key: str, number: int) -> str:
    """Leave an entry out of a list.

    Parameters
    ----------
    text
        The file.
    key
        Of the list in the outermost map.
    number
        Which entry, counted from 0.

    Returns
    -------
    str
        The changed file; comments above the entry stay.
    """
    root = parts_of(text)
    found = root.values[key]
    if found.flow:
        first, last = _with_comma(found, number)
        return text[:first] + text[last:]
    first = _line_of_dash(text, found, number)
    last = _end_of_line(text, found.items[number].written_to)
    rest = text[:first] + text[last:]
    if len(found.items) > 1:
        return rest
    colon = rest.index(":", root.keys[key]) + 1
    return f"{rest[:colon]} []{rest[colon:]}"


def quoted(words: str) -> str:
    """Write a text so that it is read as the same.

    Parameters
    ----------
    words
        Without control characters.

    Returns
    -------
    str
        In quotation marks where it needs them.
    """
    plain = _PLAIN.fullmatch(words) and words != NOTHING
    return words if plain else json.dumps(words, ensure_ascii=False)


def _with_comma(part: Part, number: int) -> tuple[int, int]:
    """Return where an entry in brackets begins and ends, with the comma that goes with it."""
    items = part.items
    if number + 1 < len(items):
        return items[number].start, items[number + 1].start
    return (items[number - 1].end if number else items[number].start), items[number].end


def _line_of_dash(text: str, part: Part, number: int) -> int:
    """Return where the line begins that has the hyphen of an entry."""
    begin = text.rfind("\n", 0, part.items[number].start) + 1
    while text[begin + part.column] != "-":
        begin = text.rfind("\n", 0, begin - 1) + 1
    return begin


def _as_item(entry: Entry, indent: str) -> list[str]:
    if isinstance(entry, str):
        return [f"{indent}- {quoted(entry)}"]
    said = [f"{key}: {quoted(words)}" for key, words in entry.items()]
    return [f"{indent}{'  ' if number else '- '}{one}" for number, one in enumerate(said)]


def _in_flow(entry: Entry) -> str:
    if isinstance(entry, str):
        return quoted(entry)
    return f"{{{', '.join(f'{key}: {quoted(words)}' for key, words in entry.items())}}}"


def _in_braces(text: str, part: Part, key: str, words: str) -> str:
    """Add a key at the end of a map in braces, or in the place of nothing."""
    if key in part.values:
        old = part.values[key]
        space = "" if old.start < old.end else " "
        return f"{text[: old.start]}{space}{words}{text[old.end :]}"
    last = max(max(one.end, part.keys[name]) for name, one in part.values.items())
    return f"{text[:last]}, {key}: {words}{text[last:]}"


def _under_key(text: str, root: Part, key: str, lines: list[str]) -> str:
    """Write lines under a key of the outermost map that is missing, or under which nothing stands."""
    if key not in root.values:
        return _lines_after(text, root.written_to, [f"{' ' * root.column}{key}:", *lines])
    old = root.values[key]
    before = text[: old.start].rstrip(" ")
    rest = text[old.end :]
    return _lines_after(before + rest, len(before), lines)


def _lines_after(text: str, place: int, lines: list[str]) -> str:
    """Write lines below the line in which a place lies."""
    end = "\r\n" if "\r\n" in text else "\n"
    below = _end_of_line(text, place)
    head = text[:below] if text[:below].endswith("\n") else text[:below] + end
    return head + "".join(line + end for line in lines) + text[below:]


def _end_of_line(text: str, place: int) -> int:
    """Return where the next line begins."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1
