"""``docs/rules.md``: every rule with its options and examples, as a page to read."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from scheduler.use_cases.rules import Option, RulePage, vocabulary_pages

_PLAIN = re.compile(r"^[A-Za-z][\w /.-]*$")
_HEAD = """# The rules

A clause of a mandate names a rule and gives it its options. Each rule is one file in `constraints/`:
it tells the solver what to keep, and judges a finished timetable without the solver. This page is made
from those files by `make docs`; `hemicycle rules` prints the same.

In the examples, `day-1` is Monday, 7 January 2030, and a line places a meeting, or a segment, from one time
to another; a side event has a slot where a meeting has a room. Of a debate, a line has a part that lies in
one meeting, or a speaker with its level, its limit and the times at which it can be there, in the order in
which they would be called; and a list of speakers has a line for each statement. A rule of tier preference
charges a price where others are broken.

Many options take a *selection of sessions*, and a clause speaks of no others:

| written | selects |
| --- | --- |
| `all` | every session of the forum |
| `{kind: round-table}` | every session of that kind; of several: `{kind: [round-table, plenary]}` |
| `{session: plenary}` | the session with that id; several: `{session: [round-table-1, round-table-2]}` |
| `{kind: plenary, session: hearing}` | sessions of that kind, and that session |"""


def rules_markdown() -> str:
    """Write the page.

    Returns
    -------
    str
        CommonMark with the tables of GitHub; the last line is ended.
    """
    pages = vocabulary_pages()
    lines = [_HEAD, "", *(f"- [{page.name}](#{page.name}): {page.promise}" for page in pages)]
    for page in pages:
        lines += _rule(page)
    return "".join(f"{line}\n" for line in lines)


def _rule(page: RulePage) -> Iterator[str]:
    yield from ("", f"## {page.name}", "", page.promise, "")
    yield f"**Why:** {page.why}"
    yield from ("", f"Reads {page.reads}; for clauses of tier {page.tiers}.")
    yield from _options(page.options, page.speaks_of)
    yield from _stage(page)
    for kept in page.kept:
        yield from ("", "Kept:", "", *_fenced(kept))
    for broken, sentence in page.broken:
        word = "Charged" if page.tiers == "preference" else "Broken"
        yield from ("", f"{word}: *{sentence}*", "", *_fenced(broken))


def _options(options: tuple[Option, ...], remark: str) -> Iterator[str]:
    if options:
        yield from ("", "| option | takes | when left out |", "| --- | --- | --- |")
    for option in options:
        yield f"| `{option.key}` | {option.takes} | {option.otherwise} |"
    if remark:
        yield from ("", f"{remark}.")


def _stage(page: RulePage) -> Iterator[str]:
    """Yield what the examples stand on: the clause's options and the forum's data."""
    if page.sample:
        yield from ("", "In the examples the clause says:", "", *_fenced(page.sample))
    if page.stage:
        whose = "debate" if isinstance(page.stage, str) else "forum"
        yield from ("", f"and the {whose}:" if page.sample else f"In the examples the {whose} says:", "")
        yield from _fenced(page.stage)


def _fenced(shown: Any) -> Iterator[str]:
    if isinstance(shown, str):
        yield from ("```text", *shown.splitlines(), "```")
    else:
        yield from ("```yaml", *(_block(shown) or ["{} # as it is"]), "```")


def _block(value: Any) -> list[str]:
    """Write a value as YAML (1.2), one key or entry a line where it holds others."""
    if isinstance(value, dict):
        return [line for key, one in value.items() for line in _entry(f"{_scalar(key)}:", one)]
    return [line for one in value for line in _item(one)]


def _entry(key: str, value: Any) -> Iterable[str]:
    if isinstance(value, str) and "\n" in value:
        return [f"{key} |", *(f"  {line.strip()}" for line in value.splitlines())]
    if _is_flat(value):
        return [f"{key} {_flow(value)}"]
    return [key, *(f"  {line}" for line in _block(value))]


def _item(value: Any) -> Iterable[str]:
    if _is_flat(value):
        return [f"- {_flow(value)}"]
    first, *rest = _block(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def _is_flat(value: Any) -> bool:
    """Tell whether a value is read more easily on one line."""
    return len(_flow(value)) <= 80


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    """Write a word, a number or nothing; a text that YAML would read otherwise is quoted."""
    plain = isinstance(value, str) and _PLAIN.match(value) and value not in ("true", "false", "null")
    return str(value) if plain else json.dumps(value, ensure_ascii=False, default=str)
