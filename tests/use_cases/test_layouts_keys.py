"""Cells that are the same problem: never told apart less finely than the solver's model does."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.criteria import measured
from scheduler.domain.timetable import Timetable
from scheduler.reading import read_forum
from scheduler.reading.before import Before
from scheduler.reading.changes import Change, changes_of
from scheduler.reading.weeks import weeks_of
from scheduler.solving import Limits, solve
from scheduler.solving.posting import post
from scheduler.solving.solve import charged_by_data
from scheduler.solving.tick import tick_of
from scheduler.use_cases.explain import explained
from scheduler.use_cases.layouts_pareto import front
from scheduler.use_cases.layouts_work import placed_meetings, problem_key
from tests.reading.test_layouts_file import ROOT
from tests.use_cases.fragile import release
from tests.use_cases.laid_out import laid_out

FEW = settings(max_examples=200, deadline=None, derandomize=True, database=None)
BOOKED = "room,start,end,because\nannex,2030-03-25 15:00,2030-03-25 18:00,A choir\n"


def read(folder, *changes, before=None):
    return read_forum(folder, changes_of(changes, before))


def days(**dates):
    return Change("forum.days", {name.replace("_", "-"): on for name, on in dates.items()})


def model(reading) -> bytes:
    """Return all that the solver is told of a forum."""
    board = post(reading.forum, reading.rules, tick_of(reading.forum, reading.rules))
    return str(board.model.proto).encode()


def solved(reading):
    """Return what a solve comes to, without what the dates cost whatever the timetable."""
    found = solve(reading.forum, reading.rules, Limits(workers=1))
    assert isinstance(found.timetable, Timetable)
    fixed = charged_by_data(reading.forum, reading.rules)
    return (
        found.status,
        found.timetable,
        tuple(one.value - more for one, more in zip(found.levels, fixed, strict=True)),
        measured(reading.forum, found.timetable),
        tuple(placed_meetings(reading.forum, found.timetable)),
    )


def by_key(folder, first, last, kinds=("holiday", "avoid")):
    """Return the readings of all weeks between two dates, by the key of their problem."""
    before = Before()
    found = {}
    for week in weeks_of(read(folder, before=before).forum, first, last):
        reading = read(folder, days(**{name: on.isoformat() for name, on in week.days}), before=before)
        found.setdefault(problem_key(reading.forum, kinds), {})[week.title] = reading
    return found


def test_weeks_of_2030_that_are_the_same_problem_are_the_same_model():
    found = by_key(ROOT / "data/imrf-2030", date(2030, 1, 1), date(2030, 6, 30))
    assert sum(map(len, found.values())) == 25
    assert max(map(len, found.values())) == 17
    titles = {title: key for key, weeks in found.items() for title in weeks}
    assert titles["7 to 11 January 2030"] != titles["14 to 18 January 2030"], "a day to avoid"
    assert titles["15 to 19 April 2030"] != titles["14 to 18 January 2030"], "a holiday"
    for weeks in found.values():
        assert len({model(reading) for reading in weeks.values()}) == 1
    same = [*max(found.values(), key=len).values()]
    assert solved(same[0]) == solved(same[8]) == solved(same[-1])


def test_what_is_possible_does_not_depend_on_days_to_avoid(tmp_path):
    folder = laid_out(tmp_path, **{"fragile/rooms.yaml": "open: [annex]\n"})
    first, last = date(2030, 3, 1), date(2030, 3, 31)
    weeks = by_key(folder, first, last)
    alike = by_key(folder, first, last, kinds=("holiday",))
    assert [[*one] for one in weeks.values()] == [
        ["4 to 5 March 2030"],
        ["11 to 12 March 2030", "25 to 26 March 2030"],
        ["18 to 19 March 2030"],
    ]
    same, other = alike.values()
    assert [*same] == ["4 to 5 March 2030", "11 to 12 March 2030", "25 to 26 March 2030"]
    assert [*other] == ["18 to 19 March 2030"]
    reasons = [
        [
            [member.sentence for member in clash.members]
            for clash in explained(one.forum, one.rules, None).clashes
        ]
        for one in same.values()
    ]
    assert reasons[0]
    assert all(one == reasons[0] for one in reasons)


def test_a_weekend_with_a_change_of_clocks_is_another_problem(tmp_path):
    folder = laid_out(tmp_path, **{"fragile/rooms.yaml": "open: [hall, annex]\n"})
    keys, models = [], []
    for first, second in (("03-01", "03-04"), ("03-08", "03-11"), ("03-15", "03-18"), ("11-01", "11-04")):
        reading = read(folder, days(day_1=f"2030-{first}", day_2=f"2030-{second}"))
        keys.append(problem_key(reading.forum))
        models.append(model(reading))
    assert keys[0] == keys[2] != keys[1] != keys[3] != keys[0]
    assert models[0] == models[2]
    assert len(set(models)) == 3


def test_a_booking_in_one_week_makes_it_another_problem(tmp_path):
    folder = laid_out(tmp_path, **{"fragile/bookings.csv": BOOKED})
    one, other = (read(folder, days(day_1=f"2030-03-{day}", day_2=f"2030-03-{day + 1}")) for day in (11, 25))
    assert problem_key(one.forum) != problem_key(other.forum)
    (folder / "bookings.csv").unlink()
    one, other = (read(folder, days(day_1=f"2030-03-{day}", day_2=f"2030-03-{day + 1}")) for day in (11, 25))
    assert problem_key(one.forum) == problem_key(other.forum)


def test_with_a_release_each_week_is_another_problem_and_so_are_other_facts(tmp_path):
    folder = laid_out(tmp_path, **release())
    milestones = Change("forum.milestones", [{"milestone": "text", "done": "2030-03-10"}])
    assert problem_key(read(folder, milestones).forum) != problem_key(read(folder).forum)
    assert [len(weeks) for weeks in by_key(folder, date(2030, 3, 1), date(2030, 3, 31)).values()] == [1] * 4


@pytest.mark.parametrize(
    "change",
    [
        Change("sessions.gala.title", "Feast"),
        Change("sessions.gala.minutes", "150"),
        Change("sessions.talk-1.duties.chairs.party", "dan"),
        Change("parties.ada.unavailable", "day-2 morning"),
        Change("parties.ada.name", "Ida"),
        Change("rooms.open", ["hall"]),
        Change("rooms.closures", []),
        Change("forum.interpretation.teams", "1"),
        Change("forum.timezone", "Europe/Berlin"),
        Change("forum.levels", [["wish/avoid"], ["wish/done"], ["wish/hall"]]),
        Change("mandates.charter.clauses.2/talks.windows", ["day-1 morning"]),
        Change("forum.set-aside", [{"clause": "custom/teams", "because": "so"}]),
        Change("clauses.wish/hall.rooms", ["annex"]),
        Change("venues.house.periods.morning.end", "12:30"),
        Change("venues.house.rooms.annex.features", ["plenary"]),
        Change("venues.house.holidays.2030-03-05.date", "2030-03-11"),
        days(day_1="2030-03-12", day_2="2030-03-13"),
        days(day_1="2030-03-11", day_2="2030-03-13"),
    ],
    ids=lambda one: one.path,
)
def test_all_else_that_differs_is_another_problem(tmp_path, change):
    folder = laid_out(tmp_path)
    assert problem_key(read(folder, change).forum) != problem_key(read(folder).forum)


@pytest.mark.parametrize(
    "change",
    [
        Change("forum.as-of", "2029-12-02T09:00:00-05:00"),
        Change("forum.milestones", [{"milestone": "text", "done": "2030-03-10"}, {"milestone": "more"}]),
        Change("venues.house.holidays.2030-03-05.date", "2030-03-06"),
        days(day_1="2030-12-09", day_2="2030-12-10"),
    ],
    ids=lambda one: one.path,
)
def test_what_the_solver_does_not_see_is_no_other_problem(tmp_path, change):
    folder = laid_out(tmp_path)
    one, other = read(folder), read(folder, change)
    assert problem_key(one.forum) == problem_key(other.forum)
    assert model(one) == model(other)
    assert solved(one) == solved(other)


POINTS = st.dictionaries(
    st.integers(0, 99), st.tuples(*[st.integers(-3, 3)] * 3).map(lambda one: one), max_size=14
)


@FEW
@given(POINTS, st.integers(1, 3))
def test_the_front_is_what_nothing_else_dominates(points, width):
    costs = {name: point[:width] for name, point in points.items()}
    wanted = {
        name
        for name, mine in costs.items()
        if not any(
            other != mine and all(theirs <= own for theirs, own in zip(other, mine, strict=True))
            for other in costs.values()
        )
    }
    assert front(costs) == wanted


def test_without_criteria_all_are_on_the_front():
    assert front({}) == set()
    assert front({1: (), 2: ()}) == {1, 2}
