"""What has become of meetings is said without solving."""

from scheduler.domain.facts import facts_of
from scheduler.domain.release import GivenMeeting
from scheduler.use_cases.other_reasons import other_reasons
from tests.mini import timetable_of
from tests.use_cases.test_causes import RELEASED, forum_with

FIRST = RELEASED.partition("\n")[0]


def given(forum, titles=None):
    """Return a forum whose release says what was given out."""
    clock = forum.clock
    meetings = tuple(
        GivenMeeting(
            id=one.meeting,
            session=one.meeting,
            title=(titles or {}).get(one.meeting, one.meeting),
            room=one.room,
            start=clock.instant(one.start),
            end=clock.instant(one.end),
        )
        for one in forum.release.timetable.placements
    )
    return forum.replace(release=forum.release.replace(meetings=meetings))


def test_without_a_release_there_is_none():
    forum = forum_with()
    assert other_reasons(forum.replace(release=None), forum.release.timetable, None) == {}


def test_a_meeting_that_is_left_out_by_hand_was_left_out_by_hand():
    forum = given(forum_with())
    now = timetable_of(forum, FIRST)
    assert other_reasons(forum, now, facts_of(forum), "by hand") == {"panel-2": "by hand"}
    left = "panel-2 is no longer among the forum's sessions"
    assert other_reasons(forum, now, None) == {"panel-2": left}


def test_a_meeting_that_comes_back_says_that_it_was_left_out():
    forum = given(forum_with(release=FIRST, sessions={"panel-1": {}, "panel-2": {}}))
    now = timetable_of(forum, RELEASED)
    assert other_reasons(forum, now, facts_of(forum)) == {"panel-2": "release 1 left it out"}
    new = "panel-2 is new among the forum's sessions"
    assert other_reasons(forum, now, None) == {"panel-2": new}


def test_a_meeting_is_new_or_gone_because_a_fact_has_changed():
    one, two = given(forum_with(release=FIRST)), given(forum_with())
    alone = two.replace(sessions=two.sessions[:1])
    gone = other_reasons(alone, timetable_of(alone, FIRST), facts_of(two), "by hand")
    assert gone == {"panel-2": "panel-2 is no longer held"}
    more = two.replace(release=one.release)
    assert other_reasons(more, two.release.timetable, facts_of(alone)) == {"panel-2": "panel-2 is new"}


def test_another_title_is_a_change_of_the_data():
    before = forum_with(sessions={"panel-1": {"title": "Old"}, "panel-2": {}})
    now = given(forum_with(), {"panel-1": "Old"})
    found = other_reasons(now, now.release.timetable, facts_of(before))
    assert found == {"panel-1": "its title was changed in the forum's data"}


def test_facts_that_are_not_understood_name_nothing():
    now = given(forum_with())
    assert other_reasons(now, now.release.timetable, {"clock": {}}) == {}
