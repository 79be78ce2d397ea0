"""A list of speakers from its figures to its lines: what is said first, and why each stands where it does."""

from pathlib import Path

import pytest

from scheduler.reading.problems import BadData
from scheduler.reading.speakers import Speakers
from scheduler.solving.run import Deadline
from scheduler.use_cases.speakers import Asked, planned_list
from tests.speakers.staged import at, debated_of, forum_with, inscribed, rules_for

PARTIES = ["ames", "bern", "cork", "dover", "eger", "faro"]
FOLDER = Path("mini-forum")
COMPRESSION = [
    {"limit-seconds": 180, "other-limit-seconds": 120},
    {"limit-seconds": 120},
    {"equally": True},
]


def planned(*makes, events=(), asked=None, deadline=None, **figures):
    forum = forum_with(PARTIES, **figures)
    rules = rules_for(forum)
    debated = debated_of(forum, rules, FOLDER)
    inscriptions = tuple(make(forum) for make in makes)
    known = Speakers(inscriptions, tuple(make(forum) for make in events), {}) if makes else None
    return planned_list(FOLDER, debated, rules, known, asked or Asked(), deadline or Deadline(None))


def one(party, level="minister", minutes=0, **more):
    return lambda forum: inscribed(forum, party, level, minutes, **more)


def event(words, what, party=None, other=None):
    from scheduler.domain.inscription import SpeakersEvent

    return lambda forum: SpeakersEvent(at=at(forum, words), event=what, party=party, other=other)


ALL = [one(party, minutes=number) for number, party in enumerate(PARTIES)]


def test_how_many_fit_is_said_before_anybody_is_inscribed():
    plan, faults = planned(source="a rule", certainty="assumption")
    assert faults == ()
    assert (plan.inscribed, plan.wanted, plan.entries) == (False, 6, ())
    assert [(room.limit, room.fit, room.is_own) for room in plan.rooms] == [
        (300, 4, False),
        (240, 6, False),
        (180, 8, False),
        (150, 10, False),
        (120, 12, True),
    ]
    assert plan.longest == 270
    assert plan.figures == (
        "30 seconds pass between two statements (the forum's own figure, an assumption).",
        "A statement lasts 2:00 (the forum's own figure, an assumption).",
        "Source: a rule.",
    )


def test_all_figures_are_said():
    listed = {
        "group-limit-seconds": 300,
        "other-limits-seconds": {"observer-state": 60},
        "margin-seconds": 10,
    }
    plan, _ = planned(asked=Asked(limit=90), **listed)
    assert plan.figures[1:] == (
        "A statement lasts 1:30 (asked for in this run).",
        "On behalf of a group it lasts 5:00 (the forum's own figure).",
        "Statements of observer-state last 1:00 (the forum's own figure).",
        "Each statement may be 10 seconds shorter or longer than planned (the forum's own figure).",
    )


def test_a_limit_that_is_not_decided_is_said_and_asked_for():
    plan, _ = planned(**{"limit-seconds": None})
    assert "How long a statement lasts is not decided for Mini forum." in plan.figures
    with pytest.raises(BadData, match=r"Maybe limit-seconds: 180, or --limit 3:00"):
        planned(*ALL, **{"limit-seconds": None})


def test_the_lines_of_a_list():
    late = one("faro", "minister", 5, there=["day-1 10:00-10:04"])
    group = one("bern", "minister", 1, group="Group of ten")
    plan, faults = planned(
        ALL[0], group, *ALL[2:5], late, **{"margin-seconds": 10, "group-limit-seconds": 180}
    )
    assert faults == ()
    assert plan.status == "optimal"
    assert [(entry.place, entry.plain, entry.estimate.party) for entry in plan.entries] == [
        (1, 6, "faro"),
        (2, 1, "ames"),
        (3, 2, "bern"),
        (4, 3, "cork"),
        (5, 4, "dover"),
        (6, 5, "eger"),
    ]
    assert [entry.on_behalf_of for entry in plan.entries if entry.estimate.party == "bern"] == [
        "Group of ten"
    ]
    (apart,) = (entry for entry in plan.entries if entry.because)
    assert apart.estimate.party == "faro"
    assert apart.because.startswith(
        "Can be there only from 10:00 to 10:04 on day-1; number 6 of the plain order"
    )


def test_a_speaker_that_makes_room_for_another_is_told_so():
    both = ["day-1 10:00-10:05"]
    plan, _ = planned(*ALL[:2], *(one(party, minutes=9, there=both) for party in PARTIES[2:4]))
    assert all(entry.because.startswith("Can be there only") for entry in plan.entries[:2])


def test_statements_are_shortened_step_by_step_until_all_fit():
    plan, _ = planned(*ALL, asked=Asked(compress=True), compression=COMPRESSION, members=["member-state"])
    assert plan.compression == "Step 1 of the compression rule is taken: 3:00 for each statement."
    assert {entry.estimate.end - entry.estimate.start for entry in plan.entries} == {180}


def test_the_last_step_divides_the_time_equally():
    steps = [{"limit-seconds": 400, "other-limit-seconds": 300}, {"equally": True}]
    words = {"compression-source": "A/HRC/RES/16/21", "members": ["observer-state"]}
    plan, _ = planned(*ALL, asked=Asked(compress=True), compression=steps, **words)
    assert plan.compression == (
        "Step 2 of the compression rule is taken: 4:30 for each statement, the time divided equally "
        "(A/HRC/RES/16/21)."
    )


def test_no_step_may_be_short_enough():
    with pytest.raises(BadData, match="no step of the compression rule lets all statements fit"):
        planned(*ALL, asked=Asked(compress=True), compression=[{"limit-seconds": 600}])


def test_too_many_statements_are_counted():
    plan, _ = planned(*ALL, asked=Asked(limit=300))
    assert (plan.status, plan.entries) == ("impossible", ())
    assert plan.impossible == (
        "6 statements do not fit: called one after the other, the last 2 do not. They need 33 "
        "minutes with the change-overs, and the debate has 30 minutes.",
    )


def test_times_that_cannot_all_be_kept_are_named():
    early = {"there": ["day-1 10:00-10:04"]}
    plan, _ = planned(ALL[0], *(one(party, minutes=9, **early) for party in PARTIES[1:4]))
    assert plan.status == "impossible"
    assert plan.impossible == (
        "The times of 2 speakers cannot all be kept; they could if any one of them were there at other "
        "times too:",
        "Cork: from 10:00 to 10:04 on day-1",
        "Dover: from 10:00 to 10:04 on day-1",
    )


def test_statements_that_only_do_not_fit_between_the_breaks():
    groups = [one(party, minutes=n, group="A group") for n, party in enumerate(PARTIES[:2])]
    plan, _ = planned(*groups, *ALL[2:3], **{"group-limit-seconds": 570, "limit-seconds": 690})
    assert plan.impossible == (
        "3 statements do not fit: called one after the other, the last one does not. They need 32 "
        "minutes with the change-overs, and the debate has 30 minutes.",
    )


def test_who_comes_after_the_list_was_closed_is_not_listed():
    closed = event("09:00 on day-1", "closed")
    late = lambda forum: ALL[2](forum).replace(inscribed=at(forum, "09:30 on day-1"))  # noqa: E731
    plan, _ = planned(*ALL[:2], late, events=[closed])
    assert [(lost.party, lost.because) for lost in plan.not_listed] == [
        ("cork", "was inscribed after the list had been closed")
    ]
    assert len(plan.entries) == 2


def test_an_inscription_after_the_announcement_is_late():
    announced = event("08:00 on day-1", "announced")
    late = lambda forum: ALL[0](forum).replace(inscribed=at(forum, "09:30 on day-1"))  # noqa: E731
    plan, _ = planned(*ALL[1:3], late, events=[announced, event("09:00 on day-1", "withdrawn", "cork")])
    assert [outcome.what for outcome in plan.outcomes] == [
        "09:00 on day-1: Cork does not wish to speak any more",
        "09:30 on day-1: Ames is inscribed late",
    ]
    before, _ = planned(*ALL[1:3], late, events=[announced])
    (number,) = {entry.estimate.replanned for entry in plan.entries}
    assert number == {entry.estimate.replanned for entry in before.entries}.pop()
    later, _ = planned(*ALL[1:3], late, events=[announced, event("10:00 on day-1", "absent", "bern")])
    assert {entry.estimate.replanned for entry in later.entries} == {number + 30}


def test_what_has_been_said_is_marked_and_a_reply_is_a_line_of_its_own():
    plan, _ = planned(*ALL, events=[event("10:04 on day-1", "right-of-reply", "eger")])
    assert [entry.spoken for entry in plan.entries][:3] == [True, True, False]
    reply = plan.entries[-1]
    assert (reply.estimate.reply, reply.place, reply.because) == (1, 0, "right of reply")


def test_who_has_changed_places_is_told_why():
    plan, _ = planned(*ALL, events=[event("09:00 on day-1", "swap", "ames", "faro")])
    reasons = {entry.estimate.party: entry.because for entry in plan.entries if entry.because}
    assert reasons == {"ames": "It has changed places with Faro.", "faro": "It has changed places with Ames."}


def test_a_list_that_is_not_found_in_time_is_no_list():
    plan, _ = planned(*ALL, deadline=Deadline(0))
    assert (plan.status, plan.entries) == ("unknown", ())


def test_meetings_that_are_filled_unevenly_are_named():
    only_late = one("faro", minutes=9, there=["day-1 15:12-15:15"])
    plan, _ = planned(*ALL[:5], only_late)
    assert plan.figures[-1] == (
        "Statements take 7:30 more than its share in debate (2 of 2), and 7:30 less in debate (1 of 2)."
    )


def test_groups_are_counted_with_their_own_limit():
    groups = [one(party, minutes=n, group="A group") for n, party in enumerate(PARTIES[:2])]
    plan, _ = planned(*groups, *ALL[2:], **{"group-limit-seconds": 600})
    assert [(room.limit, room.fit) for room in plan.rooms][:3] == [(300, 2), (240, 3), (180, 3)]
    assert plan.longest == 37
    assert plan.status == "impossible"


def test_too_much_is_impossible_by_counting_alone(monkeypatch):
    from scheduler.use_cases import speakers as use_case

    monkeypatch.setattr(use_case, "Planning", None)
    told = []
    forum = forum_with(PARTIES)
    rules = rules_for(forum)
    debated = debated_of(forum, rules, FOLDER)
    known = Speakers(tuple(make(forum) for make in ALL), (), {})
    plan, _ = planned_list(FOLDER, debated, rules, known, Asked(limit=300), tell=told.append)
    assert plan.status == "impossible"
    assert [(one.wanted, one.entries) for one in told] == [(6, ())]


def test_who_is_inscribed_during_the_debate_is_late_although_nothing_was_announced():
    late = lambda forum: ALL[0](forum).replace(inscribed=at(forum, "10:05 on day-1"))  # noqa: E731
    plan, _ = planned(*ALL[1:3], late)
    assert plan.outcomes[0].what == "10:05 on day-1: Ames is inscribed late"
    ames = next(entry for entry in plan.entries if entry.estimate.party == "ames")
    assert ames.place > 1
    assert (ames.plain, ames.because) == (3, "")


def test_margins_only_count_what_is_still_to_come():
    told = {"margin-seconds": 60}
    plan, _ = planned(*ALL, events=[event("10:04 on day-1", "withdrawn", "faro")], **told)
    for entry in plan.entries:
        if entry.spoken:
            assert entry.estimate.earliest == entry.estimate.latest == entry.estimate.start
    here = [
        entry.estimate for entry in plan.entries if not entry.spoken and entry.estimate.meeting == "debate-1"
    ]
    assert all(one.earliest >= 36000 + 4 * 60 for one in here)
    assert here[0].earliest == here[0].latest == here[0].start


def test_who_has_changed_places_twice_needs_no_reason():
    swaps = [event(f"0{hour}:00 on day-1", "swap", "ames", "faro") for hour in (8, 9)]
    plan, _ = planned(*ALL, events=swaps)
    assert [entry.because for entry in plan.entries] == [""] * 6


def test_one_speaker_alone_speaks_at_the_beginning():
    plan, _ = planned(ALL[0])
    assert [entry.estimate.meeting for entry in plan.entries] == ["debate-1"]


def test_one_speaker_that_cannot_be_called_while_it_is_there():
    narrow = one("faro", minutes=9, there=["day-1 10:00-10:02"])
    plan, _ = planned(narrow, asked=Asked(limit=150))
    assert plan.impossible[0].startswith(
        "One speaker cannot be called while it is there; there is a list when "
    )


def test_times_are_the_reason_for_a_change_where_nothing_else_is():
    narrow = one("faro", minutes=9, there=["day-1 15:00-15:08"])
    events = [event("08:00 on day-1", "announced"), event("15:03 on day-1", "called", "cork")]
    plan, _ = planned(*ALL[:4], narrow, events=events)
    assert any("it can be there from 15:0" in change for one in plan.outcomes for change in one.changes)
