"""The rules of pins: which meetings they speak of, which release, and words that say nothing."""

import pytest

from scheduler.board import Board
from scheduler.domain.timetable import arranged
from scheduler.rules import active_rules, find_rule
from scheduler.solving import solve
from scheduler.solving.tick import tick_of
from tests.mini import clause_of, forum_of, release_of, rule_of, timetable_of

FIRST = "day-1 10:05-13:05 hall round-table-1"
LAST = "day-1 15:00-18:00 annex round-table-1"
OVERLAY = {
    "sessions": {"round-table-1": {}, "plenary": {"meetings": 2}},
    "parties": [
        {"party": "egypt", "name": "Egypt", "kind": "member-state", "attends": ["plenary"]},
        {"party": "media", "name": "Media", "kind": "officer"},
    ],
}


def twice_released():
    forum = forum_of(OVERLAY)
    first, last = release_of(forum, FIRST), release_of(forum, LAST).replace(number=2)
    return forum.replace(release=last, history=(first, last))


@pytest.mark.parametrize(
    ("number", "kept", "tick"),
    [(None, LAST, 60), (1, FIRST, 5), (2, LAST, 60), (3, FIRST, 60), (3, LAST, 60)],
)
def test_a_pin_speaks_of_the_release_with_its_number(number, kept, tick):
    forum = twice_released()
    rule = rule_of(forum, "stays-as-released", {"what": {"session": "round-table-1"}, "release": number})
    assert tick_of(forum, [rule]) == tick
    timetable = timetable_of(forum, kept)
    assert list(rule.breaches(forum, timetable)) == []
    assert bool(list(rule.breaches(forum, timetable_of(forum, f"day-2{kept[5:]}")))) == (number != 3)


def test_without_a_release_nothing_is_held():
    forum = forum_of(OVERLAY)
    rule = rule_of(forum, "stays-as-released", {"what": {"day": "day-1"}})
    rule.post(Board(forum, 60))
    assert list(rule.breaches(forum, timetable_of(forum, LAST))) == []


@pytest.mark.parametrize("rule", ["stays-as-released", "not-as-released"])
@pytest.mark.parametrize(
    ("number", "said"),
    [(None, []), (2, []), (7, ["there is no release 7"]), ("none", ["nothing has been released yet"])],
)
def test_a_release_that_is_not_there_is_an_open_point(rule, number, said):
    forum = forum_of(OVERLAY) if number == "none" else twice_released()
    words = {"what": {"session": "plenary"}, "release": None if number == "none" else number}
    assert [one.sentence for one in rule_of(forum, rule, words).opens(forum)] == said


@pytest.mark.parametrize(
    ("what", "meetings", "words"),
    [
        ({"session": "plenary"}, ["plenary-1", "plenary-2"], "plenary"),
        ({"meeting": "plenary-2"}, ["plenary-2"], "plenary (2 of 2)"),
        ({"party": "egypt"}, ["plenary-1", "plenary-2"], "every meeting of Egypt"),
        ({"party": "media"}, [], "every meeting of Media"),
    ],
)
def test_meetings_are_selected_by_one_name(what, meetings, words):
    forum = forum_of(OVERLAY)
    rule = rule_of(forum, "held-in", {"what": what, "rooms": ["hall"]})
    assert [meeting.id for meeting in rule.options.what.meetings(forum)] == meetings
    assert rule.options.what.words(forum) == words


def test_a_release_is_also_selected_by_room_and_day():
    forum = twice_released()
    timetable = arranged([*timetable_of(forum, FIRST).placements])
    away = timetable.placements[0].replace(meeting="plenary-1", start=10 * 1440, end=10 * 1440 + 180)
    release = forum.release.replace(timetable=arranged([*timetable.placements, away]))
    found = {
        words: [place.meeting for place in rule.options.what.places(forum, release)]
        for words, rule in (
            (rule.options.what.words(forum), rule)
            for what in ({"room": "hall"}, {"room": "annex"}, {"day": "day-1"}, {"day": "day-2"})
            for rule in [rule_of(forum, "stays-as-released", {"what": what})]
        )
    }
    assert found == {
        "every meeting in hall": ["plenary-1", "round-table-1"],
        "every meeting in annex": [],
        "every meeting of day-1": ["round-table-1"],
        "every meeting of day-2": [],
    }


def test_a_session_that_is_no_more_is_called_by_its_id():
    what = rule_of(forum_of(OVERLAY), "stays-as-released", {"what": {"session": "plenary"}}).options.what
    assert what.words(forum_of({"sessions": {"ball": {}}})) == "plenary"


@pytest.mark.parametrize("rule", ["held-in", "not-in"])
def test_a_place_says_when_or_where(rule):
    with pytest.raises(ValueError, match="says neither when nor where"):
        rule_of(forum_of(OVERLAY), rule, {"what": {"session": "plenary"}})


def test_a_ban_leaves_the_room_at_another_time():
    """Rooms are only counted here: no rule ties them to the model."""
    overlay = {
        "sessions": {"round-table-1": {}, "round-table-2": {}},
        "release": "day-1 10:00-13:00 hall round-table-1",
    }
    forum = forum_of({**overlay, "rooms": {"annex": {"features": ["stage"]}}})
    rules = ("placed", "one-meeting-per-room", "room-open", "official-hours")
    clauses = [clause_of(rule, {}, "physical") for rule in rules]
    room = clause_of("in-room", {"sessions": "all", "rooms": ["hall"]})
    ban = clause_of("not-as-released", {"what": {"session": "round-table-1"}}, "practice")
    found = {}
    for name, more in (("ban", [ban]), ("ban and room", [ban, room])):
        changed = forum.replace(clauses=(*clauses, *more))
        place = solve(changed, active_rules(changed)).timetable.by_meeting["round-table-1"]
        found[name] = (place.room, forum.clock.words(place.start))
    assert found == {"ban": ("annex", "10:00 on day-1"), "ban and room": ("hall", "15:00 on day-1")}


def test_the_rules_of_releases_say_so():
    names = ("stays-as-released", "not-as-released", "held-in", "not-in")
    assert [find_rule(name).OF_RELEASE for name in names] == [True, True, False, False]
