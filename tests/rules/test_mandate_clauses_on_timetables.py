"""The clauses that judge timetables, on the printed programme of 2022 and on changes of it.

For each clause there is a timetable, or a change of the forum, that breaks it and nothing else by
the whole of the active clauses; or a test that shows which others imply it. Judge and solver agree.
"""

from dataclasses import dataclass
from datetime import date

import pytest
from ortools.sat.python import cp_model

from scheduler.domain.forum import Forum
from scheduler.domain.room import Closure
from scheduler.domain.timetable import Timetable
from scheduler.domain.venue import Holiday
from scheduler.domain.window import WindowWords
from scheduler.rules import TimetableRule, active_rules, find_rule
from tests.rules.changes import Change, beside, both, days, entered, segment, session
from tests.rules.programmes import broken, edition, printed, whole_model, with_agenda
from tests.uncounted import uncounted

pytestmark = uncounted

MANDATES = "physical", "ares-73-326", "un-practice"
HEARING = (
    "hearing-day 10:00-11:30 conference-room-4 hearing-1",
    "hearing-day 11:30-13:00 conference-room-4 hearing-2",
)


def as_it_is(forum: Forum) -> Forum:
    return forum


@dataclass(frozen=True)
class Case:
    """A change of the forum, and lines that place meetings elsewhere; ``agenda`` holds one otherwise."""

    change: Change = as_it_is
    lines: tuple[str, ...] = ()
    agenda: tuple[object, ...] = ()

    def stage(self, forum: Forum) -> tuple[Forum, Timetable]:
        changed = self.change(forum)
        timetable = printed(changed, *self.lines)
        return changed, with_agenda(changed, timetable, *self.agenda) if self.agenda else timetable


def held(*lines: str) -> Case:
    return Case(lines=lines)


def closed(room: str, window: str) -> Change:
    def change(forum: Forum) -> Forum:
        words = WindowWords(forum.clock).read(window)
        return forum.replace(closures=(*forum.closures, Closure(room=room, window=words)))

    return change


def away(window: str, *parties: str) -> Change:
    def change(forum: Forum) -> Forum:
        words = (WindowWords(forum.clock).read(window),)
        return forum.replace(
            parties=tuple(
                one.replace(unavailable=words) if one.party in parties else one for one in forum.parties
            )
        )

    return change


def without_booths(room: str) -> Change:
    return lambda forum: forum.replace(
        rooms=tuple(one.replace(features=()) if one.room == room else one for one in forum.rooms)
    )


def holiday(on: str) -> Change:
    day = Holiday(date=date.fromisoformat(on), name="A holiday")
    return lambda forum: forum.replace(venue=forum.venue.replace(holidays=(*forum.venue.holidays, day)))


def offering(teams: int, meetings_per_week: int) -> Change:
    return lambda forum: forum.replace(
        venue=forum.venue.replace(
            interpretation=forum.venue.interpretation.replace(
                teams=teams, meetings_per_week=meetings_per_week
            )
        )
    )


def lasting(name: str, *minutes: int) -> Change:
    return session(
        name,
        lambda one: one.replace(
            meetings=len(minutes),
            minutes=minutes,
            meeting_titles=one.meeting_titles if len(minutes) == one.meetings else (),
        ),
    )


side_event = beside(
    "policy-debate", "side-event", kind="side-event", title="Side event", segments=(), duties=()
)
undivided = session("round-table-4", lambda one: one.replace(all_segments=()))
"""Without an agenda, which a meeting that is not held as it should be would break as well."""

half_a_day = both(
    lasting("hearing", 90, 90),
    segment("hearing", "session-1", minutes=60),
    segment("hearing", "session-2", minutes=50),
)
three_meetings = both(lasting("hearing", 180, 120, 60), segment("hearing", "session-2", over_breaks=True))
early_plenary = both(lasting("policy-debate", 90), lasting("plenary", 90, 180, 180, 180))
on_saturday = days(
    hearing_day="2022-05-17", day_1="2022-05-18", day_2="2022-05-19", day_3="2022-05-20", day_4="2022-05-21"
)
two_by_two = (
    "day-1 10:00-13:00 conference-room-4 round-table-2",
    "day-1 15:00-18:00 trusteeship-council-chamber round-table-3",
    "day-1 15:00-18:00 conference-room-4 round-table-4",
)

CASES: dict[str, tuple[Case, ...]] = {
    "physical/placed": (
        Case(undivided, ("- round-table-4",)),
        Case(undivided, ("day-2 10:00-12:30 trusteeship-council-chamber round-table-4",)),
    ),
    "physical/one-meeting-per-room": (held("day-2 10:00-13:00 trusteeship-council-chamber round-table-3"),),
    "physical/room-open": (Case(closed("conference-room-4", "day-2 12:00-12:30")),),
    "physical/room-fits": (Case(without_booths("conference-room-4")),),
    "physical/one-place-per-party": (
        Case(entered("round-table-3", "co-chair", "portugal", "morocco")),
        Case(entered("round-table-4", "moderator", "portugal")),
    ),
    "physical/party-available": (Case(away("day-1 12:30-14:00", "egypt")),),
    "physical/agenda": (
        Case(agenda=("plenary", 60, 695, 720)),
        Case(agenda=("hearing", 30, 190, 320, 350, 360)),
    ),
    "15/hearing-day": (
        Case(
            three_meetings,
            (
                "hearing-day 15:00-17:00 conference-room-4 hearing-2",
                "day-1 10:00-11:00 conference-room-4 hearing-3",
            ),
        ),
    ),
    "15/one-day": (Case(half_a_day, HEARING),),
    "18(a)/round-table-days": (
        held("hearing-day 10:00-13:00 trusteeship-council-chamber round-table-1"),
        held("hearing-day 15:00-18:00 trusteeship-council-chamber round-table-3"),
    ),
    "18(a)/policy-debate-day": (
        held(*two_by_two, "day-2 10:00-13:00 trusteeship-council-chamber policy-debate"),
    ),
    "18(a)/co-chairs-present": (
        Case(away("day-2 afternoon", "egypt", "germany")),
        Case(away("day-2 15:15-15:30", "portugal", "thailand")),
    ),
    "18(a)/plenary-days": (
        Case(
            early_plenary,
            (
                "day-2 15:00-16:30 trusteeship-council-chamber policy-debate",
                "day-2 16:30-18:00 general-assembly-hall plenary-1",
                "day-3 10:00-13:00 general-assembly-hall plenary-2",
                "day-3 15:00-18:00 general-assembly-hall plenary-3",
                "day-4 10:00-13:00 general-assembly-hall plenary-4",
            ),
        ),
    ),
    "practice/official-hours": (
        held("day-1 09:00-12:00 trusteeship-council-chamber round-table-1"),
        held("day-1 15:05-18:05 trusteeship-council-chamber round-table-2"),
    ),
    "practice/weekdays": (Case(on_saturday),),
    "practice/holidays": (Case(holiday("2022-05-19")),),
    "practice/plenary-hall": (
        held(
            *(
                f"day-{3 + index // 2} {('10:00-13:00', '15:00-18:00')[index % 2]} "
                f"trusteeship-council-chamber plenary-{index + 1}"
                for index in range(4)
            )
        ),
    ),
    "practice/consecutive": (
        held("hearing-day 15:00-18:00 trusteeship-council-chamber hearing-2"),
        Case(
            lasting("plenary", 90, 90, 180, 180),
            (
                "day-3 10:00-11:30 general-assembly-hall plenary-1",
                "day-3 11:30-13:00 general-assembly-hall plenary-2",
                "day-4 10:00-13:00 general-assembly-hall plenary-3",
            ),
        ),
    ),
    "practice/interpretation-teams": (Case(offering(1, 11)), Case(offering(2, 5))),
    "practice/nothing-beside-plenary": (
        Case(side_event, ("day-3 10:00-13:00 conference-room-4 side-event",)),
    ),
}
EACH = [(clause, case) for clause, cases in CASES.items() for case in cases]
IMPLIED = {"18(a)/order": {"18(a)/round-table-days", "18(a)/policy-debate-day"}}
"""Clauses that cannot be broken alone, and those of which one is broken with them."""

ORDERING = {
    "physical/one-meeting-per-room",
    "physical/one-place-per-party",
    "physical/agenda",
    "18(a)/order",
    "18(a)/co-chairs-present",
    "21(f)/writing-time",
    "wish/numbered-order",
}
"""Clauses whose models give every meeting a start: a meeting that is not held has none there."""
ALONE = [(clause, case) for clause, case in EACH if clause != "physical/placed"]


@pytest.fixture(scope="module")
def forum() -> Forum:
    return edition()


def test_the_printed_programme_breaks_nothing(forum):
    assert printed(forum) == forum.release.timetable
    assert broken(forum, printed(forum)) == set()
    assert whole_model(forum, printed(forum)) == cp_model.OPTIMAL


@pytest.mark.parametrize(("clause", "case"), EACH, ids=[clause for clause, _ in EACH])
def test_a_timetable_breaks_this_clause_only(forum, clause, case):
    assert broken(*case.stage(forum)) == {clause}


@pytest.mark.parametrize(("clause", "case"), EACH, ids=[clause for clause, _ in EACH])
def test_the_whole_model_is_impossible_with_that_timetable(forum, clause, case):
    assert whole_model(*case.stage(forum)) == cp_model.INFEASIBLE


@pytest.mark.parametrize(("clause", "case"), ALONE, ids=[clause for clause, _ in ALONE])
def test_the_model_without_that_clause_is_possible(forum, clause, case):
    assert whole_model(*case.stage(forum), without={clause}) == cp_model.OPTIMAL


@pytest.mark.parametrize("case", CASES["physical/placed"])
def test_a_meeting_that_is_not_held_is_missed_by_its_own_clause(forum, case):
    stage = case.stage(forum)
    assert whole_model(*stage, without=ORDERING) == cp_model.INFEASIBLE
    assert whole_model(*stage, without={*ORDERING, "physical/placed"}) == cp_model.OPTIMAL


DISORDERED = {
    "18(a)/round-table-days": Case(
        lasting("round-table-4", 90), ("day-2 16:30-18:00 conference-room-4 round-table-4",)
    ),
    "18(a)/policy-debate-day": held(
        "day-1 10:00-13:00 conference-room-4 round-table-2",
        "day-1 15:00-18:00 trusteeship-council-chamber policy-debate",
    ),
}


@pytest.mark.parametrize("other", DISORDERED)
def test_a_debate_before_a_round_table_is_on_another_day_than_one_of_them(forum, other):
    stage = DISORDERED[other].stage(forum)
    assert broken(*stage) == {"18(a)/order", other}
    assert whole_model(*stage) == cp_model.INFEASIBLE
    assert whole_model(*stage, without={"18(a)/order"}) == cp_model.INFEASIBLE
    assert whole_model(*stage, without={other}) == cp_model.INFEASIBLE
    assert whole_model(*stage, without={"18(a)/order", other}) == cp_model.OPTIMAL


def test_the_days_of_round_tables_and_debate_imply_their_order(forum):
    clauses = {rule.clause.clause: rule for rule in active_rules(forum)}
    tables, debate = (clauses[name].options for name in sorted(IMPLIED["18(a)/order"], reverse=True))
    order = clauses["18(a)/order"].options
    assert (order.first, order.then, order.gap) == (tables.sessions, debate.sessions, 0)
    assert max(window.end for window in tables.windows) <= min(window.start for window in debate.windows)
    assert set(DISORDERED) == IMPLIED["18(a)/order"]


def test_a_room_that_is_not_open_to_the_forum_is_refused_by_both(forum):
    stage = held("day-2 10:00-13:00 conference-room-1 round-table-3").stage(forum)
    assert broken(*stage) == {"physical/room-open"}
    assert whole_model(*stage) == cp_model.INFEASIBLE


def test_every_clause_on_timetables_is_tried(forum):
    mandated = [clause for clause in forum.all_clauses if clause.mandate in MANDATES]
    rules = {clause.clause for clause in mandated if issubclass(find_rule(clause.rule), TimetableRule)}
    assert rules == {*CASES, *IMPLIED}
