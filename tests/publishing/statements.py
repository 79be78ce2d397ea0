"""A programme with statements from a list of speakers: early, late, without a margin, and rights of reply."""

from datetime import time

from scheduler.domain.estimates import Estimate
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.session import Segment
from scheduler.domain.speakers_list import SpeakersList

from .programmes import forum, programme

SAID = (
    ("turkiye", "plenary-1", 1, "10:30:00", "10:32:30", "10:30:00", "10:30:00", 0),
    ("egypt", "plenary-1", 12, "11:24:30", "11:27:00", "11:19:00", "11:30:00", 0),
    ("workers", "plenary-2", 1, "15:00:00", "15:03:00", "15:00:00", "15:01:05", 0),
    ("egypt", "plenary-2", 30, "16:40:00", "16:50:00", "16:39:00", "16:41:00", 1),
    ("egypt", "plenary-2", 31, "16:50:30", "16:55:30", "16:48:00", "16:52:00", 2),
)
"""Party, meeting, number, start, end, earliest, latest, and number of the reply."""


def listed() -> Forum:
    """Return the forum with a list of speakers in the general debate of its plenary."""
    plain = forum()
    debate = Segment(
        segment="debate",
        title="General debate",
        over_breaks=True,
        list_of_speakers=SpeakersList(change_over_seconds=30, limit_seconds=150),
    )
    *others, plenary = plain.sessions
    held = plenary.replace(all_segments=(plenary.all_segments[0], debate))
    return plain.replace(sessions=(*others, held))


def estimate(
    of: Forum, party: str, meeting: str, number: int, *times: str, reply: int = 0, replanned: int = 0
) -> Estimate:
    """Return an estimate with its times on the day of the plenary."""
    midnight = 60 * of.clock.midnight("day-2")
    moments = [time.fromisoformat(one) for one in times]
    start, end, earliest, latest = (
        midnight + 3600 * one.hour + 60 * one.minute + one.second for one in moments
    )
    return Estimate(
        party=party,
        meeting=meeting,
        number=number,
        start=start,
        end=end,
        earliest=earliest,
        latest=latest,
        reply=reply,
        replanned=replanned,
    )


def with_statements(of: Forum | None = None, replanned: int = 0) -> Programme:
    """Return a programme with statements of three parties, one of which also replies twice."""
    known = of or listed()
    found = tuple(estimate(known, *one[:-1], reply=one[-1], replanned=replanned) for one in SAID)
    return programme(known, estimates=found)
