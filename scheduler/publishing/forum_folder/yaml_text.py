"""Values as YAML that is read as the same: what YAML could take for anything else stands in quotes."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any

from scheduler.domain.value import Value
from scheduler.publishing.plain_words import one_line

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_OTHERWISE = frozenset({"false", "n", "no", "null", "off", "on", "true", "y", "yes"})
"""Words that some reader of YAML takes for something else than text."""


def yaml_file(head: Iterable[str], fields: Mapping[str, Any]) -> bytes:
    """Write a file of YAML (1.2).

    Parameters
    ----------
    head
        Lines of the comment at its head.
    fields
        What it says, by key: texts, numbers, lists, maps and values of the domain.

    Returns
    -------
    bytes
        UTF-8; each entry of a list of maps stands on lines of its own.
    """
    lines = [f"# {one_line(line)}" for line in head]
    for key, value in fields.items():
        inner = _plain(value)
        entries = isinstance(inner, list) and any(isinstance(one, dict) for one in inner)
        lines += _entries(key, inner) if entries else ["", f"{key}: {_in_flow(inner)}"]
    return "".join(f"{line}\n" for line in lines).encode()


def _entries(key: str, entries: Sequence[dict[str, Any]]) -> list[str]:
    lines = ["", f"{key}:"]
    for entry in entries:
        said = [f"{name}: {_in_flow(value)}" for name, value in entry.items()]
        lines += [f"{'    ' if number else '  - '}{one}" for number, one in enumerate(said)]
    return lines


def _in_flow(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_in_flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_in_flow, value))}]"
    return json.dumps(value) if isinstance(value, int) else _quoted(str(value))


def _quoted(text: str) -> str:
    """Write a text on one line; JSON's way of quoting is one of YAML's."""
    words = one_line(text)
    plain = _PLAIN.fullmatch(words) and words not in _OTHERWISE and not words.isdigit()
    return words if plain else json.dumps(words, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Put values of the domain into maps, without what they need not say."""
    if isinstance(value, Value):
        return _plain(value.model_dump(by_alias=True, exclude_defaults=True))
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return f"{value:%H:%M}" if isinstance(value, time) else value
