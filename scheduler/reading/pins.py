"""``pins.yaml``: what planners hold where it is, or keep from somewhere, each with who and why."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pydantic import ValidationError

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.maybe import maybe
from scheduler.meeting_options import PINS, ReleasedOptions
from scheduler.options import vocabulary
from scheduler.reading.desk import Desk
from scheduler.reading.entries import Entry, Known, Place, listed, parts_of, refuse_other_keys
from scheduler.reading.files import Files
from scheduler.reading.forum_file import ForumFile
from scheduler.reading.head import Head
from scheduler.reading.pin_clauses import Pin, clause_of, identifiers, with_clauses
from scheduler.reading.problems import BadData, Problems
from scheduler.reading.releases import release_paths
from scheduler.reading.sentences import Path, faults
from scheduler.rules import Rule, activate, find_rule

_FILE = "pins.yaml"
_KEYS = {"windows": "window", "rooms": "room"}
"""Options of rules that planners write otherwise."""
_NUMBER = re.compile(r"0*[1-9][0-9]{0,8}", re.ASCII)
_EMPTY = "is empty"
_EXAMPLE = "pins: [{pin: {session: talk}, by: A. Planner, because: it is booked}]"


def read_pins(desk: Desk, head: Head) -> list[Entry[Pin]] | None:
    """Read ``pins.yaml``.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    head
        What ``forum.yaml`` says.

    Returns
    -------
    list of Entry or None
        In the order of the file, none without such a file; ``None`` after a problem.
    """
    if not (desk.folder / _FILE).exists():
        return []
    place = _own(desk)
    if place is None:
        return None
    _check_mandates(head.file, head.place, desk.problems)
    refuse_other_keys(place, ("pins",), desk.problems)
    _check_numbers(desk, place)
    return listed(Pin, place, "pins", desk.problems)


def _own(desk: Desk) -> Place | None:
    """Read the file, and where nothing stands in it, say what could."""
    problems = Problems()
    place = replace(desk, problems=problems, files=Files(problems, desk.files.inputs)).own(_FILE)
    try:
        problems.raise_if_any()
    except BadData as found:
        for one in found.problems:
            hint = f". Maybe delete it, or write {_EXAMPLE}" if one.sentence == _EMPTY else ""
            desk.problems.add(one.file, one.line, one.field, one.value, f"{one.sentence}{hint}")
    return place


def _check_mandates(file: ForumFile, place: Place, problems: Problems) -> None:
    if PINS in file.mandates:
        path: Path = ("mandates", file.mandates.index(PINS))
        sentence = f"'{PINS}' is what {_FILE} is reported as. Maybe give the mandate another name"
        place.problem(problems, path, PINS, sentence)


def _check_numbers(desk: Desk, place: Place) -> None:
    """Refuse releases that are not there by their names alone, so that no other mistake hides them."""
    paths = release_paths(replace(desk, problems=Problems()))
    known = Known("release", [path.stem.removeprefix("release-") for path in paths])
    for part in parts_of(place, "pins", Problems()) or ():
        node = part.node.get("release") if isinstance(part.node.value, dict) else None
        said = node.value if node else None
        if known.names and isinstance(said, str) and _NUMBER.fullmatch(said):
            known.has(said.lstrip("0"), part, ("release",), desk.problems)


def drafts(entries: Sequence[Entry[Pin]]) -> list[Entry[Clause]]:
    """Make what ``forum.yaml`` can speak of: clauses with their ids, before their forum is known.

    Parameters
    ----------
    entries
        What ``pins.yaml`` says.

    Returns
    -------
    list of Entry
        With the reason for a sentence.
    """
    names = identifiers(entry.value for entry in entries)
    pins = {entry.value: entry for entry in entries}
    return [
        Entry(
            Clause(clause=name, tier="practice", says=pin.because, rule="placed", mandate=PINS),
            pins[pin].place,
        )
        for pin, name in names.items()
    ]


def with_pins(
    desk: Desk, forum: Forum, rules: tuple[Rule, ...], entries: Sequence[Entry[Pin]]
) -> tuple[Forum, tuple[Rule, ...]]:
    """Let a forum follow its pins.

    Parameters
    ----------
    desk
        Takes what is wrong with them.
    forum
        The forum with its releases.
    rules
        Those of its other clauses.
    entries
        What ``pins.yaml`` says.

    Returns
    -------
    tuple of Forum and tuple of Rule
        As they were where there are no pins, or something is wrong.
    """
    found = len(desk.problems) > 0
    names = identifiers(entry.value for entry in entries)
    for entry in entries:
        clause = clause_of(entry.value, names[entry.value], forum)
        _check(entry, clause, forum, desk.problems, releases=not found)
    if not entries or len(desk.problems):
        return forum, rules
    clauses = [_placed(clause_of(pin, name, forum), pin, entries) for pin, name in names.items()]
    return with_clauses(forum, clauses)


def _placed(clause: Clause, pin: Pin, entries: Sequence[Entry[Pin]]) -> Clause:
    place = next(entry.place for entry in entries if entry.value == pin)
    return clause.replace(place=f"{place.file.key}:{place.node.line}")


def _check(entry: Entry[Pin], clause: Clause, forum: Forum, problems: Problems, *, releases: bool) -> None:
    """Check names and windows, and whether a release has what is pinned."""
    pin = entry.value
    try:
        options = activate(clause, vocabulary(forum)).options
    except ValidationError as error:
        for path, value, sentence in faults(error, find_rule(clause.rule).Options):
            entry.place.problem(problems, _in_file(path, pin), value, sentence)
        return
    if isinstance(options, ReleasedOptions):
        if releases:
            _check_release(entry, options, forum, problems)
        return
    opened = Known("room open to this forum", forum.room_by_id)
    for number, room in enumerate(pin.room):
        opened.has(room, entry.place, ("room", number), problems)


def _in_file(path: Path, pin: Pin) -> Path:
    """Turn a path into a rule's options into one into the planner's words."""
    first, *rest = path
    return (pin.verb if first == "what" else _KEYS[str(first)], *rest)


def _check_release(entry: Entry[Pin], options: ReleasedOptions, forum: Forum, problems: Problems) -> None:
    pin, (sort, name) = entry.value, entry.value.what.chosen
    if not forum.history:
        sentence = (
            "nothing has been released yet, so nothing can be held as it was. Maybe write at, or not-at"
        )
        entry.place.problem(problems, (pin.verb,), name, sentence)
        return
    given = options.given(forum)
    assert given is not None  # others have been refused by their numbers
    if not options.places(forum):
        has = maybe(name, [place.meeting for place in given.timetable.of(forum.meetings)])
        sentence = f"release {given.number} does not have {pin.what.words(forum)}.{has}"
        entry.place.problem(problems, (pin.verb, sort), name, sentence)
