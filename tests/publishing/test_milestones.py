"""What is handed out of milestones: the table, the calendar and the section of the report."""

import csv
import io
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release
from scheduler.publishing import calendars, milestones, report
from scheduler.publishing.milestone_rows import milestone_rows
from scheduler.publishing.milestone_words import counted_words, left_out_words
from scheduler.publishing.milestones_csv import COLUMNS, HEAD
from scheduler.publishing.milestones_ics import PATH

from .calendar_lint import Part, parse, unescaped
from .milestones import LAST_DAYS, MEMORIAL_DAY, MILESTONES, last_day, nasty_milestones, with_milestones
from .programmes import AS_OF, clock, forum, programme
from .test_calendars import SHARED_LINT

ONCE = "UID DTSTAMP CREATED LAST-MODIFIED SEQUENCE STATUS DTSTART DTEND SUMMARY DESCRIPTION CATEGORIES CLASS"
PROGRAMMES = {"plain": with_milestones, "nasty": nasty_milestones}


def raw(of: Programme) -> bytes:
    return milestones.publish(of)[PATH]


def events(of: Programme) -> dict[str, Part]:
    return {unescaped(event.value("SUMMARY")): event for event in parse(raw(of)).inside("VEVENT")}


def stated(of: Programme, name: str) -> set[str]:
    return {event.value(name) for event in events(of).values()}


def table(of: Programme) -> list[dict[str, str]]:
    text = milestones.publish(of)["milestones.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def section(of: Programme) -> list[str]:
    text = report.publish(of)["report.md"].decode()
    return text.partition("\n## Milestones\n\n")[2].partition("\n\n## ")[0].split("\n")


def given(of: Forum, status: str = "published", number: int = 1, **days: date) -> Forum:
    """Return a forum with a release, made on other days if any are given."""
    named = {day.name: day.date for day in of.clock.days} if days else {}
    release = Release(
        number=number,
        status=status,
        released=datetime(2022, 3, 2, 9, 30, 15, 5, tzinfo=UTC),
        timetable=programme(of).timetable,
        days=named | {name.replace("_", "-"): on for name, on in days.items()},
    )
    return of.replace(release=release)


def test_rows_stand_in_the_order_of_last_days_and_names() -> None:
    rows = milestone_rows(with_milestones().forum, LAST_DAYS)
    assert [row.milestone.milestone for row in rows] == [
        "list",
        "notes",
        "declaration",
        "summaries",
        "badges",
        "flags",
    ]
    assert [row.days_late for row in rows] == [1, 0, None, None, None, None]
    assert [row.is_wish for row in rows] == [False, False, True, False, False, False]


def test_several_clauses_of_one_milestone_have_a_row_each() -> None:
    wish = last_day("list", date(2022, 2, 1), tier="preference").replace(clause=LAST_DAYS[0].clause)
    of = with_milestones(last_days=(*LAST_DAYS, wish))
    assert [row["clause"] for row in table(of) if row["milestone"] == "list"] == ["1/declaration", "1/list"]
    assert len({event.value("UID") for event in parse(raw(of)).inside("VEVENT")}) == 5


def test_the_table_says_all_that_is_known() -> None:
    rows = table(with_milestones())
    assert rows[0] == {
        "milestone": "list",
        "name": "List",
        "last day": "2022-02-17",
        "done": "2022-02-18",
        "days late": "1",
        "tier": "mandate",
        "paragraph": "1",
        "mandate": "charter",
        "clause": "1/list",
        "says": "The list is there.",
        "counted": "3 months before day-1 (17 May 2022)",
        "left out": "",
        "note": "",
    }
    assert (rows[1]["days late"], rows[1]["note"]) == ("0", "came in time")
    assert rows[3]["left out"] == "Memorial Day, 30 May 2022, and weekends"
    assert (rows[4]["last day"], rows[4]["clause"], rows[4]["done"]) == ("", "", "")
    assert (rows[5]["last day"], rows[5]["days late"], rows[5]["done"]) == ("", "", "2022-05-01")


def test_no_cell_is_run_as_a_formula() -> None:
    rows = table(nasty_milestones())
    assert len(rows) == len(nasty_milestones().forum.milestones)
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert milestones.publish(nasty_milestones())["milestones.csv"].decode().startswith(HEAD)
    assert set(rows[0]) == set(COLUMNS)


@pytest.mark.parametrize(
    ("left_out", "weekends", "words"),
    [
        ((), False, ""),
        ((), True, "weekends"),
        ((MEMORIAL_DAY,), False, "Memorial Day, 30 May 2022"),
        ((MEMORIAL_DAY,), True, "Memorial Day, 30 May 2022, and weekends"),
        (
            (MEMORIAL_DAY, MEMORIAL_DAY.replace(name="Feast", date=date(2022, 5, 31))),
            True,
            "Memorial Day, 30 May 2022; Feast, 31 May 2022, and weekends",
        ),
    ],
)
def test_the_days_left_out_are_named(left_out, weekends, words) -> None:
    last = LAST_DAYS[1].replace(left_out=left_out, weekends=weekends)
    assert left_out_words(last) == words
    counted = "3 months before day-1 (17 May 2022)"
    assert counted_words(last, clock()) == (f"{counted}, leaving out {words}" if words else counted)


def test_every_last_day_is_a_whole_day_that_takes_no_time() -> None:
    found = events(with_milestones())
    assert list(found) == [
        "Done: List",
        "Done: Notes",
        "Wished by this day: Declaration",
        "Last day: Summaries",
    ]
    days = [(one.all("DTSTART")[0], one.all("DTEND")[0]) for one in found.values()]
    assert {line.parameters["VALUE"] for both in days for line in both} == {"DATE"}
    assert [(start.value, end.value) for start, end in days] == [
        ("20220217", "20220218"),
        ("20220405", "20220406"),
        ("20220516", "20220517"),
        ("20220601", "20220602"),
    ]
    assert stated(with_milestones(), "TRANSP") == {"TRANSPARENT"}
    assert stated(with_milestones(), "CATEGORIES") == {"milestone"}
    assert stated(with_milestones(), "CLASS") == {"PUBLIC"}


def test_the_last_day_of_a_year_ends_in_the_next() -> None:
    of = with_milestones(last_days=(last_day("list", date(2021, 12, 31)),))
    (event,) = events(of).values()
    assert (event.value("DTSTART"), event.value("DTEND")) == ("20211231", "20220101")


def test_what_an_event_says() -> None:
    found = events(with_milestones())
    assert unescaped(found["Last day: Summaries"].value("DESCRIPTION")).split("\n\n") == [
        "The summaries is there.",
        "Due 9 working days after day-2 (18 May 2022), leaving out Memorial Day, 30 May 2022, and weekends.",
        "Clause 1/summaries, paragraph 1 of charter (mandate).",
        "https://example.org/forum",
    ]
    assert unescaped(found["Done: List"].value("DESCRIPTION")).split("\n\n")[3] == (
        "Done on 18 February 2022, late by 1 day."
    )
    assert "Done on 5 April 2022, in time." in unescaped(found["Done: Notes"].value("DESCRIPTION"))
    wish = unescaped(found["Wished by this day: Declaration"].value("DESCRIPTION"))
    assert "Wished 1 day before day-1 (17 May 2022).\n\nClause 1/declaration, charter (preference)." in wish
    assert found["Done: List"].value("URL") == "https://example.org/forum"


@pytest.mark.parametrize("name", PROGRAMMES)
def test_the_calendar_has_no_fault(name: str) -> None:
    content = raw(PROGRAMMES[name]())
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u202e]", content.decode())
    calendar = parse(content)
    assert [part.name for part in calendar.parts] == ["VEVENT"] * len(calendar.parts)
    assert (calendar.all("METHOD"), calendar.all("UID")) == ([], [])
    for event in calendar.parts:
        assert [len(event.all(once)) for once in ONCE.split()] == [1] * len(ONCE.split())
        assert event.value("DTSTAMP") == event.value("LAST-MODIFIED") >= event.value("CREATED")
        assert not {"ATTENDEE", "RRULE", "DURATION", "METHOD"} & {line.name for line in event.lines}
    assert len({event.value("UID") for event in calendar.parts}) == len(calendar.parts)
    Calendar.from_ical(content)


@pytest.mark.skipif(not SHARED_LINT.exists(), reason="there is no other judge of calendars on this machine")
@pytest.mark.parametrize("name", PROGRAMMES)
def test_another_judge_finds_nothing_either(name: str, tmp_path: Path) -> None:
    (tmp_path / "one.ics").write_bytes(raw(PROGRAMMES[name]()))
    found = subprocess.run(
        [sys.executable, str(SHARED_LINT), str(tmp_path / "one.ics")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_link_that_is_none_is_left_out() -> None:
    assert stated(nasty_milestones(), "URL") == {""}
    assert parse(raw(with_milestones())).value("NAME").endswith(": milestones")


def test_ids_stay_when_the_forum_moves() -> None:
    moved = tuple(one.replace(on=one.on + timedelta(days=7)) for one in LAST_DAYS)
    later = with_milestones(forum(clock=clock(first=date(2022, 5, 23))), last_days=moved)
    assert stated(later, "UID") == stated(with_milestones(), "UID")
    assert stated(later, "DTSTART") != stated(with_milestones(), "DTSTART")
    assert not stated(with_milestones(forum(forum="imrf-2026")), "UID") & stated(later, "UID")


def test_stamps_come_from_the_data() -> None:
    plain = events(with_milestones())
    assert plain["Last day: Summaries"].value("CREATED") == f"{AS_OF:%Y%m%dT%H%M%SZ}"
    assert plain["Last day: Summaries"].value("LAST-MODIFIED") == f"{AS_OF:%Y%m%dT%H%M%SZ}"
    assert plain["Done: Notes"].value("LAST-MODIFIED") == "20220405T040000Z", "midnight in New York"
    assert plain["Done: List"].value("LAST-MODIFIED") == f"{AS_OF:%Y%m%dT%H%M%SZ}", "known from the first"
    assert parse(raw(with_milestones())).value("LAST-MODIFIED") == "20220405T040000Z"
    later = events(with_milestones(given(forum())))
    assert later["Last day: Summaries"].value("LAST-MODIFIED") == "20220302T093015Z"


def test_the_first_release_stays_the_day_of_making() -> None:
    first = given(forum()).release
    assert first
    second = first.replace(number=2, released=first.released + timedelta(days=3))
    of = with_milestones(forum().replace(release=second, history=(first, second)))
    assert stated(of, "CREATED") == {"20220302T093015Z"}
    assert events(of)["Last day: Summaries"].value("LAST-MODIFIED") == "20220305T093015Z"


MOVED = {"day_1": date(2022, 5, 10)}
STANDING = [
    (forum(), "0", "TENTATIVE"),
    (given(forum(), "draft"), "2", "TENTATIVE"),
    (given(forum(), "tentative", 2), "4", "TENTATIVE"),
    (given(forum(), number=3), "6", "CONFIRMED"),
    (given(forum(), number=3, day_1=date(2022, 5, 17)), "6", "CONFIRMED"),
    (given(forum(), number=3, **MOVED), "7", "TENTATIVE"),
    (given(forum(), number=4), "8", "CONFIRMED"),
    (given(forum(placeholder="not chosen"), number=4), "8", "TENTATIVE"),
]


@pytest.mark.parametrize(("of", "sequence", "status"), STANDING)
def test_how_sure_a_day_is_and_how_often_it_may_have_changed(of, sequence, status) -> None:
    assert stated(with_milestones(of), "SEQUENCE") == {sequence}
    assert stated(with_milestones(of), "STATUS") == {status}


def test_a_placeholder_is_said() -> None:
    found = events(with_milestones(forum(placeholder="the week is not chosen")))
    assert all(name.startswith("Placeholder: ") for name in found)
    assert all(
        event.value("DESCRIPTION").startswith("Placeholder: the week is not chosen.")
        for event in found.values()
    )


def test_without_milestones_nothing_is_written_and_the_report_says_so() -> None:
    assert milestones.publish(programme()) == {}
    assert PATH not in calendars.publish(programme())
    assert section(programme()) == ["The forum has no milestones."]


def test_without_a_last_day_there_is_a_table_and_no_calendar() -> None:
    of = with_milestones(last_days=())
    assert list(milestones.publish(of)) == ["milestones.csv"]
    assert len(table(of)) == len(MILESTONES)
    assert PATH not in calendars.publish(of)


def test_the_calendars_bring_it_too() -> None:
    assert calendars.publish(with_milestones())[PATH] == raw(with_milestones())


def test_the_report_has_a_section() -> None:
    assert section(with_milestones()) == [
        "| Last day | Milestone | Counted | Clause | Done |",
        "| --- | --- | --- | --- | --- |",
        "| 17 February 2022 | List | 3 months before day-1 (17 May 2022) | 1/list, paragraph 1 of charter "
        "(mandate) | 18 February 2022, late by 1 day |",
        "| 5 April 2022 | Notes | 6 weeks before day-1 (17 May 2022) | 1/notes, paragraph 1 of charter "
        "(mandate) | 5 April 2022, in time |",
        "| wished by 16 May 2022 | Declaration | 1 day before day-1 (17 May 2022) | 1/declaration, charter "
        "(preference) | nobody has said |",
        "| 1 June 2022 | Summaries | 9 working days after day-2 (18 May 2022), leaving out Memorial Day, "
        "30 May 2022, and weekends | 1/summaries, paragraph 1 of charter (mandate) | nobody has said |",
        "| no clause sets a day | Badges |  |  | nobody has said |",
        "| no clause sets a day | Flags |  |  | 1 May 2022 |",
    ]


def test_nasty_texts_make_no_further_cells() -> None:
    rows = section(nasty_milestones())[2:]
    assert len(rows) == len(nasty_milestones().forum.milestones)
    assert {len(re.split(r"(?<!\\)\|", row)) for row in rows} == {7}
