"""What a file does not say, derived by stated rules and marked as derived."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scheduler.domain.clock import Day
from scheduler.domain.room import Room
from scheduler.domain.track import Track
from scheduler.reading.importing.given import BREAK, Given

_SENTENCES = (
    "The days are those that the file lists or on which something is held. Their hours reach from the first "
    "start to the last end, unless the file says more; they are interrupted where nothing is held for four "
    "hours.",
    "Sessions keep to these hours (clause derived/hours).",
    "Every room is open to the programme in all hours of all days.",
    "A track keeps to the rooms and to the days that it has in the file, where these are not all of them "
    "(clauses derived/track-rooms/… and derived/track-days/…).",
    "Breaks, which are known by their type or title, stay when they are (clauses derived/break/…).",
    "Whoever is named for a session has to be there all the time (duties of the role speaker), and is in one "
    "place at a time.",
)

_MARKS = {"source": "derived by the import; SOURCES.md says how", "certainty": "assumption"}


@dataclass(frozen=True)
class Derived:
    """Clauses, and the rules by which they and all else were derived."""

    clauses: tuple[dict[str, Any], ...]
    sentences: tuple[str, ...] = _SENTENCES


def derived(
    given: Sequence[Given], days: Sequence[Day], rooms: Sequence[Room], tracks: Sequence[Track]
) -> Derived:
    """Derive the clauses of a programme; all are of tier practice, so that explanations can relax them.

    Parameters
    ----------
    given
        Its sessions with their places.
    days, rooms, tracks
        Those of the programme.

    Returns
    -------
    Derived
        Clauses in the words of ``clauses.yaml``.
    """
    clauses = [*_hours(given), *_breaks(given, days)]
    of_tracks: dict[str | None, list[Given]] = {}
    for one in given:
        of_tracks.setdefault(one.session.track, []).append(one)
    for track in tracks:
        mine = of_tracks[track.track]
        clauses += [*_rooms(track, mine, rooms), *_days(track, mine, days)]
    return Derived(tuple({**clause, **_MARKS} for clause in clauses))


def _clause(name: str, says: str, rule: str, **options: Any) -> dict[str, Any]:
    return {"clause": f"derived/{name}", "tier": "practice", "says": says, "rule": rule, **options}


def _hours(given: Sequence[Given]) -> Iterator[dict[str, Any]]:
    """Bind to the hours what is not held over midnight."""
    bound = [one for one in given if not _over_midnight(one)]
    sessions: Any = "all" if len(bound) == len(given) else _named(bound)
    if bound:
        says = "Sessions are held in the hours that the programme has."
        yield _clause("hours", says, "official-hours", sessions=sessions)


def _breaks(given: Sequence[Given], days: Sequence[Day]) -> Iterator[dict[str, Any]]:
    for one in given:
        if one.session.kind == BREAK and one.event.on_one_day:
            window = f"{_day(one, days)} {one.event.start:%H:%M}-{one.event.end:%H:%M}"
            says = f"The break '{one.title}' stays when it is."
            name = f"break/{one.session.session}"
            yield _clause(name, says, "within", sessions=_named([one]), windows=[window])


def _rooms(track: Track, mine: Sequence[Given], rooms: Sequence[Room]) -> Iterator[dict[str, Any]]:
    used = {one.room for one in mine if one.placement}
    if used and len(used) < len(rooms):
        names = [room.room for room in rooms if room.room in used]
        says = f"The sessions of the track '{track.title}' are held in the rooms that it has."
        yield _clause(f"track-rooms/{track.track}", says, "in-room", sessions=_named(mine), rooms=names)


def _days(track: Track, mine: Sequence[Given], days: Sequence[Day]) -> Iterator[dict[str, Any]]:
    bound = [one for one in mine if not _over_midnight(one)]
    used = {_day(one, days) for one in bound if one.event.start}
    if used and len(used) < len(days):
        names = [day.name for day in days if day.name in used]
        says = f"The sessions of the track '{track.title}' are held on the days that it has."
        yield _clause(f"track-days/{track.track}", says, "within", sessions=_named(bound), windows=names)


def _over_midnight(one: Given) -> bool:
    return one.event.start is not None and not one.event.on_one_day


def _day(one: Given, days: Sequence[Day]) -> str:
    on = one.event.start and one.event.start.date()
    return next(day.name for day in days if day.date == on)


def _named(given: Sequence[Given]) -> dict[str, list[str]]:
    return {"session": [one.session.session for one in given]}
