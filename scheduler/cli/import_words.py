"""What ``hemicycle import`` says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.domain.session import Session
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.wall_times import date_span
from scheduler.use_cases.forum_names import DATA
from scheduler.use_cases.import_changes import import_changes
from scheduler.use_cases.import_programme import ImportAnswer

_MOST = 10
"""How many sessions and breaches are named; JSON has all of them."""


def lines(answer: ImportAnswer) -> Iterator[str]:
    """Say to a planner what was read, what was derived, and how to go on.

    Parameters
    ----------
    answer
        What was imported.

    Yields
    ------
    str
        Lines, the last one how to go on.
    """
    forum, days = answer.forum, answer.forum.clock.days
    span = date_span(days[0].date, days[-1].date)
    yield from folded(f"{one_line(forum.title)}, {span}: imported from {answer.format}.", 0)
    yield from section("Read", _read(answer))
    yield from section("Derived, as the file does not say it", answer.programme.derived)
    yield from section("What the file has besides", map(one_line, answer.programme.noted))
    yield from section("Changed", _changed(answer))
    yield from section("Changed by hand", _by_hand(answer))
    yield from section(_breaks(answer), _few([sentence(one) for one in answer.breaches]))
    yield from section("Files", (path.as_posix() for path in answer.files))
    yield from ("", f"Done. Go on with: hemicycle schedule {(DATA / forum.forum).as_posix()}")


def _read(answer: ImportAnswer) -> Iterator[str]:
    forum = answer.forum
    counts = (
        (len(forum.sessions), "session"),
        (len(forum.rooms), "room"),
        (len(forum.clock.days), "day"),
        (len(forum.tracks), "track"),
        (len(answer.programme.people), "person"),
    )
    yield f"{', '.join(_counted(number, what) for number, what in counts)}; times of {forum.clock.timezone}."
    if answer.before is not None and forum.release is not None:
        yield (
            f"Release {forum.release.number} stays what was given out: rooms and times in this file are not "
            "taken over, and scheduling moves as little as it can."
        )
    elif forum.release is not None:
        placed = _counted(len(forum.release.timetable.placements), "session")
        yield f"Release 1, published: where the file has {placed}."


def _counted(number: int, what: str) -> str:
    several = {"person": "people"}.get(what, f"{what}s")
    return f"{number} {what if number == 1 else several}"


def _changed(answer: ImportAnswer) -> Iterator[str]:
    if answer.before is None:
        return
    found = import_changes(answer.before, answer.forum)
    parts = (("New", found.new), ("Gone", found.gone), ("Otherwise than before", found.other))
    for what, sessions in parts:
        if sessions:
            yield f"{what}: {'; '.join(_few([_name(one) for one in sessions]))}."
    if not any(sessions for _, sessions in parts):
        yield "No session is otherwise than before."


def _name(session: Session) -> str:
    return one_line(session.title)


def _few(entries: Sequence[str]) -> Iterable[str]:
    """Return the first entries, and how many more there are."""
    more = len(entries) - _MOST
    return [*entries[:_MOST], f"and {more} more"] if more > 0 else entries


def _by_hand(answer: ImportAnswer) -> Iterator[str]:
    for path in answer.kept:
        yield f"{(DATA / path).as_posix()} stays as somebody changed it: the file says nothing new on it."
    for path in answer.replaced:
        yield f"{(DATA / path).as_posix()} was written again; what somebody changed in it is lost."


def _breaks(answer: ImportAnswer) -> str:
    release = answer.forum.release
    number = release.number if release else 1
    return f"Release {number} breaks, as it was given out; scheduling puts it right"


def document(answer: ImportAnswer) -> dict[str, Any]:
    """Put what was imported into JSON.

    Parameters
    ----------
    answer
        What was imported.

    Returns
    -------
    dict
        What JSON can hold.
    """
    forum, found = answer.forum, import_changes(answer.before, answer.forum)
    return {
        "forum": forum.forum,
        "title": forum.title,
        "format": answer.format,
        "timezone": forum.clock.timezone,
        "days": {day.name: day.date.isoformat() for day in forum.clock.days},
        "sessions": len(forum.sessions),
        "rooms": len(forum.rooms),
        "release": forum.release.number if forum.release else None,
        "derived": list(answer.programme.derived),
        "noted": list(answer.programme.noted),
        "new": [one.session for one in found.new],
        "gone": [one.session for one in found.gone],
        "changed": [one.session for one in found.other],
        "kept": list(answer.kept),
        "replaced": list(answer.replaced),
        "breaches": documents(answer.breaches),
        "files": [path.as_posix() for path in answer.files],
    }
