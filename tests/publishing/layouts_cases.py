"""Sweeps over layouts made up by hand: no solver is asked."""

from itertools import product

from scheduler.publishing.layouts_values import Axis, AxisValue, Cell, Layouts, PlacedMeeting, Problem

from .programmes import forum

EID = "Wednesday 6 February 2030 may be Eid al-Fitr, give or take a day."
CLASH = (
    "Paragraph 18(a): the round tables are held on day-1.",
    "Only one interpretation team is there.",
)
OWN = "Monday 7 January 2030 is a holiday of the venue."
LENGTHS = Axis(
    "lengths", "Length of round tables", (AxisValue("long", "180 minutes"), AxisValue("short", "90 minutes"))
)


def axes(weeks: int = 5) -> tuple[Axis, ...]:
    """Return weeks, rooms, lengths, teams, and an axis that does not vary."""
    found = tuple(
        AxisValue(f"week-{number}", f"Week {number} of 2030", (EID,) if number == 2 else ())
        for number in range(1, weeks + 1)
    )
    rooms = (
        AxisValue("all", "Every room"),
        AxisValue("conference", "Conference rooms only"),
        AxisValue("hall", "Without the Trusteeship Council Chamber"),
    )
    teams = (AxisValue("1", "1 team"), AxisValue("2", "2 teams"))
    return (
        Axis("weeks", "Week", found, ("The week of 15 April 2030: Friday 19 April is Good Friday.",)),
        Axis("rooms", "Rooms open", rooms),
        LENGTHS,
        Axis("teams", "Interpretation teams", teams),
        Axis("zone", "Place", (AxisValue("new-york", "New York"),)),
    )


def meetings(rooms: str, length: str) -> tuple[PlacedMeeting, ...]:
    """Return a hearing and two round tables, one after the other where they are short."""
    hall = "Conference Room 1" if rooms == "conference" else "General Assembly Hall"
    second = ("11:30", "13:00") if length == "short" else ("15:00", "18:00")
    first_end = "11:30" if length == "short" else "13:00"
    return (
        PlacedMeeting("round-table-4", "Round table 4", "Conference Room 4", "day-1", *second),
        PlacedMeeting("round-table-3", "Round table 3", "Conference Room 4", "day-1", "10:00", first_end),
        PlacedMeeting("hearing-1", "Hearing & more", hall, "hearing-day", "10:00", "13:00"),
    )


def layouts(weeks: int = 5) -> Layouts:
    """Return a sweep of 12 cells a week, of which one in six is impossible, week 1 by its dates."""
    found = axes(weeks)
    problems: dict[tuple[str, ...], Problem] = {}
    cells = []
    for number, values in enumerate(product(*([value.id for value in axis.values] for axis in found)), 1):
        problem = problems.setdefault(values[1:], problem_of(len(problems) + 1, values))
        cells.append(cell_of(number, values, problem))
    chosen = ("rooms-used", "interpretation-teams-at-the-peak", "speakers-at-3-minutes")
    return Layouts(forum(), found, chosen, tuple(problems.values()), tuple(cells))


def problem_of(number: int, values: tuple[str, ...]) -> Problem:
    """Return the problem of all cells with the same values but for the week."""
    _, rooms, length, teams, _ = values
    if (rooms, length, teams) in {("all", "long", "1"), ("conference", "long", "1")}:
        return Problem(number, "impossible", reasons=CLASH, verified=rooms == "all")
    status = "feasible" if (rooms, length) == ("hall", "short") else "optimal"
    return Problem(number, status, meetings(rooms, length))


def cell_of(number: int, values: tuple[str, ...], problem: Problem) -> Cell:
    """Return a cell; the later the week, the more it pays at its second level."""
    week, rooms, length, teams, _ = values
    name = int(week.removeprefix("week-"))
    if problem.status == "impossible":
        return Cell(number, values, problem.number, "impossible")
    if name == 1 and rooms == "hall":
        return Cell(number, values, problem.number, "impossible", reasons=(OWN,))
    criteria = {
        "rooms-used": 3 if rooms == "all" else 1 if (rooms, length) == ("conference", "short") else 2,
        "interpretation-teams-at-the-peak": 1 if length == "short" else int(teams),
        "speakers-at-3-minutes": 188 if length == "long" else 150,
        "general-debate-minutes": None,
        "moves-from-the-last-release": None if name == 2 else name,
    }
    on_front = (rooms, length) == ("conference", "short") or (rooms, length, teams) == ("hall", "long", "1")
    return Cell(
        number,
        values,
        problem.number,
        problem.status,
        (0, 60 * name),
        criteria,
        notes=("The afternoon is long.",) if length == "long" else (),
        on_front=on_front,
    )
