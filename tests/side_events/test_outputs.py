"""Side events are handed out beside the programme, which they never touch."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from scheduler.cli.schedule_words import document, lines
from scheduler.domain.programme import Programme
from scheduler.domain.side_events import SideEventLevel, SideEventPlan
from scheduler.publishing import FORMATS, publish
from scheduler.publishing.side_event_rows import wish_words
from scheduler.publishing.side_event_words import counted, hindrance_words
from scheduler.reading import read_forum
from scheduler.reading.side_events import read_side_events
from scheduler.solving import Limits
from scheduler.solving.side_events import Assigned
from scheduler.use_cases import schedule as schedule_module
from scheduler.use_cases import side_events as use_case
from scheduler.use_cases.schedule import schedule
from scheduler.use_cases.side_events import with_side_events
from tests.cli.running import hemicycle, scheduled
from tests.publishing.calendar_lint import faults
from tests.publishing.page import read
from tests.side_events.stages import stage_of

ROOT = Path(__file__).resolve().parents[2]
HEAD = "side-event,organiser,title,minutes,wishes,size,mode,speakers,asked,url\n"
FILES = {"side-events.csv", "side-events.html", "calendars/side-events.ics"}


def copied(name, into):
    shutil.copytree(ROOT / "data" / name, into / name)
    return into / name


def beside_release(folder, rows):
    """Place rows beside the timetable of a forum's release."""
    (folder / "side-events.csv").write_text(HEAD + rows)
    reading = read_forum(folder)
    asked = read_side_events(folder, reading)
    timetable = reading.forum.release.timetable
    programme = Programme(forum=reading.forum, timetable=timetable, status="optimal", inputs=reading.inputs)
    return with_side_events(programme, asked, Limits())


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """The bundled example, and the same forum without side events."""
    root = tmp_path_factory.mktemp("side-events")
    folder = copied("national-consultation", root)
    with_them = schedule(folder, root / "with")
    (folder / "side-events.csv").unlink()
    return with_them, schedule(folder, root / "without")


@pytest.fixture(scope="module")
def new_york(tmp_path_factory):
    """Twenty slots, and more than fit."""
    folder = copied("imrf-2022", tmp_path_factory.mktemp("new-york"))
    rows = [
        f'e{n},Organiser {n},"<b>Event {n}</b>",60,hearing-day 08:00-09:00; day-{n % 4 + 1},,virtual,egypt,,'
        for n in range(1, 24)
    ]
    rows[0] = (
        "e1,=cmd(),=1+1,60,day-1; day-2; day-3; day-4 18:00-19:00,5,virtual,,2022-04-01,https://un.org/a"
    )
    return beside_release(folder, "\n".join(rows) + "\n").programme


def test_the_programme_is_the_same_with_and_without(answers, tmp_path_factory):
    with_them, without = answers
    root = with_them.files[0].parent.parent
    names = {str(path.relative_to(root / "with")) for path in with_them.files}
    others = {str(path.relative_to(root / "without")) for path in without.files}
    assert names - others == FILES
    assert without.programme.side_events is None
    same = others - {"run.json"}
    assert all((root / "with" / one).read_bytes() == (root / "without" / one).read_bytes() for one in same)
    inputs = json.loads((root / "with" / "run.json").read_text())["inputs"]
    assert "national-consultation/side-events.csv" in inputs


def test_what_is_placed_and_what_is_not(answers):
    plan = answers[0].programme.side_events
    assert [(one.side_event, one.slot) for one in plan.placements] == [
        ("voices", "early"),
        ("safe-routes", "lunch"),
        ("town-halls", "evening"),
    ]
    assert plan.proven
    assert [one.side_event for one in plan.left_out] == ["skills", "data-clinic"]


def test_the_terminal_says_how_many_and_names_the_others(answers):
    said = " ".join(" ".join(lines(answers[0], Path.cwd())).split())
    assert (
        "3 of 5 side events have a slot; the forum has 3 slots. No better plan exists: this is proven."
        in said
    )
    assert "No slot: Skills that travel (Chamber of commerce, 90 minutes, in person, 80 people)" in said
    assert (
        "Safe routes and What town halls can do have them. Those that were asked for earlier come first."
        in said
    )
    assert "it lasts 150 minutes, longer than the slot" in said
    assert "Side events" not in list(lines(answers[1], Path.cwd()))


def test_json_has_the_plan(answers):
    found = document(answers[0])["programme"]["side-events"]
    assert (found["found"], found["proven"]) == (True, True)
    assert found["placed"][0] == {
        "side-event": "voices",
        "slot": "early",
        "start": "2029-10-02T08:00:00+00:00",
        "end": "2029-10-02T09:00:00+00:00",
        "because": [],
    }
    assert [one["side-event"] for one in found["left-out"]] == ["skills", "data-clinic"]
    assert "side-events" not in document(answers[1])["programme"]


def table(programme):
    return list(csv.DictReader(io.StringIO(publish(programme, ["side-events"])["side-events.csv"].decode())))


def test_the_table_has_every_slot_and_every_side_event(new_york):
    rows = table(new_york)
    assert [row["standing"] for row in rows].count("placed") == len(new_york.side_events.placements)
    assert [row["standing"] for row in rows].count("no slot") == 3
    assert [row["slot"] for row in rows[:2]] == ["hearing-day-morning-1", "hearing-day-morning-2"]
    first = next(row for row in rows if row["side event"] == "e1")
    assert (first["title"], first["organiser"], first["wish"]) == ("'=1+1", "'=cmd()", "as wished first")
    assert all(row["because"] for row in rows if row["standing"] == "no slot")


def test_free_slots_are_shown(tmp_path):
    rows = (
        "a,Us,Ours,60,day-1 08:00-09:00; day-2; day-3; day-4,,virtual,egypt,,\nb,Us,Too,60,,,in-person,,,\n"
    )
    programme = beside_release(copied("imrf-2022", tmp_path), rows).programme
    found = table(programme)
    assert [row["standing"] for row in found] == ["placed" if n == 4 else "free" for n in range(20)] + [
        "no slot"
    ]
    assert {row["slot is for"] for row in found[:20]} == {"virtual"}
    page = read(publish(programme, ["side-events"])["side-events.html"])
    assert page.text.count("free: virtual") == 19
    assert "All 20 slots: it is in person, and the slot is not." in page.text


def test_wishes_are_said():
    text = "day-1 08:00-09:00 early side-event-1"
    for wishes, said in (
        ([], ""),
        (["day-2"], "not as wished"),
        (["day-1"], "as wished first"),
        (["day-2", "day-1"], "as wished second"),
        (["day-2", "day-2", "day-2", "day-1 08:00-09:00"], "as wished, number 4"),
    ):
        around, (place,) = stage_of({"side-events": {"side-event-1": {"wishes": wishes}}}, text)
        assert wish_words(around.side_events.side_events[0], place) == said


def test_the_page_shows_all_and_runs_nothing(new_york):
    text = publish(new_york, ["side-events"])["side-events.html"]
    page = read(text)
    assert len(page.all("table")) == 5
    assert "<b>" not in text.decode()
    assert not page.all("script")
    assert [one.attributes["href"] for one in page.all("a")][:2] == ["#left", "https://un.org/a"]
    assert "Of 20 slots 15 are assumptions" in page.text
    assert "20 of 23 side events have a slot" in page.text


def test_what_is_set_aside_is_shown(tmp_path):
    folder = copied("national-consultation", tmp_path)
    path = folder / "side-event-slots.yaml"
    reason = "set-aside: [{clause: side-events/mode, because: all rooms have a link}]"
    path.write_text(path.read_text().replace("set-aside: []", reason))
    schedule(folder, tmp_path / "out", ("side-events",))
    page = read((tmp_path / "out" / "side-events.html").read_bytes())
    assert "side-events/mode is set aside because: all rooms have a link" in page.text


def test_the_calendar_is_clean_and_steady(new_york, answers):
    for programme in (new_york, answers[0].programme):
        content = publish(programme, ["side-events"])["calendars/side-events.ics"]
        assert [one for one in faults(content) if not one.endswith("LOCATION is there 0 times")] == []
        assert publish(programme, ["ics"])["calendars/side-events.ics"] == content
        assert content.count(b"BEGIN:VEVENT") == len(programme.side_events.placements)
    text = publish(answers[0].programme, ["ics"])["calendars/side-events.ics"].decode().replace("\r\n ", "")
    voices, routes, halls = text.split("BEGIN:VEVENT")[1:]
    assert "CONFERENCE;VALUE=URI:https://example.org/voices" in voices
    assert "LOCATION" not in voices
    assert "LOCATION:Small meeting room" in routes
    assert "CONFERENCE" not in halls
    assert "URL:https://example.org/town-halls" in halls
    assert "SUMMARY:Placeholder: Side event: What town halls can do" in halls


def test_ids_stay_when_slots_change(tmp_path):
    def uid(wish):
        rows = f"a,Us,Ours,60,{wish},,virtual,,,\n"
        programme = beside_release(copied("imrf-2022", tmp_path / wish[:5]), rows).programme
        text = publish(programme, ["side-events"])["calendars/side-events.ics"].decode()
        event = text.split("BEGIN:VEVENT")[1]
        return event.split("UID:")[1].split("\r\n")[0], event.split("DTSTART")[1].split("\r\n")[0]

    (one, first), (other, second) = uid("day-1 08:00-09:00"), uid("day-2 13:00-15:00")
    assert one == other
    assert first != second


def test_without_a_slot_for_any_there_is_no_calendar(tmp_path):
    rows = "a,Us,Ours,600,,,virtual,,,\n"
    programme = beside_release(copied("imrf-2022", tmp_path), rows).programme
    assert set(publish(programme, ["side-events"])) == {"side-events.csv", "side-events.html"}
    assert counted(programme.side_events).startswith(
        "0 of 1 side events have a slot; the forum has 20 slots."
    )


def test_old_files_go_with_the_last_side_event(tmp_path):
    folder = copied("national-consultation", tmp_path)
    schedule(folder, tmp_path / "out")
    assert {name for name in FILES if (tmp_path / "out" / name).exists()} == FILES
    (folder / "side-events.csv").unlink()
    (tmp_path / "out" / "side-events.html").write_text("mine\n")
    schedule(folder, tmp_path / "out")
    assert {name for name in FILES if (tmp_path / "out" / name).exists()} == {"side-events.html"}


def test_bad_rows_stop_before_anything_is_solved(tmp_path, capsys):
    folder = copied("national-consultation", tmp_path)
    (folder / "side-events.csv").write_text(HEAD + "voices,Us,Voices,60,,,virtual,migrant,,\n")
    ended = hemicycle(capsys, "schedule", folder, "--output", tmp_path / "out")
    assert ended.code == 2
    assert "side-events.csv:2: field 'speakers': there is no party 'migrant'. Maybe migrants" in ended.err
    assert not (tmp_path / "out").exists()


def answered(tmp_path, monkeypatch, found):
    """Let the solver answer something, and return what is made of it."""
    monkeypatch.setattr("scheduler.solving.side_events.assign", lambda *_: found)
    rows = "a,Us,Ours,60,,,virtual,,,\nb,Us,Too,60,,,virtual,,,\n"
    return beside_release(copied("imrf-2022", tmp_path), rows)


def test_no_time_left_is_said(tmp_path, monkeypatch):
    answer = answered(tmp_path, monkeypatch, Assigned("unknown"))
    assert (answer.faults, answer.programme.side_events.found) == ((), False)
    said = "No plan of the side events was found in the time given. Maybe a longer --time-limit."
    assert said in " ".join(" ".join(lines(scheduled(answer.programme), Path.cwd())).split())
    assert {row["standing"] for row in table(answer.programme)} == {"free"}


@pytest.mark.parametrize("status", ["impossible", "invalid"])
def test_a_solver_that_contradicts_itself_is_a_fault(tmp_path, monkeypatch, status):
    answer = answered(tmp_path, monkeypatch, Assigned(status))
    assert answer.faults == ("the solver contradicts itself on side events",)


def test_solver_and_judge_have_to_agree(tmp_path, monkeypatch):
    right = answered(tmp_path / "right", monkeypatch, Assigned("unknown")).programme.side_events.side_events
    both = tuple(right.placed(one, "day-1-lunch") for one in ("a", "b"))
    paid = (0,) * len(right.levels)
    levels = tuple(
        SideEventLevel(level=number, clauses=clauses, value=value, bound=value)
        for number, (clauses, value) in enumerate(zip(right.levels, paid, strict=True), 1)
    )
    answer = answered(tmp_path / "wrong", monkeypatch, Assigned("optimal", both, levels))
    assert answer.faults == (
        "the solver kept side-events/one-at-a-time, the judge did not: Too has the slot day-1 13:00-15:00, "
        "but Ours is held then",
    )


def test_levels_have_to_cost_the_same(tmp_path, monkeypatch):
    folder = copied("imrf-2022", tmp_path)
    (folder / "side-events.csv").write_text(HEAD + "a,Us,Ours,60,,,virtual,,,\n")
    reading = read_forum(folder)
    asked = read_side_events(folder, reading)
    from scheduler.solving.side_events import assign as really

    def wrong(*said):
        found = really(*said)
        levels = tuple(one.replace(value=1) if one.level == 1 else one for one in found.levels)
        return Assigned("feasible", found.placements, levels)

    monkeypatch.setattr("scheduler.solving.side_events.assign", wrong)
    programme = Programme(forum=reading.forum, timetable=reading.forum.release.timetable, status="optimal")
    answer = with_side_events(programme, asked, Limits())
    assert answer.faults == ("level 1 of the side events costs 1 by the solver and 0 by the judge",)
    assert "the time given was too short for a proof" in counted(answer.programme.side_events)


def test_a_disagreement_writes_nothing(tmp_path, monkeypatch):
    fault = lambda programme, *_: use_case.WithSideEvents(programme, ("they disagree",))  # noqa: E731
    monkeypatch.setattr(schedule_module, "with_side_events", fault)
    answer = schedule(copied("national-consultation", tmp_path), tmp_path / "out")
    assert answer.faults == ("they disagree",)
    assert not (tmp_path / "out").exists()


def test_many_that_stand_in_the_way_are_not_all_named(new_york):
    plan = new_york.side_events
    said = hindrance_words(new_york.forum, plan, plan.left_out[0])
    assert any(" more have them. " in one for one in said)
    one = SideEventPlan(side_events=plan.side_events.replace(slots=plan.side_events.slots[:1]), proven=True)
    assert (
        counted(one)
        == "0 of 23 side events have a slot; the forum has 1 slot. No better plan exists: this is proven."
    )


def test_the_format_has_a_name():
    assert FORMATS["side-events"] == "side_events"
