"""Questions about places: what they mean, and what is said of those that cannot be asked."""

import pytest

from scheduler.use_cases.question import BadQuestion, beginning_at, in_period, meeting_of, starting
from tests.mini import forum_of


@pytest.fixture
def forum():
    sessions = {"panel-1": {}, "plenary": {"meetings": 2}}
    days = {"day-1": "2030-01-07", "day-2": "2030-03-10"}
    return forum_of({"sessions": sessions, "rooms": {"hall": {}, "annex": {}}, "days": days})


def test_a_period_is_a_window_in_which_the_meeting_lies(forum):
    question = in_period(forum, meeting_of(forum, "panel-1"), "day-1", "afternoon", "annex")
    assert (question.meeting, question.room) == ("panel-1", "annex")
    assert (question.window.start, question.window.end, question.window.words) == (
        900,
        1080,
        "day-1 afternoon",
    )


def test_a_time_is_a_window_of_exactly_its_length(forum):
    question = beginning_at(forum, meeting_of(forum, "plenary-2"), "day-1", "09:05")
    assert (question.room, question.window.words) == (None, "day-1 at 09:05")
    assert (question.window.start, question.window.end) == (545, 725)


def test_the_rule_holds_the_meeting_there_and_is_no_pin(forum):
    rule = starting(meeting_of(forum, "panel-1"), 600, "hall").rule(forum)
    assert (rule.clause.mandate, rule.clause.tier) == ("question", "physical")
    assert (rule.meeting, rule.start) == ("panel-1", 600)
    window = in_period(forum, meeting_of(forum, "panel-1"), "day-1", "morning").rule(forum)
    assert window.options.rooms == ()


def asks(forum, *, meeting="panel-1", day="day-1", period=None, at=None, room=None):
    found = meeting_of(forum, meeting)
    if period is not None:
        return in_period(forum, found, day, period, room)
    return beginning_at(forum, found, day, at, room)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            {"meeting": "panel-3", "at": "10:00"},
            "there is no meeting 'panel-3'. Maybe one of panel-1, plenary-1",
        ),
        ({"meeting": "pannel-1", "at": "10:00"}, "there is no meeting 'pannel-1'. Maybe panel-1"),
        (
            {"meeting": "plenary", "at": "10:00"},
            "'plenary' has 2 meetings. Maybe one of plenary-1, plenary-2",
        ),
        ({"day": "day-3", "period": "morning"}, "there is no day 'day-3'. Maybe one of day-1, day-2"),
        ({"day": "day-1 morning", "at": "10:00"}, "there is no day 'day-1 morning'. Maybe one of"),
        ({"day": "2030-01-07", "at": "10:00"}, "is a date; days are called by name. Maybe --day day-1"),
        ({"period": "evening"}, "there is no period 'evening'. Maybe one of afternoon, morning"),
        ({"period": "10:00"}, "'10:00' is no period. Maybe --at 10:00"),
        ({"at": "10h"}, "'10h' is no time of day. Maybe --at 10:00"),
        ({"at": "25:00"}, "there is no such time as 25:00. Maybe a time from 00:00 to 23:59"),
        ({"day": "day-2", "at": "02:30"}, "02:30 does not exist on 2030-03-10 in America/New_York"),
        ({"at": "10:00", "room": "hal"}, "there is no room 'hal'. Maybe hall"),
        ({"at": "10:00", "room": "x"}, "there is no room 'x'. Maybe one of annex, hall"),
    ],
)
def test_what_cannot_be_asked_comes_with_what_would_be_right(forum, question, said):
    with pytest.raises(BadQuestion) as error:
        asks(forum, **question)
    assert said in str(error.value)
