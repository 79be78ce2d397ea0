"""Agendas to the minute: every meeting of every bundled forum is filled, and nothing is counted twice."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from scheduler.domain.agenda import lay_out
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.timetable import Timetable
from scheduler.publishing import publish
from scheduler.reading import read_forum
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import DATA, copied, edited

FORUMS = sorted(path.parent.name for path in DATA.glob("*/forum.yaml"))


@dataclass(frozen=True)
class Part:
    """A segment in a meeting, in minutes from the meeting's start."""

    segment: str
    start: int
    end: int


def agendas(forum: Forum, timetable: Timetable) -> dict[str, list[Part]]:
    """Return what is held in each meeting, in the order of time."""
    found: dict[str, list[Part]] = {meeting.id: [] for meeting in forum.meetings}
    for part in sorted(timetable.segments or (), key=lambda one: (one.start, one.end)):
        start = timetable.by_meeting[part.meeting].start
        found[part.meeting].append(Part(part.segment, part.start - start, part.end - start))
    return found


def filled(forum: Forum, timetable: Timetable) -> None:
    """Fail where a minute of a meeting is in no segment, or in two."""
    for meeting, parts in agendas(forum, timetable).items():
        minutes = [minute for part in parts for minute in range(part.start, part.end)]
        assert minutes == list(range(forum.meeting_by_id[meeting].minutes)), meeting


@pytest.mark.parametrize("name", FORUMS)
def test_every_session_has_an_agenda_that_fills_its_meetings(name):
    forum = read_forum(DATA / name).forum
    for session in forum.sessions:
        assert session.segments, session.session
        assert lay_out(session)[-1] == sum(session.lengths)


@pytest.mark.parametrize("name", FORUMS)
def test_the_scheduled_agendas_fill_every_meeting_minute_by_minute(name, tmp_path):
    answer = schedule(DATA / name, tmp_path, ("json",))
    filled(answer.forum, answer.programme.timetable)
    assert set(answer.programme.timetable.segments_by_session) == set(answer.forum.session_by_id)
    for release in answer.forum.history:
        filled(answer.forum, release.timetable)


def test_the_hearing_of_2022_is_as_the_concept_note_prints_it():
    forum = read_forum(DATA / "imrf-2022").forum
    times = forum.release.timetable.segments_by_session["hearing"]
    assert [
        (part.segment, *(f"{forum.clock.instant(at):%H:%M}" for at in (part.start, part.end)))
        for part in times
    ] == [
        ("opening-segment", "10:00", "10:30"),
        ("session-1", "10:30", "13:00"),
        ("session-2", "15:00", "17:20"),
        ("session-3", "17:20", "17:50"),
        ("closing-segment", "17:50", "18:00"),
    ]
    assert sum(part.end - part.start for part in times) == 360


def programme_of(forum: Forum) -> Programme:
    return Programme(forum=forum, timetable=forum.release.timetable, status="optimal", release=1)


@pytest.fixture
def folder(tmp_path):
    return copied(tmp_path)


def debate(folder: Path, tmp_path: Path) -> dict[str, list[tuple[int, int]]]:
    answer = schedule(folder, tmp_path / "out", ("json",))
    found = agendas(answer.forum, answer.programme.timetable)
    filled(answer.forum, answer.programme.timetable)
    return {
        meeting: [(part.start, part.end) for part in parts if part.segment == "general-debate"]
        for meeting, parts in found.items()
        if meeting.startswith("plenary")
    }


def test_a_longer_opening_takes_its_minutes_from_the_general_debate(folder, tmp_path):
    before = debate(folder, tmp_path)
    words = (
        "- segment: opening-segment\n        title: Opening segment\n        minutes: 30\n        speakers:\n"
    )
    edited(folder / "sessions.yaml", (words, words.replace("30", "45")))
    now = debate(folder, tmp_path)
    assert before["plenary-1"] == [(30, 180)]
    assert now == before | {"plenary-1": [(45, 180)]}


TABLES = [
    (name, f"round-table-{number}") for name in FORUMS if name.startswith("imrf") for number in range(1, 5)
]


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_a_round_table_has_what_the_resolution_names_and_lengths_that_are_assumed(name, table):
    session = read_forum(DATA / name).forum.session_by_id[table]
    wanted = ["opening", "keynote", "interactive-discussion", "summing-up"]
    assert [one.segment for one in session.all_segments] == wanted
    keynotes = sum(duty.role == "keynote-speaker" for duty in session.duties)
    assert [one.segment for one in session.segments] == [
        one for one in wanted if one != "keynote" or keynotes
    ]
    assert all(one.is_assumption for one in session.all_segments)
    discussion = session.segments[-2]
    assert discussion.interactive
    assert discussion.reserves(100) > 0


def test_only_round_table_4_of_2022_had_a_keynote_speaker_that_is_known_of():
    forum = read_forum(DATA / "imrf-2022").forum
    duties = [(one.session, duty) for one in forum.sessions for duty in one.duties]
    ((table, keynote),) = [(name, duty) for name, duty in duties if duty.role == "keynote-speaker"]
    assert (table, keynote.party, keynote.segment) == ("round-table-4", "desa-keynote-speaker", "keynote")
    assert "name not found" in forum.party_name(keynote.party)


@pytest.mark.parametrize("minutes", [90, 180])
@pytest.mark.parametrize("keynote", [False, True])
def test_round_tables_of_both_lengths_of_2030_keep_half_of_their_time_for_discussion(
    minutes, keynote, tmp_path
):
    folder = copied(tmp_path).with_name("imrf-2030")
    text = (folder / "sessions.yaml").read_text(encoding="utf-8")
    head, rest = text.split("  - session: round-table-1\n")
    if keynote:
        rest = rest.replace(
            "      - role: co-chair\n", "      - role: keynote-speaker\n      - role: co-chair\n", 1
        )
    rest = rest.replace("    minutes: 180\n", f"    minutes: {minutes}\n", 1)
    (folder / "sessions.yaml").write_text(f"{head}  - session: round-table-1\n{rest}", encoding="utf-8")
    session = read_forum(folder).forum.session_by_id["round-table-1"]
    *_, start, end, _ = lay_out(session)
    assert end - start == minutes - 20 - 10 * keynote
    assert 2 * (end - start) >= minutes
    assert session.segments[-2].reserves(end - start) == {150: 45, 160: 48, 60: 18, 70: 21}[end - start]


ITEMS = ("adoption-of-progress-declaration", "remarks-of-the-president")
WORDS = ("Adoption of progress declaration", "Remarks of the president")


@pytest.mark.parametrize("turned", [False, True])
def test_the_closing_segment_is_told_in_the_order_of_its_items(turned, folder):
    if turned:
        edited(folder / "sessions.yaml", (", ".join(ITEMS), ", ".join(ITEMS[::-1])))
    forum = read_forum(folder).forum
    files = publish(programme_of(forum), ("html", "ics", "txt", "report"))
    line = f"Items, in order: {'; '.join(WORDS[::-1] if turned else WORDS)}"
    for name in (
        "timetable.html",
        "timetable.txt",
        "report.md",
        "calendars/all.ics",
        "calendars/sessions/plenary.ics",
    ):
        text = files[name].decode().replace("\r\n ", "").replace("\\", "")
        assert line in text, name


def test_the_five_statements_of_the_opening_are_told_in_their_order():
    forum = read_forum(DATA / "imrf-2022").forum
    files = publish(programme_of(forum), ("html", "ics"))
    names = [forum.party_name(one) for one in forum.session_by_id["plenary"].segments[0].speakers]
    assert len(names) == 5
    for name in ("timetable.html", "calendars/all.ics", "calendars/sessions/plenary.ics"):
        text = files[name].decode().replace("\r\n ", "").replace("\\", "")
        assert f"Speakers: {'; '.join(names)}" in text, name
