"""List the vocabulary of rules, and the clauses that bind a forum."""

import inspect
import re
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from scheduler import options as option_words
from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.value import Value, hyphenated
from scheduler.domain.window import Window
from scheduler.meeting_options import MeetingSelector, ReleasedSelector
from scheduler.options import SessionSelector
from scheduler.reading import read_forum
from scheduler.reading.clauses_beside import read_clauses_beside
from scheduler.reading.forum import Reading
from scheduler.rules import (
    ForumPreference,
    ForumRule,
    Rule,
    SideEventsPreference,
    SideEventsRule,
    active_rules,
    find_rule,
    rule_names,
)
from scheduler.speakers_rule import OnSpeakers

Reads = Literal["the timetable", "the forum's data", "the side events", "the list of speakers"]
"""What a rule judges."""

_SORTS = {
    name: " ".join(word.lower() for word in re.findall("[A-Z][a-z]+", name.removesuffix("Name")))
    for name in vars(option_words)
    if name.endswith("Name")
}
_PLAIN: dict[Any, str] = {
    int: "whole number",
    str: "text",
    bool: "yes or no",
    time: "time of day",
    Window: "window",
    SessionSelector: "selection of sessions",
    MeetingSelector: "one session, meeting or party",
    ReleasedSelector: "one session, meeting, party, room or day",
}


@dataclass(frozen=True)
class Option:
    """An option of a rule: its key in a clause, what it takes, and what stands where it is left out."""

    key: str
    takes: str
    otherwise: str


@dataclass(frozen=True)
class RulePage:
    """What a planner has to know of one rule.

    ``speaks_of`` says what the options mean together. ``sample`` holds the options of a clause
    under which ``kept`` and ``broken`` are judged; ``stage`` is what the forum has beside what an
    example says. What is broken, or charged, comes with the judge's sentence.
    """

    name: str
    promise: str
    why: str
    speaks_of: str
    options: tuple[Option, ...]
    reads: Reads
    tiers: str
    sample: dict[str, Any]
    stage: Any
    kept: tuple[Any, ...]
    broken: tuple[tuple[Any, str], ...]


@dataclass(frozen=True)
class ActiveClause:
    """A clause of a forum; ``set_aside`` is why the forum does not follow it, or empty.

    ``heading`` is the title of its mandate, or the forum's id.
    """

    clause: Clause
    heading: str
    set_aside: str = ""


def vocabulary_pages() -> tuple[RulePage, ...]:
    """Describe every rule.

    Returns
    -------
    tuple of RulePage
        By name.
    """
    return tuple(_page(find_rule(name)) for name in rule_names())


def active_clauses(folder: Path) -> tuple[Forum, tuple[ActiveClause, ...]]:
    """List the clauses of a forum's mandates and of its own.

    Those on side events and on lists of speakers are among them where the forum has slots, or a segment in
    which speakers are called from a list.

    Parameters
    ----------
    folder
        The forum's folder.

    Returns
    -------
    tuple of Forum and tuple of ActiveClause
        In the order of mandates and clauses, those set aside among them, the forum's own last.

    Raises
    ------
    BadData
        The folder cannot be read.
    """
    forum = read_forum(folder).forum
    beside = read_clauses_beside(folder, Reading(forum, active_rules(forum), {}))
    aside = {one.clause: one.because for one in forum.set_aside}
    for one in beside:
        aside |= one.set_aside
    mandates = (*forum.mandates, *(one.mandate for one in beside))
    bound = [(clause, mandate.title) for mandate in mandates for clause in mandate.clauses]
    bound += [(clause, forum.forum) for clause in forum.clauses]
    return forum, tuple(
        ActiveClause(clause, heading, aside.get(clause.clause, "")) for clause, heading in bound
    )


def _page(rule: type[Rule]) -> RulePage:
    text = inspect.getdoc(rule) or ""
    promise, _, why = text.partition("\n\nWhy:")
    shown: Any = rule
    wish = hasattr(rule, "CHARGED")
    examples = shown.CHARGED if wish else shown.BROKEN
    return RulePage(
        name=rule.name(),
        promise=_unwrapped(promise).replace("``", "`"),
        why=_sentence(_unwrapped(why)).replace("``", "`"),
        speaks_of=_remark(rule),
        options=tuple(_option(name, info) for name, info in rule.Options.model_fields.items()),
        reads=_reads(rule),
        tiers="preference" if wish else "physical, mandate or practice",
        sample=rule.OPTIONS,
        stage=_lines(rule.DEBATE) if issubclass(rule, OnSpeakers) else rule.FORUM,
        kept=tuple(_lines(one) for one in shown.KEPT),
        broken=tuple(_example(one) for one in (examples.items() if isinstance(examples, dict) else examples)),
    )


def _reads(rule: type[Rule]) -> Reads:
    if issubclass(rule, SideEventsRule | SideEventsPreference):
        return "the side events"
    if issubclass(rule, OnSpeakers):
        return "the list of speakers"
    return "the forum's data" if issubclass(rule, ForumRule | ForumPreference) else "the timetable"


def _remark(rule: type[Rule]) -> str:
    """Return what the options' own words add to the rule's name."""
    if not rule.Options.model_fields:
        return ""
    text = _unwrapped(inspect.getdoc(rule.Options) or "").removeprefix(f"What ``{rule.name()}`` speaks of")
    return _sentence(text.strip(".:;, \n").replace("``", "`"))


def _example(example: tuple[Any, ...]) -> tuple[Any, str]:
    """Pair what is broken with the judge's sentence; what is charged has its price at the end."""
    said, *told = _lines(example[0]), *example[1:]
    if isinstance(told[0], tuple):
        told = list(told[0])
    sentence = str(told[0])
    return said, sentence if len(told) == 1 else f"{sentence} (price {told[1]})"


def _lines(said: Any) -> Any:
    """Take the indentation of the source out of an example's lines."""
    return "\n".join(line.strip() for line in said.splitlines()) if isinstance(said, str) else said


def _unwrapped(text: str) -> str:
    """Put each paragraph on one line."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _option(name: str, info: FieldInfo) -> Option:
    if info.is_required():
        otherwise = "must be said"
    elif info.default in (None, (), ""):
        otherwise = "nothing"
    else:
        otherwise = _default(info.default)
    return Option(hyphenated(name), _takes(info.annotation, info.metadata), otherwise)


def _default(value: Any) -> str:
    if isinstance(value, SessionSelector):
        return value.words
    if isinstance(value, tuple):
        return ", ".join(map(_default, value))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _takes(annotation: Any, marks: list[Any] | tuple[Any, ...] = ()) -> str:
    """Say in words what an option takes."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _takes(inner[0], inner[1:])
    if origin in (Union, UnionType):
        return " or ".join(_takes(one, marks) for one in inner if one is not NoneType)
    if origin is Literal:
        return " or ".join(f"`{one}`" for one in inner)
    if origin is tuple:
        return _several(inner)
    if isinstance(annotation, type) and issubclass(annotation, Value) and annotation not in _PLAIN:
        return f"map of {' and '.join(map(hyphenated, annotation.model_fields))}"
    return _marked(marks) or _PLAIN[annotation]


def _several(inner: tuple[Any, ...]) -> str:
    if inner[-1] is Ellipsis:
        return f"list of: {_takes(inner[0])}"
    return f"pair of {' and '.join(map(_takes, inner))}"


def _marked(marks: list[Any] | tuple[Any, ...]) -> str:
    """Recognise the names and lengths of ``scheduler.options`` by what marks them."""
    for mark in marks:
        if mark in get_args(option_words.OptionMinutes)[2:]:
            return "minutes"
        for name, sort in _SORTS.items():
            if mark in get_args(getattr(option_words, name))[1:]:
                return f"id of a {sort}" if sort in ("session", "room", "party", "segment", "track") else sort
    return ""
