"""Segments that lie in other meetings than before."""

from datetime import timedelta

import pytest

from scheduler.domain.difference import difference
from scheduler.domain.given_state import GivenState
from scheduler.domain.release import GivenMeeting, GivenSegment

from .test_difference import meeting, moment, state


def with_parts(*parts: tuple[str, GivenMeeting, int], meetings: tuple[GivenMeeting, ...]) -> GivenState:
    segments = tuple(
        GivenSegment(
            id=f"talk/{name}",
            session="talk",
            meeting=of.id,
            start=of.start + timedelta(minutes=minute),
            end=of.start + timedelta(minutes=minute + 30),
        )
        for name, of, minute in parts
    )
    return state(*meetings, segments=segments)


THIRD = meeting(id="talk-3", title="3rd")
FOURTH = meeting(id="talk-4", title="4th", start=moment(17, 15), end=moment(17, 18))


@pytest.mark.parametrize("stays", [True, False])
def test_a_segment_that_lies_in_another_meeting_is_neither_added_nor_taken_out(stays: bool) -> None:
    both = (THIRD, FOURTH)
    before = with_parts(("debate", THIRD, 0), ("debate", FOURTH, 0), ("closing", FOURTH, 150), meetings=both)
    now = with_parts(("debate", THIRD, 0), ("closing", THIRD, 150), meetings=both if stays else (THIRD,))
    third, fourth = difference(before, now).meetings
    (closing,) = third.segments
    assert (third.kinds, closing.segment) == (("segment",), "talk/closing")
    assert (closing.left, closing.entered) == (FOURTH, THIRD)
    assert [part.meeting for part in closing.sides] == ["talk-4", "talk-3"]
    assert closing in fourth.segments
    assert fourth.kinds == (("segment",) if stays else ("cancelled",))
    back_third, back_fourth = difference(now, before).meetings
    assert back_third.segments[0].entered == FOURTH
    assert back_fourth.kinds == (("segment",) if stays else ("added",))


def test_agendas_that_one_side_does_not_judge_have_not_moved() -> None:
    before = with_parts(("closing", FOURTH, 0), meetings=(THIRD, FOURTH))
    now = with_parts(("closing", THIRD, 0), meetings=(THIRD,)).replace(unjudged=("talk",))
    (fourth,) = difference(before, now).meetings
    assert (fourth.kinds, fourth.segments) == (("cancelled",), ())
