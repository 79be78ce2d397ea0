"""The real changes: a forum moved by a week, a chamber taken, a co-chair who is late."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from scheduler.domain.difference import difference
from scheduler.domain.given_state import state_of_release, state_of_timetable
from scheduler.use_cases.release import Order, release
from scheduler.use_cases.schedule import schedule
from tests.uncounted import uncounted

from .folders import copied, edited

pytestmark = uncounted

DATES = {
    name: date(2022, 5, 16 + number)
    for number, name in enumerate(("hearing-day", *(f"day-{n}" for n in range(1, 5))))
}
STAYING = ("day", "time", "room", "segments")
CHAMBER = "\n".join(
    f"  - {{room: trusteeship-council-chamber, window: {day}, because: taken by another conference}}"
    for day in ("day-1", "day-2")
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return copied(tmp_path)


def scheduled(folder):
    answer = schedule(folder)
    programme = answer.programme
    assert (answer.status, answer.faults, programme.verdict.breaches) == ("optimal", (), ())
    return programme


def moved(programme):
    """Return how many move of each kind; every number is proven."""
    levels = {level.clauses: level for level in programme.levels}
    found = {what: levels[f"release/{what}",] for what in STAYING}
    assert all(level.proven for level in found.values())
    return {what: level.value for what, level in found.items() if level.value}


def kinds(programme):
    forum = programme.forum
    before = state_of_release(forum.release, forum)
    return difference(before, state_of_timetable(forum, programme.timetable)).counts


def events(folder, name="all"):
    text = (folder / "calendars" / f"{name}.ics").read_bytes()
    return {str(event["uid"]): event for event in Calendar.from_ical(text).walk("VEVENT")}


def test_a_forum_moved_by_a_week_moves_nothing_and_changes_every_date(folder, tmp_path):
    before = scheduled(folder)
    old = events(tmp_path / "outputs/imrf-2022")
    edited(
        folder / "forum.yaml",
        *((f"  {name}: {on}\n", f"  {name}: {on + timedelta(days=7)}\n") for name, on in DATES.items()),
    )
    programme = scheduled(folder)
    assert moved(programme) == {}
    assert len(programme.because) == 11
    assert programme.because["plenary-4"] == "day-4 is on 2022-05-27, no longer on 2022-05-20"
    assert programme.changed[0].startswith("the days have other dates: hearing-day is on 2022-05-23")
    assert kinds(programme) == {"date": 11}
    assert before.release == 1
    assert programme.release is None
    new = events(tmp_path / "outputs/imrf-2022")
    assert new.keys() == old.keys()
    week = timedelta(days=7)
    assert all(new[uid]["dtstart"].dt == old[uid]["dtstart"].dt + week for uid in old)
    assert {int(event["sequence"]) for event in new.values()} == {1}
    notices = tmp_path / "outputs/imrf-2022/notices"
    notice = " ".join((notices / "egypt.txt").read_text(encoding="utf-8").split())
    assert "on day-1 (Tuesday 24 May 2022) your part: Co-chair because: day-1 is on 2022-05-24" in notice
    assert len(list(notices.glob("*.ics"))) == len(list(notices.glob("*.txt"))) > 200


def test_a_chamber_that_is_taken_moves_four_meetings_to_other_rooms(folder):
    edited(folder / "rooms.yaml", ("closures: []", f"closures:\n{CHAMBER}"))
    programme = scheduled(folder)
    assert moved(programme) == {"room": 4}
    closed = "Trusteeship Council Chamber is closed on {} (taken by another conference)"
    assert programme.changed == (closed.format("day-1"), closed.format("day-2"))
    assert programme.because == {
        "round-table-1": closed.format("day-1"),
        "round-table-2": closed.format("day-1"),
        "round-table-4": closed.format("day-2"),
        "policy-debate": closed.format("day-2"),
    }


def test_a_co_chair_who_arrives_at_noon_moves_the_first_round_table(folder):
    edited(
        folder / "parties.csv",
        (
            "egypt,Egypt,member-state,African Group,,1,\n",
            "egypt,Egypt,member-state,African Group,,1,until day-1 12:00\n",
        ),
    )
    programme = scheduled(folder)
    assert moved(programme) == {"time": 1, "room": 1}
    late = "Egypt is not there: until day-1 12:00"
    assert programme.because == {"round-table-1": late}


def test_release_1_says_what_it_was_solved_from_and_nothing_has_changed_since(folder, tmp_path):
    programme = scheduled(folder)
    assert programme.release == 1
    assert (programme.changed, programme.because, list(programme.earlier)) == ((), {}, [1])
    assert not (tmp_path / "outputs/imrf-2022/notices").exists()
    assert programme.forum.release.facts


def test_a_meeting_that_is_cancelled_or_new_says_so_with_its_reason(folder, tmp_path):
    side = """
  - session: side-meeting
    kind: side-event
    title: Side meeting
    minutes: 60
"""
    sessions = folder / "sessions.yaml"
    sessions.write_text(sessions.read_text(encoding="utf-8") + side, encoding="utf-8")
    programme = scheduled(folder)
    assert programme.because == {"side-meeting": "Side meeting is new"}
    assert programme.changed == ("Side meeting is new",)
    order = Order("published", "With a side meeting", datetime(2022, 5, 1, 12, tzinfo=UTC))
    assert release(folder, order).path is not None
    edited(sessions, (side, "\n"))
    programme = scheduled(folder)
    assert programme.because == {"side-meeting": "Side meeting is no longer held"}
    notice = " ".join((tmp_path / "outputs/imrf-2022/notices/egypt.txt").read_text(encoding="utf-8").split())
    assert "because: Side meeting is no longer held" in notice
    (cancelled,) = events(tmp_path / "outputs/imrf-2022", "cancellations").values()
    assert cancelled["status"] == "CANCELLED"


def test_a_published_change_goes_on_saying_why(folder, tmp_path):
    edited(folder / "rooms.yaml", ("closures: []", f"closures:\n{CHAMBER}"))
    told = scheduled(folder).because
    order = Order("published", "The chamber is taken", datetime(2022, 5, 1, 12, tzinfo=UTC))
    assert release(folder, order).scheduled.programme.because == told
    notice = " ".join((tmp_path / "outputs/imrf-2022/notices/egypt.txt").read_text(encoding="utf-8").split())
    assert "because: Trusteeship Council Chamber is closed on day-1 (taken by another conference)" in notice


def test_another_zone_changes_every_time_and_says_so(folder):
    edited(folder / "forum.yaml", ("timezone: America/New_York", "timezone: America/Chicago"))
    programme = scheduled(folder)
    assert set(programme.because.values()) == {"times are now those of America/Chicago"}


def test_a_title_alone_is_told_to_those_with_a_part_in_it(folder, tmp_path):
    edited(folder / "sessions.yaml", ("    title: Round table 1\n", "    title: The first round table\n"))
    scheduled(folder)
    names = {path.stem for path in (tmp_path / "outputs/imrf-2022/notices").glob("*.txt")}
    assert names == {"egypt", "germany", "kathleen-newland"}
