"""The clauses that judge a forum's own data, on the data of 2022 and on changes of it.

For each clause there is a change that breaks it and nothing else, or a statement of what implies it.
"""

from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.session import Segment
from scheduler.domain.verdict import Breach, Charge
from scheduler.reading import read_forum
from scheduler.rules import ForumPreference, ForumRule, active_rules, find_rule
from tests.rules.changes import (
    Change,
    beside,
    both,
    days,
    done,
    entered,
    later,
    segment,
    session,
    speaking,
    turned,
    without,
)

FOLDER = Path(__file__).parents[2] / "data" / "imrf-2022"
MANDATES = "ares-73-326", "un-practice"
SECRETARY_GENERAL = "secretary-general"


@pytest.fixture(scope="module")
def edition() -> Forum:
    return read_forum(FOLDER).forum


def breaches_of(forum: Forum) -> list[Breach]:
    judges = [rule for rule in active_rules(forum) if isinstance(rule, ForumRule)]
    return [breach for rule in judges for breach in rule.breaches(forum)]


def charges_of(forum: Forum) -> list[Charge]:
    judges = [rule for rule in active_rules(forum) if isinstance(rule, ForumPreference)]
    return [charge for rule in judges for charge in rule.charges(forum)]


def fifth_round_table(forum: Forum) -> Forum:
    summaries = tuple(f"summary-of-round-table-{number}" for number in range(1, 6))
    fifth = beside("round-table-4", "round-table-5", number=5, objectives=())
    return both(fifth, segment("policy-debate", "technical-summaries", items=summaries))(forum)


def two_plenaries(forum: Forum) -> Forum:
    half = {"meetings": 2, "minutes": 180, "meeting_titles": ()}
    return both(session("plenary", lambda one: one.replace(**half)), beside("plenary", "plenary-b"))(forum)


def closing_president(forum: Forum) -> Forum:
    """Let somebody else chair the closing segment of the plenary."""
    duties = tuple(
        duty.replace(party=SECRETARY_GENERAL) if duty.segment == "closing-segment" else duty
        for duty in forum.session_by_id["plenary"].duties
    )
    return session("plenary", lambda one: one.replace(duties=duties))(forum)


BREAKS: dict[str, Change] = {
    "1(a)/chair": closing_president,
    "1(b)/interpretation": session("plenary", lambda one: one.replace(interpretation=False)),
    "1(c)/edition": later(weeks=52),
    "1(c)/place": lambda forum: forum.replace(venue=forum.venue.replace(venue="un-geneva")),
    "1(d)/four-days": days(day_5="2022-05-21"),
    "1(d)/consecutive": days(day_4="2022-05-23"),
    "5/list": done("stakeholder-list", "2022-02-18"),
    "14/report": done("secretary-general-report", "2022-02-23"),
    "15/day-before": days(hearing_day="2022-05-13"),
    "15/presides": entered("hearing", "presides", SECRETARY_GENERAL),
    "15/summary": segment("plenary", "opening-segment", items=()),
    "18(a)/round-tables": fifth_round_table,
    "18(a)/policy-debate": beside("policy-debate", "second-debate"),
    "18(a)/summaries-first": turned("policy-debate", "discussion", "technical-summaries"),
    "18(a)/summary-of-each": without(
        "policy-debate", "technical-summaries", "items", "summary-of-round-table-3"
    ),
    "18(a)/plenary": two_plenaries,
    "18(b)/segments": turned("plenary", "general-debate", "opening-segment", "closing-segment"),
    "18(c)/statements": without("plenary", "opening-segment", "speakers", SECRETARY_GENERAL),
    "18(c)/no-other-statement": lambda forum: speaking(
        "plenary", "opening-segment", *forum.session_by_id["plenary"].segments[0].speakers, "academia"
    )(forum),
    "19/remarks": speaking("plenary", "closing-segment", SECRETARY_GENERAL),
    "21(a)/objectives": session("round-table-2", lambda one: one.replace(objectives=(4, 8, 9, 10, 11, 13))),
    "21(c)/co-chairs": entered("round-table-1", "co-chair", "egypt", "academia"),
    "21(e)/keynote": entered("round-table-1", "keynote-speaker", "academia", "media"),
    "22/notes": done("background-notes", "2022-04-06"),
    "23/facilitator": entered("policy-debate", "facilitator", SECRETARY_GENERAL),
    "24(b)/summaries": done("summaries-distributed", "2022-06-07"),
    "25/co-facilitators": done("co-facilitators", "2022-03-18"),
    "26(c)/adoption": without("plenary", "closing-segment", "items", "adoption-of-progress-declaration"),
    "practice/interpretation-everywhere": session("hearing", lambda one: one.replace(features=())),
    "practice/plenary-meetings": session("plenary", lambda one: one.replace(meetings=3, meeting_titles=())),
}
IMPLIED = {"15/summary-speaker": {"18(c)/statements"}}
"""Clauses that cannot be broken alone: whoever speaks by the one is among the five of the other."""

CHARGES: dict[str, tuple[Change, int]] = {
    "18(c)/listed-order": (
        lambda forum: speaking(
            "plenary", "opening-segment", *reversed(forum.session_by_id["plenary"].segments[0].speakers)
        )(forum),
        10,
    ),
    "21(b)/split": (
        both(
            session("round-table-1", lambda one: one.replace(objectives=(2, 6, 12, 18))),
            session("round-table-4", lambda one: one.replace(objectives=(1, 3, 5, 7, 17, 23))),
        ),
        1,
    ),
    "21(c)/regional-balance": (entered("round-table-1", "co-chair", "egypt", "morocco"), 1),
    "21(d)/space": (
        session(
            "round-table-1",
            lambda one: one.replace(segments=(Segment(segment="debate", title="Debate", interactive=True),)),
        ),
        1,
    ),
    "25/agreed-before": (done("progress-declaration-agreed", "2022-05-20"), 4),
}


def test_the_data_of_2022_break_nothing(edition):
    assert breaches_of(edition) == []


def test_the_data_of_2022_pay_for_two_men_alone(edition):
    assert [(charge.clause, charge.price) for charge in charges_of(edition)] == [("21(c)/gender-balance", 1)]


@pytest.mark.parametrize("clause", BREAKS)
def test_a_change_breaks_this_clause_only(edition, clause):
    assert {breach.clause for breach in breaches_of(BREAKS[clause](edition))} == {clause}


def test_the_summary_has_no_speaker_only_where_one_of_the_five_is_missing(edition):
    change = without("plenary", "opening-segment", "speakers", "civil-society-representative")
    found = {breach.clause for breach in breaches_of(change(edition))}
    assert found == {"15/summary-speaker", *IMPLIED["15/summary-speaker"]}
    clauses = {clause.clause: clause for clause in edition.all_clauses}
    summary, five = clauses["15/summary-speaker"].options, clauses["18(c)/statements"].options
    assert set(summary["parties"]) <= set(five["parties"])
    assert (summary["sessions"], summary["segment"]) == (five["sessions"], five["segment"])


@pytest.mark.parametrize("clause", CHARGES)
def test_a_change_is_charged_to_this_clause_only(edition, clause):
    change, price = CHARGES[clause]
    before = charges_of(edition)
    more = [charge for charge in charges_of(change(edition)) if charge not in before]
    assert ({charge.clause for charge in more}, sum(charge.price for charge in more)) == ({clause}, price)
    assert breaches_of(change(edition)) == []


def test_every_clause_on_data_is_tried(edition):
    mandated = [clause for clause in edition.all_clauses if clause.mandate in MANDATES]
    rules = {clause.clause for clause in mandated if issubclass(find_rule(clause.rule), ForumRule)}
    wishes = {clause.clause for clause in mandated if issubclass(find_rule(clause.rule), ForumPreference)}
    assert rules == {*BREAKS, *IMPLIED}
    assert wishes == {*CHARGES, "21(c)/gender-balance"}


def test_without_objective_21_exactly_its_clause_is_broken(edition):
    printed = BREAKS["21(a)/objectives"](edition)
    (breach,) = breaches_of(printed)
    assert (breach.clause, breach.paragraph, breach.tier) == ("21(a)/objectives", "21(a)", "mandate")
    assert breach.sentence == "no session of round-table takes up objective 21"
    split = [charge for charge in charges_of(printed) if charge.clause == "21(b)/split"]
    assert [(charge.sentence, charge.price) for charge in split] == [
        ("objective 21 is taken up by no session; it is listed for Round table 2", 1)
    ]


def test_a_forum_in_july_is_not_in_the_first_half(edition):
    sentences = [breach.sentence for breach in breaches_of(later(weeks=7)(edition))]
    assert sentences == [
        f"day-{number} is on 2022-07-0{number + 4}; the months are january to june" for number in range(1, 5)
    ]


def test_co_chairs_not_yet_appointed_are_open(edition):
    undecided = session("round-table-3", lambda one: one.replace(duties=()))(edition)
    opens = [point for rule in active_rules(undecided) for point in rule.opens(undecided)]
    assert breaches_of(undecided) == []
    assert "who is co-chair of Round table 3 is not decided; 2 needed" in [one.sentence for one in opens]


def test_clauses_have_names_of_their_own(edition):
    names = [clause.clause for clause in edition.all_clauses]
    assert len(names) == len(set(names))


def test_each_clause_says_where_it_comes_from(edition):
    for clause in edition.all_clauses:
        if clause.mandate in MANDATES:
            assert clause.source, clause.clause
            assert clause.certainty, clause.clause
        if clause.mandate == "ares-73-326":
            assert clause.clause.split("/")[0] == clause.paragraph


def test_what_is_physical_cites_no_paragraph(edition):
    physical = [clause for clause in edition.all_clauses if clause.tier == "physical"]
    assert {clause.mandate for clause in physical} == {"physical"}
    assert {clause.paragraph for clause in physical} == {""}


def test_the_resolution_sets_no_room_no_clock_time_and_nothing_on_parallel_meetings(edition):
    firm = [clause for clause in edition.all_clauses if clause.tier == "mandate"]
    silent = {
        "in-room",
        "preferred-room",
        "official-hours",
        "at-most-in-parallel",
        "fewest-parallel",
        "never-together",
        "exclusive",
        "outside",
        "listed-order",
        "covers-as-listed",
        "reserved-time",
        "interactive-share",
    }
    assert {clause.rule for clause in firm} & silent == set()
    windows = [window for clause in firm for window in clause.options.get("windows", ())]
    assert not any(":" in window for window in windows)


def test_inference_and_assumption_are_never_called_certain(edition):
    for clause in edition.all_clauses:
        if clause.source.startswith("inferred") or "assumed" in clause.source:
            assert clause.certainty != "very-high", clause.clause
            assert clause.tier in ("practice", "preference"), clause.clause
