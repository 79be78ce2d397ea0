"""What sets one programme apart from others of the same forum, and what is proven of them, in sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence

from scheduler.domain.clock import Clock
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed
from scheduler.domain.programme import Programme
from scheduler.domain.timetable import Placement
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.wall_times import hours
from scheduler.solving.alternatives import Alike, Found, Wanted, distance, spots_of

_NAMED = 2
"""Meetings that are named in one line; the others are counted."""


def set_apart(programmes: Sequence[Programme]) -> tuple[str, ...]:
    """Say in one line each what sets programmes apart.

    Meetings that no other of the programmes has at that time in that room are named first.

    Parameters
    ----------
    programmes
        Of one forum, the first one the best.

    Returns
    -------
    tuple of str
        Sentences.
    """
    held = Counter(place for one in programmes for place in one.timetable.placements)
    made = " --from-scratch" if programmes[0].from_scratch else ""
    only = _only_here(programmes[0], held) if len(programmes) > 1 else ""
    first = f"It is the programme of hemicycle schedule{made}{only}."
    return first, *(_apart(programmes[0], one, held) for one in programmes[1:])


def _apart(first: Programme, other: Programme, held: Counter[Placement]) -> str:
    differing = distance(spots_of(first.timetable), spots_of(other.timetable))
    meetings = "1 meeting differs" if differing == 1 else f"{differing} meetings differ"
    return f"{meetings} from programme 1: {_changes(first, other, held)}.{_costs(first, other)}"


def _costs(first: Programme, other: Programme) -> str:
    """Say which levels cost something else, where that was allowed."""
    pairs = zip(first.levels, other.levels, strict=True)
    said = [
        f"level {new.level} costs {new.value}, not {old.value}"
        for old, new in pairs
        if old.value != new.value
    ]
    words = listed(said) if said else ""
    return f" {words[:1].upper()}{words[1:]}." if words else ""


def _changes(first: Programme, other: Programme, held: Counter[Placement]) -> str:
    """Name the meetings that differ: those that are where no other has them, and at other times, first."""
    before = first.timetable.by_meeting
    changed = [place for place in other.timetable.placements if before[place.meeting] != place]
    changed.sort(key=lambda place: (held[place], before[place.meeting].start == place.start))
    only = {place: ", as in no other" for place in changed if held[place] == 1}
    said = [
        f"{_instead(first.forum, before[place.meeting], place)}{only.get(place, '')}"
        for place in changed[:_NAMED]
    ]
    more = len(changed) - len(said)
    return "; ".join(said) + (f"; and {more} more" if more else "")


def _only_here(programme: Programme, held: Counter[Placement]) -> str:
    only = [place for place in programme.timetable.placements if held[place] == 1]
    said = [
        f"{programme.forum.meeting_name(place.meeting)} {_where(programme.forum, place)}"
        for place in only[:_NAMED]
    ]
    return f"; only here: {one_line('; '.join(said))}" if said else ""


def _where(forum: Forum, place: Placement) -> str:
    return f"on {when(forum.clock, place)} in {forum.room_name(place.room)}"


def _instead(forum: Forum, before: Placement, now: Placement) -> str:
    """Say where a meeting is instead of where it was, only as far as that differs."""
    name, clock = forum.meeting_name(now.meeting), forum.clock
    if before.start == now.start:
        said = f"in {forum.room_name(now.room)} instead of {forum.room_name(before.room)}"
    elif before.room == now.room:
        said = f"on {when(clock, now)} instead of {when(clock, before)}"
    else:
        said = f"{_where(forum, now)} instead of {when(clock, before)} in {forum.room_name(before.room)}"
    return one_line(f"{name} {said}")


def when(clock: Clock, place: Placement) -> str:
    """Say when a meeting is held: by the name of a period that it fills, else by its hours.

    Parameters
    ----------
    clock
        Of the forum.
    place
        A placement on one of its days.

    Returns
    -------
    str
        Such as ``day-2 afternoon`` or ``day-2, 15:00-16:30``.
    """
    start, end = clock.instant(place.start), clock.instant(place.end)
    day = clock.day_of(place.start)
    name = day.name if day else start.date().isoformat()
    wanted = (start.time(), end.time())
    period = next((one.name for one in clock.periods if (one.start, one.end) == wanted), None)
    return f"{name} {period}" if period else f"{name}, {hours(start, end)}"


def as_good(slack: Mapping[int, int]) -> str:
    """Name what programmes have in common.

    Parameters
    ----------
    slack
        What levels may cost more.

    Returns
    -------
    str
        Such as ``as good``.
    """
    return "good enough" if any(slack.values()) else "as good"


def proven(found: Found, wanted: Wanted, good: str) -> str:
    """Say what is proven of programmes.

    Parameters
    ----------
    found
        The programmes.
    wanted
        How many were asked for, and how far apart.
    good
        What they have in common, such as ``as good``.

    Returns
    -------
    str
        Sentences that claim no more than is proven.
    """
    count, known = len(found.timetables), found.known
    if known == count:
        few = f"{wanted.count} programmes were asked for. " if count < wanted.count else ""
        return f"{few}Proven: no other programme is {good}."
    in_all = f"{known} are {good} in all." if known else ""
    if wanted.count == 1 and found.proof == "unfinished":
        return f"Whether others are {good} is not known."
    if wanted.count == 1:
        return in_all or f"Others are {good}; they were not counted."
    asked = f"{wanted.count} programmes were asked for."
    apart = f"{wanted.distance} meetings" if wanted.distance > 1 else "1 meeting"
    said = {
        "farthest": f"Proven: no {count} programmes, programme 1 among them, are farther apart. {in_all}",
        "one-by-one": "Proven: each is as different as possible from those before it.",
        "no-more": f"{asked} Proven: no {count + 1} programmes, programme 1 among them, differ from each "
        f"other by {apart} or more. {in_all}",
        "none-further": f"{asked} Proven: no other differs from each of these by {apart} or more. Whether "
        "there are more that do so without one of these is not proven.",
        "unfinished": f"{asked} The time ran out: there may be more. Maybe a longer --time-limit.",
    }
    return said[found.proof].rstrip()


def counted(count: int, ended: str, good: str) -> str:
    """Say how many programmes were listed.

    Parameters
    ----------
    count
        Programmes.
    ended
        ``all`` when there is no other, ``time`` or ``interrupted`` when there may be.
    good
        What they have in common, such as ``as good``.

    Returns
    -------
    str
        Two sentences.
    """
    programmes = "1 programme is" if count == 1 else f"{count} programmes are"
    if ended == "all":
        return f"Exactly {programmes} {good}. Proven: there is no other."
    why = "The time ran out" if ended == "time" else "The run was interrupted"
    return f"At least {programmes} {good}. {why}: not all are listed."


def alike_words(forum: Forum, alike: Alike) -> str:
    """Say what is alike, so that exchanging it makes no other programme.

    Parameters
    ----------
    forum
        The forum.
    alike
        What of it is alike.

    Returns
    -------
    str
        A sentence; empty where nothing is.
    """
    titles = {session.session: session.title for session in forum.sessions}
    sets = [listed(one_line(titles[one]) for one in members) for members in alike.sessions]
    sets += [listed(one_line(forum.room_name(one)) for one in members) for members in alike.rooms]
    said = "; ".join(sets)
    return f"Nothing tells apart {said}: programmes that only exchange them count once." if said else ""
