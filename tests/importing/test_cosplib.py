"""Workbooks of CoSPLib, with their objective as clauses."""

from datetime import datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook

from scheduler.judging import judge
from scheduler.reading import read_forum
from scheduler.reading.importing.cosplib import looks_like
from scheduler.solving import Limits, solve
from tests.importing.files import read, refused
from tests.importing.test_import import here, imported  # noqa: F401 - a fixture

WEIGHTS = {
    "Tracks_Sessions|Penalty": 2,
    "Tracks_Rooms|Penalty": 1,
    "Sessions_Rooms|Penalty": 1,
    "Similar Tracks": 3,
    "Number of Rooms per Track": 1,
    "Parallel Tracks": 4,
    "Consecutive Tracks": 5,
    "Submissions_Timezones": 10,
    "Submissions Order": 1,
    "Submissions_Sessions|Penalty": 7,
    "Submissions_Rooms|Penalty": 0,
    "Presenters Conflicts": 100,
    "Attendees Conflicts": 1,
    "Chairs Conflicts": 6,
    "Presenters Conflicts Timeslot Level": 0,
    "Attendees Conflicts Timeslot Level": 1,
}
HOURS = {
    1: ("Local time zone:", "GMT+2"),
    2: ("Suitable scheduling times", None),
    3: ("From:", time(9, 30)),
    4: ("To:", time(21, 30)),
    5: ("Less suitable scheduling times", None),
    6: ("From:", time(7)),
    7: ("To:", time(23)),
    8: ("Penalty:", 1),
    9: ("Unsuitable scheduling times", None),
    10: ("Penalty:", 10),
}
DAY = datetime(2027, 5, 18)  # noqa: DTZ001 - spreadsheets have wall clocks
SHEETS = {
    "submissions": [
        [
            "Reference",
            "Track",
            "Required Timeslots",
            "Order",
            "Time Zone",
            "Presenters",
            "Attendees",
            "S1",
            "S2",
        ],
        ["A1", "Data", 2, 1, "GMT+2", "Ada, Ben", "Cleo", 1, None],
        ["A2", "Health", 1, None, "GMT-5", None, None, 1, 10],
    ],
    "tracks": [["Tracks", "Chairs"], ["Data", "Dan"], ["Health", None]],
    "sessions": [
        ["Sessions", "Max Number of Timeslots", "Date", "Start Time", "End Time"],
        ["S1", 3, DAY, time(9, 30), time(11)],
        ["S2", 2, DAY, time(10), time(10, 45)],
    ],
    "rooms": [["Rooms"], ["Hall"], ["Annex"]],
    "tracks_sessions|penalty": [[None, "S1", "S2"], ["Data", 100, None], ["Health", None, None]],
    "tracks_rooms|penalty": [[None, "Hall", "Annex"], ["Data", None, 10], ["Health", None, None]],
    "similar tracks": [[None, "Data", "Health"], ["Data", None, 20], ["Health", None, None]],
    "sessions_rooms|penalty": [[None, "Hall", "Annex"], ["S1", None, 1000], ["S2", None, None]],
}


def workbook(weights=WEIGHTS, hours=HOURS, **sheets):
    """Write a workbook with other weights, hours or sheets; ``None`` leaves a sheet out."""
    book = Workbook()
    parameters = book.active
    parameters.title = "parameters"
    parameters.append(["Sessions", None, None, "Weights"])
    names = list(weights)
    for row in range(1, max(len(names), 11)):
        left = hours.get(row, (None, None))
        right = (f"{names[row - 1]}:", weights[names[row - 1]]) if row <= len(names) else (None, None)
        parameters.append([*left, None, *right])
    for row in range(max(len(names), 11), len(names) + 1):
        parameters.append([None, None, None, f"{names[row - 1]}:", weights[names[row - 1]]])
    others = {name.replace("__", "|").replace("_of_", " "): rows for name, rows in sheets.items()}
    for name, rows in (SHEETS | others).items():
        if rows is not None:
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def clause(found, name):
    """Return the clause of a term."""
    return next((one for one in found.clauses if one["clause"] == f"cosplib/{name}"), None)


def test_a_workbook_is_known_by_its_sheets():
    assert looks_like(workbook())
    assert not looks_like(b"PK\x03\x04 and nothing else")
    assert not looks_like(b"a,b\n")


def test_submissions_are_sessions_and_sessions_are_periods():
    found = read(workbook(), title="Ours")
    assert (found.title, found.timezone) == ("Ours", "Etc/GMT-2")
    assert [(one.name, one.start, one.end, one.days) for one in found.periods] == [
        ("s1", time(9, 30), time(10, 36), ("day-1",)),
        ("s2", time(10), time(10, 44), ("day-2",)),
    ]
    assert [(one.session, one.minutes, one.number, one.track) for one in found.sessions] == [
        ("a1", 44, 1, "data"),
        ("a2", 22, None, "health"),
    ]
    assert [(one.party, one.role, one.timezone) for one in found.sessions[0].participants] == [
        ("ada", "presenter", "Etc/GMT-2"),
        ("ben", "presenter", "Etc/GMT-2"),
        ("cleo", "attendee", None),
    ]
    assert [one.timezone for one in found.sessions[1].participants] == ["Etc/GMT+5"]
    assert [(one.track, one.chairs) for one in found.tracks] == [("data", ("dan",)), ("health", ())]
    assert [one.room for one in found.rooms] == ["hall", "annex"]
    assert not found.placements
    assert "A slot has one length, 22 minutes" in found.derived[0]
    assert found.derived[-1].endswith("on the next free day: S2.")


def test_every_term_of_the_objective_is_a_clause_of_one_level():
    found = read(workbook())
    rows = {
        "tracks-sessions-penalty": [{"track": ["data"], "period": ["day-1 s1"], "cost": 200}],
        "tracks-rooms-penalty": [{"track": ["data"], "room": ["annex"], "cost": 10}],
        "sessions-rooms-penalty": [{"period": ["day-1 s1"], "room": ["annex"], "cost": 1000}],
        "submissions-sessions-penalty": [
            {"session": ["a1", "a2"], "period": ["day-1 s1"], "cost": 7},
            {"session": ["a2"], "period": ["day-2 s2"], "cost": 70},
        ],
    }
    assert {name: clause(found, name)["costs"] for name in rows} == rows
    assert clause(found, "similar-tracks")["similar"] == [{"tracks": ["data", "health"], "cost": 60}]
    hours = clause(found, "submissions-timezones")
    assert (hours["suitable-from"], hours["tolerable-until"]) == ("09:30", "23:00")
    assert (hours["tolerable-cost"], hours["unsuitable-cost"], hours["each-minutes"]) == (10, 100, 22)
    assert clause(found, "submissions-rooms-penalty") is None
    assert clause(found, "presenters-conflicts-timeslot-level") is None
    assert clause(found, "attendees-conflicts-timeslot-level")["level"] == "minute"
    assert found.levels == (tuple(one["clause"] for one in found.clauses if one["tier"] == "preference"),)


def test_without_weights_there_is_nothing_to_wish():
    found = read(workbook(weights=dict.fromkeys(WEIGHTS, 0)))
    assert [one["tier"] for one in found.clauses] == ["practice", "practice"]
    assert found.levels == ()


def test_a_weight_that_is_left_out_is_none():
    found = read(workbook(weights={"Parallel Tracks": 4}))
    assert found.levels == (("cosplib/parallel-tracks",),)


def test_similar_tracks_may_stand_below_the_diagonal():
    rows = [[None, "Data", "Health"], ["Data", None, None], ["Health", 20, None]]
    found = read(workbook(similar_of_tracks=rows))
    assert clause(found, "similar-tracks")["similar"] == [{"tracks": ["data", "health"], "cost": 60}]


@pytest.mark.parametrize("zone", ["GMT+0", "UTC-0", ""])
def test_a_conference_in_utc(zone):
    found = read(workbook(hours=HOURS | {1: ("Local time zone:", zone or None)}))
    assert found.timezone in {"Etc/GMT+0", "UTC"}
    assert read(workbook(hours={k: v for k, v in HOURS.items() if k != 1})).timezone == "UTC"
    assert read(workbook(), timezone="Europe/Paris").timezone == "Europe/Paris"


def changed(sheet, row, column, cell):
    """Return the rows of a sheet with another cell."""
    rows = [list(one) for one in SHEETS[sheet]]
    rows[row] = rows[row] + [None] * (column + 1 - len(rows[row]))
    rows[row][column] = cell
    return {sheet.replace("|", "__").replace(" ", "_of_"): rows}


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ({"tracks": None}, "has no sheet 'tracks'"),
        ({"rooms": [["Rooms"]]}, "sheet rooms: is empty"),
        (changed("submissions", 1, 1, "Date"), "there is no 'Date'. Maybe Data"),
        (changed("submissions", 1, 2, "two"), "'two' is no whole number from 1"),
        (changed("submissions", 1, 2, 101), "101 slots are more than 100"),
        (changed("submissions", 2, 0, "A1"), "'A1' stands here again, first in line 2"),
        (changed("submissions", 1, 4, "CET"), "'CET' is no offset in whole hours. Maybe GMT+2"),
        (changed("sessions", 1, 1, 201), "201 slots are more than 200"),
        (changed("sessions", 1, 2, "soon"), "'soon' is no date of"),
        (changed("sessions", 1, 2, None), "'' is no date of"),
        (changed("sessions", 1, 3, "soon"), "'soon' is no time of day"),
        (changed("sessions", 1, 4, time(9)), "there is no time for 3 slots from 09:30 to 09:00"),
        (changed("tracks_rooms|penalty", 0, 2, "Annexe"), "there is no 'Annexe'. Maybe Annex"),
        (changed("tracks_rooms|penalty", 1, 0, "Date"), "there is no 'Date'. Maybe Data"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said(sheets, said):
    assert any(said in str(problem) for problem in refused(workbook(**sheets)))


def test_hours_that_are_missing_are_named():
    fewer = {row: words for row, words in HOURS.items() if row != 10}
    for hours in (fewer, HOURS | {9: ("Nothing", None)}):
        assert any("'Penalty' below 'Unsuitable" in str(one) for one in refused(workbook(hours=hours)))


def test_a_workbook_becomes_a_forum_without_a_release_that_can_be_scheduled(here):  # noqa: F811
    answer = imported(workbook(), "ours")
    assert (answer.forum.release, answer.breaches, answer.before) == (None, (), None)
    again = imported(workbook(), "ours")
    assert [one.session for one in again.forum.sessions] == [one.session for one in answer.forum.sessions]
    reading = read_forum(here / "data" / "ours")
    solution = solve(reading.forum, reading.rules, Limits(workers=1))
    assert solution.status == "optimal"
    verdict = judge(reading.forum, reading.rules, solution.timetable)
    assert not verdict.breaches
    assert sum(charge.price for charge in verdict.charges) == solution.levels[0].value


def test_rows_that_begin_with_nothing_are_passed_over():
    found = read(workbook(rooms=[["Rooms"], ["Hall"], [None, "not in use"], ["Annex"]]))
    assert [one.room for one in found.rooms] == ["hall", "annex"]


def test_a_weight_that_is_not_known_is_refused():
    said = refused(workbook(weights={"Chair Conflicts": 6}))
    assert any("there is no weight 'Chair Conflicts'. Maybe Chairs Conflicts" in str(one) for one in said)


def test_a_column_of_something_else_among_the_penalties_is_refused():
    head = [*SHEETS["submissions"][0][:-1], "s2"]
    said = refused(workbook(submissions=[head, *SHEETS["submissions"][1:]]))
    assert any("here should be one of S1, S2" in str(one) for one in said)
