"""A breach of practice that was given out stands while the facts under it do, and costs nothing."""

import pytest

from scheduler.domain.facts import facts_of
from scheduler.domain.release import Acknowledgement
from scheduler.rules import active_rules
from scheduler.use_cases.schedule import solved_and_judged
from scheduler.use_cases.sparing import Spared, spared
from tests.mini import clause_of, forum_of

RULES = ("placed", "one-meeting-per-room", "room-open", "one-place-per-party", "agenda")
STAYING = ("day", "time", "room", "segments")
EARLY = "day-1 08:00-11:00 hall panel-1\nday-1 15:00-18:00 annex panel-2"
SENTENCE = "panel-1 is held 08:00-11:00 on day-1"


def forum_with(practice=("official-hours",), **overlay):
    """Make a forum whose first panel was given out at an hour that is not official."""
    said = {
        "sessions": {"panel-1": {}, "panel-2": {}},
        "rooms": {"hall": {}, "annex": {}},
        "days": {"day-1": "2030-01-07"},
        "release": EARLY,
        **overlay,
    }
    forum = forum_of(said)
    clauses = [clause_of(rule, {}, "physical") for rule in RULES]
    clauses += [clause_of(rule, {}, "practice", name=f"practice/{rule}") for rule in practice]
    clauses += [
        clause_of("keep-to-release", {"what": what}, "preference", name=f"release/{what}") for what in STAYING
    ]
    return forum.replace(clauses=tuple(clauses), levels=tuple((f"release/{what}",) for what in STAYING))


def acknowledging(forum):
    """Answer for every breach of practice of the release."""
    rules = active_rules(forum)
    found = spared(forum, rules, lambda _: facts_of(forum)).breaches
    answers = tuple(
        Acknowledgement(clause=one.clause, subject=one.subject, sentence=one.sentence, because="a breakfast")
        for one in found
    )
    assert answers
    return forum.replace(release=forum.release.replace(acknowledged=answers))


def answered(forum, then=None):
    past = spared(forum, active_rules(forum), lambda _: then)
    return past, solved_and_judged(forum, active_rules(forum), past)


@pytest.mark.parametrize("known", [True, False])
def test_what_somebody_answers_for_stays_and_is_no_breach(known):
    forum = acknowledging(forum_with())
    past, found = answered(forum, facts_of(forum) if known else None)
    assert found.solution.timetable.placements == forum.release.timetable.placements
    assert [level.value for level in found.solution.levels] == [0, 0, 0, 0]
    assert past.split(found.verdict).breaches == ()
    assert past.standing(found.verdict) == forum.release.acknowledged


def test_what_nobody_answers_for_stays_and_is_a_breach():
    forum = forum_with()
    past, found = answered(forum, facts_of(forum))
    assert found.solution.timetable.placements == forum.release.timetable.placements
    assert [one.clause for one in past.split(found.verdict).breaches] == ["practice/official-hours"]
    assert past.standing(found.verdict) == ()


def test_what_nobody_answers_for_is_put_right_where_the_facts_of_then_are_not_known():
    forum = forum_with()
    past, found = answered(forum)
    assert past == Spared()
    assert found.verdict.breaches == ()
    assert found.solution.timetable.placements != forum.release.timetable.placements


CHANGES = {
    "another length of its session": {"sessions": {"panel-1": {"minutes": 120}, "panel-2": {}}},
    "another hour": {"periods": [{"name": "morning", "start": "09:00", "end": "12:00"}]},
    "another date": {"days": {"day-1": "2030-01-08"}},
    "a closure of its room": {"closures": [{"room": "hall", "window": "day-1 18:00-19:00", "because": ""}]},
}


LAPSES = {
    "another length of its session": "panel-1 takes 120 minutes a meeting, no longer 180",
    "another hour": "the periods have other hours: morning 09:00-12:00",
    "another date": "the days have other dates: day-1 is on 2030-01-08",
    "a closure of its room": "hall is closed on day-1 18:00-19:00",
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_lapses_when_a_fact_under_it_changes(change):
    before = acknowledging(forum_with())
    now = forum_with(**CHANGES[change])
    now = now.replace(release=now.release.replace(acknowledged=before.release.acknowledged))
    past = spared(now, active_rules(now), lambda _: facts_of(before))
    assert (past.breaches, past.acknowledged) == ((), ())
    assert [(one.acknowledgement, one.because) for one in past.lapses] == [
        (now.release.acknowledged[0], LAPSES[change])
    ]


def test_it_stands_when_other_facts_change():
    before = acknowledging(forum_with())
    closures = [{"room": "annex", "window": "day-1 afternoon", "because": ""}]
    now = forum_with(closures=closures, sessions={"panel-1": {"description": "A breakfast"}, "panel-2": {}})
    now = now.replace(release=before.release)
    past, found = answered(now, facts_of(before))
    moved = {
        one.meeting
        for one in found.solution.timetable.placements
        if one != now.release.timetable.by_meeting[one.meeting]
    }
    assert [one.clause for one in past.breaches] == ["practice/official-hours"]
    assert moved == {"panel-2"}
    assert {one.clause for one in found.verdict.breaches} == {"practice/official-hours"}


def test_a_clause_that_changes_lapses_with_it():
    before = acknowledging(forum_with())
    now = before.replace(
        clauses=tuple(
            one.replace(says="Other words.") if one.rule == "official-hours" else one
            for one in before.clauses
        )
    )
    past = spared(now, active_rules(now), lambda _: facts_of(before))
    assert past.breaches == ()
    assert [one.because for one in past.lapses] == ["the clause practice/official-hours has changed"]


def test_others_are_bound_by_the_clause_all_the_same():
    forum = acknowledging(forum_with())
    closures = [{"room": room, "window": "day-1 15:00-18:00", "because": ""} for room in ("annex",)]
    now = forum.replace(closures=forum_with(closures=closures).closures)
    _, found = answered(now, facts_of(forum))
    assert {one.subject for one in found.verdict.breaches} == {"panel-1"}


def test_without_a_release_nothing_is_spared():
    forum = forum_with()
    assert spared(forum.replace(release=None), active_rules(forum)) == Spared()


def test_a_meeting_that_is_gone_breaks_nothing():
    forum = acknowledging(forum_with())
    now = forum.replace(sessions=forum.sessions[1:])
    past = spared(now, active_rules(now), lambda _: facts_of(forum))
    assert past.breaches == ()
    assert [one.because for one in past.lapses] == ["panel-1 is no longer held"]


def test_what_is_answered_for_and_is_no_breach_any_more_names_the_fact_under_it():
    before = acknowledging(forum_with())
    now = forum_with(periods=[{"name": "morning", "start": "08:00", "end": "11:00"}])
    now = now.replace(release=before.release)
    past = spared(now, active_rules(now), lambda _: facts_of(before))
    assert [one.because for one in past.lapses] == ["the periods have other hours: morning 08:00-11:00"]


def test_another_title_changes_what_the_judge_says_and_no_fact_under_it():
    before = acknowledging(forum_with())
    now = forum_with(sessions={"panel-1": {"title": "Breakfast"}, "panel-2": {}})
    now = now.replace(release=before.release)
    past = spared(now, active_rules(now), lambda _: facts_of(before))
    assert (past.acknowledged, past.lapses) == ((), ())


def test_where_sparing_would_break_more_the_clause_binds_all(monkeypatch):
    forum = acknowledging(forum_with())
    rules = active_rules(forum)
    past = spared(forum, rules)
    elsewhere = Spared(tuple(one.replace(sentence="said otherwise") for one in past.breaches))
    found = solved_and_judged(forum, rules, elsewhere)
    assert found.past == Spared()
    assert (found.faults, found.verdict.breaches) == ((), ())


def test_a_breach_that_is_new_is_put_right():
    before = forum_with(release=EARLY.replace("08:00-11:00", "10:00-13:00"), practice=("outside",))
    words = {"sessions": "all", "windows": ["day-1 12:00-12:30"]}
    now = before.replace(
        clauses=tuple(one.replace(options=words) if one.rule == "outside" else one for one in before.clauses)
    )
    earlier = before.replace(clauses=tuple(one for one in before.clauses if one.rule != "outside"))
    past, found = answered(now, facts_of(earlier))
    assert past == Spared()
    assert found.verdict.breaches == ()


def test_a_breach_of_the_data_is_answered_for_too():
    words = {"sessions": "all", "exactly": 3}
    forum = forum_with(practice=())
    rule = clause_of("so-many", words, "practice", name="practice/so-many")
    forum = forum.replace(clauses=(*forum.clauses, rule))
    past = spared(acknowledging(forum), active_rules(forum), lambda _: facts_of(forum))
    assert [one.clause for one in past.acknowledged] == ["practice/so-many"]


@pytest.mark.parametrize("then", [{"clock": {}}, {}])
def test_facts_that_are_not_understood_any_more_spare_nothing(then):
    forum = forum_with()
    assert spared(forum, active_rules(forum), lambda _: then) == Spared()


def test_a_session_whose_officer_is_away_may_stay():
    duties = {"duties": [{"role": "presides", "party": "ada"}]}
    ada = {"party": "ada", "name": "Ada", "kind": "officer", "unavailable": ["day-1 15:00-18:00"]}
    forum = acknowledging(
        forum_with(
            ("party-available",),
            sessions={"panel-1": {}, "panel-2": duties},
            parties=[ada],
        )
    )
    past, found = answered(forum, facts_of(forum))
    assert found.solution.timetable.placements == forum.release.timetable.placements
    assert past.split(found.verdict).breaches == ()
