"""Edges of lists of speakers: what is over, what is empty, what time does not suffice for."""

import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from scheduler.cli import speakers_words as words
from scheduler.cli.endings import FAULT, KEPT, NOTHING_FOUND
from scheduler.domain.debate import there_of
from scheduler.domain.speakers_list import Compression
from scheduler.domain.speakers_plan import NotListed, Outcome
from scheduler.domain.speaking_time import how_many_fit, longest_limit
from scheduler.judging import judge_speakers
from scheduler.reading.problems import BadData
from scheduler.reading.speakers import Speakers
from scheduler.solving.run import NO_DEADLINE, Run
from scheduler.solving.speaking import list_speakers
from scheduler.use_cases.speakers import SpeakersAnswer, planned_list
from scheduler.use_cases.speakers_debate import debate_of, debated_in, limits_of, protocol_of
from scheduler.use_cases.speakers_happenings import LATE, Happening, course
from scheduler.use_cases.speakers_planning import Planned
from scheduler.use_cases.speakers_words import happened
from tests.mini import forum_of, timetable_of
from tests.publishing.speakers_plans import plan as shown_plan
from tests.speakers.staged import (
    TEXT,
    at,
    debated_of,
    forum_with,
    happening,
    inscribed,
    late,
    order,
    planning,
    rules_for,
)
from tests.speakers.test_planned_list import event

PARTIES = ["ames", "bern", "cork", "dover", "eger", "faro", "gera"]
FOLDER = Path("mini-forum")
FORUM = forum_with(PARTIES)
RULES = rules_for(FORUM)
DEBATED = debated_of(FORUM, RULES, FOLDER)
solving = sys.modules["scheduler.solving.speaking"]


def begun(*inscriptions, more=()):
    plan = planning(DEBATED, RULES, [*inscriptions, *more])
    planned = plan.begin(inscriptions)
    assert isinstance(planned, Planned)
    return plan, planned


def one(party, level="minister", minutes=0, **more):
    return inscribed(FORUM, party, level, minutes, **more)


def test_nothing_can_be_added_when_the_debate_is_over():
    extra = one("bern")
    plan, planned = begun(one("ames"), more=[extra])
    plan.happen(planned, late(FORUM, "16:00 on day-1", extra))
    assert planned.outcomes[0].refused.startswith("there is no place left in the list")
    assert order(planned) == ["ames"]


def test_windows_that_touch_are_one():
    parts = ["day-1 10:00-10:05", "day-1 10:05-10:15", "day-1 15:00-15:02", "day-1 15:01-15:15"]
    both = one("ames", there=parts)
    spans = tuple((stretch.start, stretch.end) for stretch in DEBATED.stretches)
    assert there_of(FORUM, DEBATED.timetable, DEBATED.stretches, both) == spans


def test_a_step_of_the_compression_has_a_limit_or_divides_equally():
    for wrong in ({}, {"limit-seconds": 60, "equally": True}):
        with pytest.raises(ValidationError, match="Maybe limit-seconds: 120"):
            Compression.model_validate(wrong)


def test_nothing_fits_into_no_time():
    assert how_many_fit((), [60], 0) == 0
    assert longest_limit((), 1, 0) == 0


def test_late_inscriptions_before_the_debate_are_one_happening():
    late_ones = [
        one(party).replace(inscribed=at(FORUM, f"09:0{n} on day-1")) for n, party in enumerate(PARTIES)
    ]
    in_debate = one("ames").replace(inscribed=at(FORUM, "10:05 on day-1"))
    announced = event("08:00 on day-1", "announced")(FORUM)
    way = course([*late_ones[1:], in_debate], [announced], at(FORUM, "10:00 on day-1"))
    together, alone = way.happenings
    assert ([late.party for late in together.inscriptions], alone.party) == (PARTIES[1:], "ames")
    assert happened(FORUM, together) == (
        "09:06 on day-1: 6 parties are inscribed late: Bern, Cork, Dover, Eger, Faro and 1 others"
    )
    pair = Happening(at(FORUM, "09:00 on day-1"), LATE, "", inscriptions=tuple(late_ones[:2]))
    assert happened(FORUM, pair) == "09:00 on day-1: 2 parties are inscribed late: Ames, Bern"


def test_of_several_late_inscriptions_those_that_fit_are_taken():
    narrow = {"there": ["day-1 10:00-10:02"]}
    extra = [one("bern", **narrow), one("cork", **narrow), one("dover")]
    plan, planned = begun(one("ames"), more=extra)
    plan.happen(planned, Happening(at(FORUM, "09:00 on day-1"), LATE, "", inscriptions=tuple(extra)))
    assert sorted(order(planned)) == ["ames", "bern", "dover"]
    assert [lost.party for lost in planned.not_listed] == ["cork"]


def test_solver_and_judge_are_compared(monkeypatch):
    rule = next(rule for rule in RULES if rule.name() == "speak-once")
    wish = next(rule for rule in RULES if rule.name() == "fewest-departures")
    monkeypatch.setattr(rule, "breaches", lambda *_: [rule.breach("ames", "Ames is lost")])
    monkeypatch.setattr(wish, "charges", lambda *_: [wish.charge("ames", "Ames departs", 3)])
    _, planned = begun(one("ames"))
    assert planned.faults == [
        "the solver kept speak-once, the judge did not: Ames is lost",
        "fewest-departures costs 0 by the solver and 3 by the judge",
    ]


def test_a_timetable_without_the_debate(tmp_path):
    empty = timetable_of(FORUM, "\n".join(TEXT.splitlines()[:2]))
    with pytest.raises(BadData, match="the timetable has no time for its debate"):
        debated_in(tmp_path, FORUM, RULES, empty)


def test_two_segments_of_one_meeting_have_no_list_together(tmp_path):
    listed = {"title": "Debate", "list-of-speakers": {"change-over-seconds": 30}}
    segments = [{"segment": "one", **listed}, {"segment": "two", **listed}]
    text = """day-1 10:00-11:00 hall debate
              day-1 10:00-10:20 debate/one
              day-1 10:30-11:00 debate/two"""
    forum = forum_of({"sessions": {"debate": {"segments": segments}}}, text)
    with pytest.raises(
        BadData, match=r"two segments of debate have a list of speakers\. Maybe make them one"
    ):
        debated_in(tmp_path, forum, (), timetable_of(forum, text))


def test_a_list_that_is_not_proven_is_called_so(monkeypatch):
    inscriptions = [one("ames"), one("bern", there=["day-1 15:00-15:05"])]
    debate = debate_of(DEBATED, inscriptions, limits_of(DEBATED, inscriptions, None))
    right, calls = solving.run, []

    def counted(*said, **more):
        calls.append(said)
        return right(*said, **more)

    monkeypatch.setattr(solving, "run", counted)
    assert list_speakers(debate, RULES).status == "optimal"
    last = len(calls)
    for status, called in (("unknown", "feasible"), ("impossible", "invalid")):
        calls.clear()

        def stopped(*said, status=status, **more):
            answer = counted(*said, **more)
            return Run(status, (), 0, 0) if len(calls) >= last else answer

        monkeypatch.setattr(solving, "run", stopped)
        found = list_speakers(debate, RULES)
        assert (found.status, found.spoken is not None) == (called, True)


def test_a_level_that_is_not_proven(monkeypatch):
    inscriptions = [one("ames", there=["day-1 15:00-15:05"]), one("bern")]
    debate = debate_of(DEBATED, inscriptions, limits_of(DEBATED, inscriptions, None))
    right = solving.run

    def unproven(*said, **more):
        answer = right(*said, **more)
        return Run("feasible", answer.values, answer.value, -1) if answer.found else answer

    monkeypatch.setattr(solving, "run", unproven)
    assert list_speakers(debate, RULES).status == "feasible"


def test_a_list_that_contradicts_itself_is_invalid(monkeypatch):
    narrow = {"there": ["day-1 10:00-10:02"]}
    inscriptions = [one("ames", **narrow), one("bern", **narrow)]
    debate = debate_of(DEBATED, inscriptions, limits_of(DEBATED, inscriptions, None))
    monkeypatch.setattr(solving, "run_otherwise", lambda *_: Run("optimal", (), 0, 0))
    assert list_speakers(debate, RULES).status == "invalid"


def test_rules_on_other_things_are_passed_over():
    from tests.mini import rule_of

    other = rule_of(FORUM, "placed")
    debate = debate_of(DEBATED, [one("ames")], {"ames": 60})
    solution = list_speakers(debate, (other, *RULES), NO_DEADLINE)
    assert solution.status == "optimal"
    assert judge_speakers(FORUM, (other, *RULES), debate, solution.spoken)[0] == ()


def test_nobody_behind_says_when_one_would_be_called():
    last = one("bern", "chair-of-delegation", there=["day-1 10:00-10:03"])
    known = Speakers((one("ames"), last), (), {})
    plan, _ = planned_list(FOLDER, DEBATED, RULES, known)
    (apart,) = (entry for entry in plan.entries if entry.because)
    assert apart.because == (
        "Can be there only from 10:00 to 10:03 on day-1; number 2 of the plain order would be called at "
        "about 15:02:30 on day-1."
    )


def test_customs_are_those_of_rules_on_speakers():
    from tests.mini import rule_of

    protocol = protocol_of([rule_of(FORUM, "placed"), *RULES])
    assert (protocol.levels[0], protocol.replies) == ("head-of-state", (120, 60))


def answer(**more):
    return SpeakersAnswer(shown_plan(**more))


def test_endings():
    assert words.ending(SpeakersAnswer(shown_plan(), faults=("a fault",))) == FAULT
    assert words.ending(answer(status="unknown")) == NOTHING_FOUND
    assert words.ending(answer(status="unknown", inscribed=False)) == KEPT


def test_a_fault_is_said_before_anything_else():
    faulty = SpeakersAnswer(shown_plan(), faults=("the judge finds something",))
    said = [*words.lines(faulty, Path())]
    assert said == [
        "This is a fault of hemicycle: solver and judge disagree, and nothing was written.",
        "  the judge finds something",
    ]


def test_many_changes_are_cut_short_and_refusals_are_said():
    changes = tuple(f"change {number}" for number in range(20))
    outcomes = (Outcome(what="One", changes=changes), Outcome(what="Two", refused="it is too late"))
    lost = (NotListed(party="haiti", because="does not wish to speak"),)
    said = "\n".join(words.lines(answer(outcomes=outcomes, not_listed=lost, status="feasible"), Path()))
    assert "change 11\n" in said
    assert "change 12" not in said
    assert "and 8 more changes, all of which the page speakers.html has" in said
    assert "Two; not possible: it is too late" in said
    assert "not proven to be the best" in said
    assert "does not wish to speak" in said


def test_nobody_may_be_inscribed():
    nobody = answer(wanted=0, inscribed=False, entries=(), impossible=("Why.",))
    assert "All 0" not in "\n".join(words.room_lines(nobody.plan))
    assert "0 speakers may be inscribed" in next(words.room_lines(nobody.plan))
    none = "\n".join(words.room_lines(shown_plan(longest=0)))
    assert "3 statements fit at no limit." in none
    said = "\n".join(words.lines(nobody, Path()))
    assert "No list is possible\n  Why." in said


def test_happenings_before_the_debate_change_what_is_to_come():
    plan, planned = begun(one("ames"), one("bern", minutes=1))
    plan.happen(planned, happening(FORUM, "08:00 on day-1", "withdrawn", "ames"))
    assert order(planned) == ["bern"]
