"""What happens to a list of speakers changes it as little as possible, and nobody is lost."""

from pathlib import Path

import pytest

from scheduler.use_cases.speakers_planning import Planned
from tests.speakers.staged import (
    debated_of,
    forum_with,
    happening,
    inscribed,
    late,
    order,
    planning,
    rules_for,
)

PARTIES = ["ames", "bern", "cork", "dover", "eger"]
FOLDER = Path("mini-forum")


def begun(*inscriptions, more=(), **figures):
    """Plan a debate of two meetings with room for six statements each."""
    forum = forum_with(PARTIES, **figures)
    rules = rules_for(forum)
    debated = debated_of(forum, rules, FOLDER)
    first = [make(forum) for make in inscriptions]
    every = [*first, *(make(forum) for make in more)]
    plan = planning(debated, rules, every)
    planned = plan.begin(first)
    assert isinstance(planned, Planned)
    assert planned.faults == []
    return forum, plan, planned


def one(party, level="minister", minutes=0, **more):
    return lambda forum: inscribed(forum, party, level, minutes, **more)


FIVE = [one(party, minutes=number) for number, party in enumerate(PARTIES)]


def test_the_plain_order_is_by_level_and_then_by_inscription():
    _, _, planned = begun(
        one("ames", "chair-of-delegation"),
        one("bern", "minister", 5),
        one("cork", "minister", 3),
        one("dover", "head-of-state", 9),
        one("eger", "minister", 5),
    )
    assert order(planned) == ["dover", "cork", "bern", "eger", "ames"]


def test_who_can_be_there_only_early_is_called_before_others():
    _, _, planned = begun(*FIVE[:4], one("eger", minutes=4, there=["day-1 10:00-10:06"]))
    assert order(planned) == ["ames", "eger", "bern", "cork", "dover"]


def test_who_was_absent_is_called_behind_all_of_its_level():
    forum, plan, planned = begun(*FIVE[:4], one("eger", "chair-of-delegation"))
    plan.happen(planned, happening(forum, "10:00 on day-1", "absent", "ames"))
    assert order(planned) == ["bern", "cork", "dover", "ames", "eger"]
    (outcome,) = planned.outcomes
    assert outcome.what == "10:00 on day-1: Ames is not there when called"
    assert outcome.refused == ""
    assert outcome.changes[0].endswith(": it was not there when it was called")
    assert planned.faults == []


def test_the_end_of_the_list_is_another_forum_s_custom():
    forum, plan, planned = begun(*FIVE[:4], one("eger", "chair-of-delegation"), absent="end-of-list")
    plan.happen(planned, happening(forum, "10:00 on day-1", "absent", "ames"))
    assert order(planned)[-2:] == ["eger", "ames"]


def test_the_last_of_a_level_is_not_called_again_at_once():
    forum, plan, planned = begun(one("ames", "head-of-state"), *FIVE[1:])
    plan.happen(planned, happening(forum, "10:00 on day-1", "absent", "ames"))
    assert order(planned) == ["bern", "cork", "dover", "eger", "ames"]


def test_an_absent_speaker_may_say_when_it_can_be_there():
    forum, plan, planned = begun(one("ames", "head-of-state"), *FIVE[1:])
    back = happening(forum, "10:00 on day-1", "absent", "ames", there=["day-1 10:05-10:10"])
    plan.happen(planned, back)
    assert order(planned).index("ames") == 2


def test_who_was_absent_and_fits_nowhere_any_more_is_named():
    forum, plan, planned = begun(one("ames", there=["day-1 10:00-10:02"]), *FIVE[1:])
    plan.happen(planned, happening(forum, "10:02 on day-1", "absent", "ames"))
    assert order(planned) == ["bern", "cork", "dover", "eger"]
    assert [(lost.party, lost.because) for lost in planned.not_listed] == [
        ("ames", "there is no place left in the list at a time at which it can be there")
    ]


def test_two_parties_change_places_and_nobody_else_moves():
    forum, plan, planned = begun(*FIVE)
    before = {one.party: one.start for one in planned.spoken.order}
    plan.happen(planned, happening(forum, "09:00 on day-1", "swap", "bern", other="eger"))
    after = {one.party: one.start for one in planned.spoken.order}
    assert order(planned) == ["ames", "eger", "cork", "dover", "bern"]
    assert after == before | {"bern": before["eger"], "eger": before["bern"]}
    assert len(planned.outcomes[0].changes) == 2
    assert planned.because == {"bern": "has changed places with Eger", "eger": "has changed places with Bern"}


def test_places_cannot_be_changed_when_one_cannot_be_there():
    forum, plan, planned = begun(*FIVE[:4], one("eger", minutes=4, there=["day-1 10:00-10:06"]))
    was = order(planned)
    plan.happen(planned, happening(forum, "09:00 on day-1", "swap", "eger", other="dover"))
    assert order(planned) == was
    assert planned.outcomes[0].refused == (
        "Eger cannot be there when it would be called in the other's place"
    )


@pytest.mark.parametrize(
    ("what", "more"), [("swap", {"other": "bern"}), ("withdrawn", {})], ids=["swap", "withdrawn"]
)
def test_who_has_spoken_can_neither_change_places_nor_withdraw(what, more):
    forum, plan, planned = begun(*FIVE)
    plan.happen(planned, happening(forum, "10:01 on day-1", what, "ames", **more))
    assert planned.outcomes[0].refused == "Ames has spoken already"
    assert order(planned) == PARTIES


def test_a_late_inscription_stands_behind_those_of_its_level():
    extra = one("bern", "minister", 99)
    forum, plan, planned = begun(FIVE[0], FIVE[2], one("dover", "chair-of-delegation"), more=[extra])
    plan.happen(planned, late(forum, "09:00 on day-1", extra(forum)))
    assert order(planned) == ["ames", "cork", "bern", "dover"]
    assert planned.outcomes[0].what == "09:00 on day-1: Bern is inscribed late"


def test_a_late_inscription_without_a_place_is_refused_and_named():
    extra = one("eger", minutes=99, there=["day-1 10:00-10:02"])
    forum, plan, planned = begun(*FIVE[:4], more=[extra])
    plan.happen(planned, late(forum, "10:05 on day-1", extra(forum)))
    assert order(planned) == PARTIES[:4]
    assert [lost.party for lost in planned.not_listed] == ["eger"]
    assert planned.outcomes[0].refused == planned.not_listed[0].because


def test_who_withdraws_is_taken_off():
    forum, plan, planned = begun(*FIVE)
    plan.happen(planned, happening(forum, "09:00 on day-1", "withdrawn", "cork"))
    assert order(planned) == ["ames", "bern", "dover", "eger"]
    assert planned.not_listed[0].because == "does not wish to speak any more"
    plan.happen(planned, happening(forum, "09:01 on day-1", "withdrawn", "cork"))
    plan.happen(planned, happening(forum, "09:02 on day-1", "absent", "cork"))
    assert [outcome.refused for outcome in planned.outcomes] == ["", *["Cork is not on the list"] * 2]


def test_rights_of_reply_are_given_at_the_end_of_the_day():
    forum, plan, planned = begun(*FIVE)
    for minute in (1, 2, 3):
        plan.happen(planned, happening(forum, f"10:0{minute} on day-1", "right-of-reply", "eger"))
    last = planned.spoken.statements[-2:]
    assert [(one.party, one.reply, one.end - one.start, one.meeting) for one in last] == [
        ("eger", 1, 120, "debate-2"),
        ("eger", 2, 60, "debate-2"),
    ]
    assert planned.outcomes[2].refused == "a party has 2 rights of reply on one day at most"
    assert "Eger has its right of reply at about" in planned.outcomes[0].changes[0]


def test_there_is_no_reply_when_the_debate_is_over():
    forum, plan, planned = begun(*FIVE)
    plan.happen(planned, happening(forum, "16:00 on day-1", "right-of-reply", "eger"))
    assert planned.outcomes[0].refused == "no debate is left on that day"
    plan.happen(planned, happening(forum, "10:00 on day-2", "right-of-reply", "eger"))
    assert planned.outcomes[1].refused == "no debate is left on that day"


def test_a_reply_for_which_there_is_no_time_is_refused():
    forum, plan, planned = begun(*FIVE[:4], **{"limit-seconds": 420})
    was = planned.spoken
    plan.happen(planned, happening(forum, "09:00 on day-1", "right-of-reply", "eger"))
    assert planned.outcomes[0].refused == (
        "no time can be kept for it at the end of the day, as others can only speak then"
    )
    assert planned.spoken == was


def test_what_was_said_stays_as_it_was():
    forum, plan, planned = begun(*FIVE)
    said = planned.spoken.order[:2]
    plan.happen(planned, happening(forum, "10:03 on day-1", "withdrawn", "eger"))
    assert planned.spoken.order[:2] == said
    assert planned.debate.made == said


def test_what_was_told_of_an_absence_counts_more_than_what_was_inscribed():
    forum, plan, planned = begun(one("ames", there=["day-1 10:00-10:05"]), *FIVE[1:3])
    back = happening(forum, "10:01 on day-1", "absent", "ames", there=["day-1 afternoon"])
    plan.happen(planned, back)
    assert order(planned)[-1] == "ames"
    assert planned.not_listed == []


def test_who_is_absent_when_called_is_not_called_in_that_minute():
    forum, plan, planned = begun(one("ames", there=["day-1 10:00-10:08"]), *FIVE[1:3])
    plan.happen(planned, happening(forum, "10:00 on day-1", "absent", "ames"))
    assert order(planned)[0] == "bern"
    assert planned.spoken.by_party["ames"].start > planned.spoken.by_party["bern"].start


def test_an_absence_is_found_soon_after_the_call():
    forum, plan, planned = begun(*FIVE)
    plan.happen(planned, happening(forum, "15:10 on day-1", "absent", "ames"))
    assert planned.outcomes[0].refused == "Ames has spoken already"


def test_who_was_absent_comes_behind_those_of_its_level_that_come_late():
    late_one = one("bern", "head-of-state", 1, there=["day-1 15:00-15:15"])
    forum, plan, planned = begun(one("ames", "head-of-state"), late_one, *FIVE[2:])
    plan.happen(planned, happening(forum, "10:00 on day-1", "absent", "ames"))
    places = order(planned)
    assert places.index("ames") == places.index("bern") + 1


def test_who_has_changed_places_says_nothing_on_where_a_level_ends():
    extra = one("bern", "head-of-state", 99)
    first = [one("ames", "head-of-state"), one("cork", "minister"), one("eger", "chair-of-delegation")]
    forum, plan, planned = begun(*first, more=[extra])
    plan.happen(planned, happening(forum, "08:00 on day-1", "swap", "ames", other="eger"))
    plan.happen(planned, late(forum, "09:00 on day-1", extra(forum)))
    assert order(planned) == ["eger", "bern", "cork", "ames"]


def test_a_debate_that_runs_late_goes_on_from_who_has_the_floor():
    forum, plan, planned = begun(*FIVE)
    second = order(planned)[1]
    plan.happen(planned, happening(forum, "10:06 on day-1", "called", second))
    times = {one.party: one.start - planned.spoken.by_party[second].start for one in planned.spoken.order}
    assert planned.spoken.by_party[second].start == 60 * forum.clock.minute_at(
        happening(forum, "10:06 on day-1", "called", second).at
    )
    assert times[order(planned)[0]] < 0
    third = planned.spoken.order[2]
    assert third.start >= planned.spoken.by_party[second].end + 30
    assert planned.outcomes[0].what == f"10:06 on day-1: {second.title()} has the floor"
    assert planned.faults == []


def test_a_debate_that_runs_early_goes_on_from_who_has_the_floor():
    forum, plan, planned = begun(*FIVE)
    third = order(planned)[2]
    plan.happen(planned, happening(forum, "10:01 on day-1", "called", third))
    starts = [one.start for one in planned.spoken.order]
    assert starts == sorted(starts)
    assert [one.party for one in planned.debate.made] == order(planned)[:3]


def test_nobody_has_the_floor_outside_the_debate_or_off_the_list():
    forum, plan, planned = begun(*FIVE[:2])
    plan.happen(planned, happening(forum, "12:00 on day-1", "called", "ames"))
    plan.happen(planned, happening(forum, "10:01 on day-1", "called", "eger"))
    assert [one.refused for one in planned.outcomes] == [
        "the debate is not held at that time",
        "Eger is not on the list",
    ]


def test_a_reply_for_which_the_day_has_no_time_left_is_told_so():
    forum, plan, planned = begun(*FIVE[:2])
    plan.happen(planned, happening(forum, "15:13 on day-1", "right-of-reply", "eger"))
    assert planned.outcomes[0].refused == "not so much time is left of the debate on that day"
