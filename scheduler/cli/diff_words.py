"""What ``hemicycle diff`` says of its answer."""

from collections.abc import Iterator
from typing import Any

from scheduler.cli.findings import folded, section
from scheduler.domain.difference import KINDS, MeetingDifference
from scheduler.domain.given_state import GivenDuty, GivenState
from scheduler.domain.release import GivenMeeting, GivenSegment
from scheduler.domain.segment_difference import SegmentDifference
from scheduler.publishing.difference_words import (
    HEADINGS,
    counted,
    room_of,
    segment_sentence,
    sentences,
    title_of,
)
from scheduler.publishing.plain_words import one_line
from scheduler.use_cases.diff import DiffAnswer
from scheduler.use_cases.diff_sides import Side


def lines(answer: DiffAnswer) -> Iterator[str]:
    """Say the differences to a planner, each meeting once, below what concerns delegates most.

    Parameters
    ----------
    answer
        What was found.

    Yields
    ------
    str
        Lines, the last ones with all counted.
    """
    found = answer.difference
    yield from folded(
        f"{one_line(answer.title)}: {_name(answer.before)} compared with {_name(answer.now)}", 0
    )
    for kind in KINDS:
        own = [one for one in found.meetings if one.kinds[0] == kind]
        entries = (one_line(sentence) for one in own for sentence in sentences(one, found))
        yield from section(HEADINGS[kind], entries)
    yield from section("Understood", _understood(answer))
    yield from section("Not compared", answer.not_compared)
    yield from ("", *folded(f"{counted(found)}.", 0))
    if answer.aside:
        yield f"Passed over: {answer.aside} more, by what was asked for."
    if answer.page:
        yield f"Written: {answer.page.as_posix()}."


def _name(side: Side) -> str:
    return f"{one_line(side.name)} ({side.what})"


def _understood(answer: DiffAnswer) -> list[str]:
    return [*dict.fromkeys((*answer.before.said, *answer.now.said))]


def document(answer: DiffAnswer) -> dict[str, Any]:
    """Put the differences into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold; ``null`` stands for a meeting or segment that is not held.
    """
    found = answer.difference
    return {
        "before": _side(answer.before),
        "now": _side(answer.now),
        "counts": {kind: found.counts.get(kind, 0) for kind in KINDS},
        "meetings": [_meeting(one, answer) for one in found.meetings],
        "passed-over": answer.aside,
        "not-compared": list(answer.not_compared),
        "understood": _understood(answer),
        "page": answer.page.as_posix() if answer.page else None,
    }


def _side(side: Side) -> dict[str, str]:
    return {"name": side.name, "what": side.what, "timezone": side.state.timezone}


def _meeting(one: MeetingDifference, answer: DiffAnswer) -> dict[str, Any]:
    found = answer.difference
    return {
        "meeting": one.meeting,
        "title": title_of(one.shown),
        "kinds": list(one.kinds),
        "before": _place(one.before, found.before),
        "now": _place(one.now, found.now),
        "segments": [_segment(part) for part in one.segments],
        "appointed": [_duty(duty) for duty in one.appointed],
        "relieved": [_duty(duty) for duty in one.relieved],
        "sentences": list(sentences(one, found)),
    }


def _place(meeting: GivenMeeting | None, state: GivenState) -> dict[str, str] | None:
    if meeting is None:
        return None
    return {
        "title": title_of(meeting),
        "room": meeting.room,
        "room-name": room_of(meeting, state),
        "day": meeting.day,
        "start": meeting.start.isoformat(),
        "end": meeting.end.isoformat(),
    }


def _duty(duty: GivenDuty) -> dict[str, str]:
    return {"party": duty.party, "name": duty.name, "role": duty.role}


def _segment(part: SegmentDifference) -> dict[str, Any]:
    return {
        "segment": part.segment,
        "before": _times(part.before),
        "now": _times(part.now),
        "sentence": segment_sentence(part),
    }


def _times(part: GivenSegment | None) -> dict[str, str] | None:
    if part is None:
        return None
    start, end = part.start.isoformat(), part.end.isoformat()
    return {"meeting": part.meeting, "title": part.title, "start": start, "end": end}
