"""Slots and side events are read from a forum's folder, and what is wrong is said with file and line."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from scheduler.reading import BadData, read_forum
from scheduler.reading.side_events import read_side_events

ROOT = Path(__file__).resolve().parents[2]
HEAD = "side-event,organiser,title,minutes,wishes,size,mode,speakers,asked,url\n"
ROW = "voices,Council,Voices,60,day-1 08:00-09:00,,virtual,migrants,2029-08-20,\n"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(ROOT / "data" / "national-consultation", tmp_path / "national-consultation")
    return tmp_path / "national-consultation"


def read(folder):
    return read_side_events(folder, read_forum(folder))


def problems(folder):
    with pytest.raises(BadData) as raised:
        read(folder)
    return [str(one).partition("national-consultation/")[2] for one in raised.value.problems]


def test_the_model_of_2022_has_twenty_slots_and_never_two_at_once():
    reading = read_forum(ROOT / "data" / "imrf-2022")
    assert read_side_events(ROOT / "data" / "imrf-2022", reading) is None


def test_the_slots_of_2022(tmp_path):
    shutil.copytree(ROOT / "data" / "imrf-2022", tmp_path / "imrf-2022")
    (tmp_path / "imrf-2022" / "side-events.csv").write_text(HEAD + ROW.replace("migrants", "egypt"))
    found = read(tmp_path / "imrf-2022").side_events
    clock = read_forum(tmp_path / "imrf-2022").forum.clock
    assert len(found.slots) == 20
    ordered = sorted((one.window.start, one.window.end) for one in found.slots)
    assert all(end <= start for (_, end), (start, _) in pairwise(ordered))
    for day in clock.days:
        own = [one for one in found.slots if clock.day_of(one.window.start) == day]
        said = [
            f"{clock.instant(one.window.start):%H:%M}-{clock.instant(one.window.end):%H:%M}" for one in own
        ]
        assert said == ["08:00-09:00", "09:00-10:00", "13:00-15:00", "18:00-19:00"]
    assert {one.modes for one in found.slots} == {("virtual",)}
    assert {clause.clause for clause in found.clauses} >= {name for level in found.levels for name in level}


def test_rows_and_slots_may_come_in_any_order(folder):
    before = read(folder)
    table = folder / "side-events.csv"
    head, *rows = table.read_text().splitlines()
    table.write_text("\n".join([head, *reversed(rows)]) + "\n")
    slots = folder / "side-event-slots.yaml"
    text, *parts = slots.read_text().split("  - slot: ")
    slots.write_text("  - slot: ".join([text, *(f"{part.rstrip()}\n\n" for part in reversed(parts))]))
    after = read(folder)
    assert after.side_events == before.side_events
    assert list(after.inputs) == [
        "mandates/side-events.yaml",
        "national-consultation/side-event-slots.yaml",
        "national-consultation/side-events.csv",
    ]


def test_without_rows_there_are_no_side_events(folder):
    (folder / "side-events.csv").write_text(HEAD)
    assert read(folder) is None
    (folder / "side-events.csv").unlink()
    assert read(folder) is None
    (folder / "side-event-slots.yaml").unlink()
    assert read(folder) is None


WRONG = {
    "unknown speaker": (
        ROW.replace("migrants", "migrant"),
        "field 'speakers': there is no party 'migrant'. Maybe migrants",
    ),
    "speaker by name": (
        ROW.replace("migrants", "Migrants and  Diaspora organizations"),
        "field 'speakers': 'Migrants and Diaspora organizations' is no id: ids are of small letters, digits "
        "and single hyphens. Maybe migrants",
    ),
    "id of no speaker's": (
        ROW.replace("voices,", "The Voices,"),
        "field 'side-event': 'The Voices' is no id: ids are of small letters, digits and single hyphens. "
        "Maybe the-voices",
    ),
    "speaker twice": (
        ROW.replace("migrants", "migrants; migrants"),
        "field 'speakers': speaker 'migrants' stands here again",
    ),
    "no number": (ROW.replace(",60,", ",an hour,"), "field 'minutes': "),
    "no length": (ROW.replace(",60,", ",0,"), "field 'minutes': "),
    "outside the days": (
        ROW.replace("day-1 08", "day-9 08"),
        "field 'wishes': there is no day 'day-9'. Maybe day-1",
    ),
    "no slot there": (
        ROW.replace("08:00-09:00", "10:00-11:00"),
        "field 'wishes': no slot begins in 'day-1 10:00-11:00'. Maybe ",
    ),
    "unknown mode": (ROW.replace("virtual", "hybrid"), "field 'mode': "),
    "no organiser": (ROW.replace("Council", ""), "field 'organiser': "),
    "no page": (ROW.replace("20,\n", "20,example\n"), "field 'url': 'example' is no web address. Maybe "),
    "no date": (ROW.replace("2029-08-20", "20 August"), "field 'asked': "),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_bad_row_is_refused_with_its_line(folder, name):
    row, sentence = WRONG[name]
    (folder / "side-events.csv").write_text(HEAD + "\n" + row)
    (said,) = problems(folder)
    assert said.startswith(f"side-events.csv:3: {sentence}")
    assert "Maybe" in said or name in ("no length", "no organiser")


def test_one_id_stands_for_one_side_event(folder):
    (folder / "side-events.csv").write_text(HEAD + ROW + ROW)
    (said,) = problems(folder)
    assert said.startswith("side-events.csv:3: field 'side-event': side event 'voices' stands here again")


def test_a_table_that_is_none_is_refused(folder):
    (folder / "side-events.csv").write_text("")
    assert problems(folder) == ["side-events.csv: is empty"]


def test_side_events_need_slots(folder):
    (folder / "side-event-slots.yaml").unlink()
    (folder / "side-events.csv").write_text(HEAD + ROW)
    assert problems(folder) == [
        "side-events.csv: there are no slots for side events. Maybe add the file side-event-slots.yaml"
    ]


SLOTS = {
    "room": ("room: small-room", "room: smal-room", "there is no room 'smal-room'. Maybe small-room"),
    "no room": ("    room: small-room\n", "", "names its room, and no other does. Maybe add room"),
    "mode": ("modes: [virtual]", "modes: [hybrid]", "Maybe"),
    "window": ("day-1 08:00-09:00", "day-1 10:00-09:00", "Maybe the times are exchanged"),
    "twice": ("slot: lunch", "slot: early", "slot 'early' stands here again"),
    "key": ("set-aside: []", "aside: []", "there is no field 'aside' here. Maybe set-aside"),
    "levels": (
        "  - [side-events/placed]\n",
        "  - [side-events/plced]\n",
        "there is no clause 'side-events/plced'",
    ),
    "firm": (
        "  - [side-events/placed]\n",
        "  - [side-events/placed, side-events/mode]\n",
        "'side-events/mode' is of tier practice: only a preference has a price.",
    ),
    "not priced": (
        "  - [side-events/placed]\n",
        "",
        "the preference 'side-events/placed' stands in no level. Maybe add it, or set it aside with a reason",
    ),
    "priced twice": ("  - [side-events/placed]\n", "  - side-events/placed\n" * 2, "stands here again"),
    "aside": (
        "set-aside: []",
        "set-aside: [{clause: side-events/room-free, because: why not}]",
        "only practice and preference can be set aside. Maybe delete this entry",
    ),
    "aside, unknown": (
        "set-aside: []",
        "set-aside: [{clause: side-events/moed, because: why not}]",
        "there is no clause 'side-events/moed'. Maybe side-events/mode",
    ),
    "aside and priced": (
        "set-aside: []",
        "set-aside: [{clause: side-events/placed, because: why not}]",
        "'side-events/placed' is set aside. Maybe delete it from the levels",
    ),
    "no list": ("set-aside: []", "set-aside: none", "field 'set-aside': "),
}


@pytest.mark.parametrize("name", SLOTS)
def test_bad_slots_are_refused(folder, name):
    path, (old, new, sentence) = folder / "side-event-slots.yaml", SLOTS[name]
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    assert any(sentence in said for said in problems(folder)), problems(folder)
    assert all(said.startswith("side-event-slots.yaml:") for said in problems(folder))


def test_no_slot_at_all_is_refused(folder):
    path = folder / "side-event-slots.yaml"
    path.write_text(path.read_text().partition("slots:\n")[0] + "slots: []\n")
    assert any("there is no slot. Maybe" in said for said in problems(folder))
    path.write_text("[]\n")
    assert problems(folder)


def mandate(folder, old, new):
    """Put a mandate of the forum's own in the place of the bundled one."""
    own = folder.parent / "mandates"
    shutil.copytree(ROOT / "data" / "mandates", own)
    path = own / "side-events.yaml"
    path.write_text(path.read_text().replace(old, new, 1))


def test_a_practice_can_be_set_aside_with_a_reason(folder):
    path = folder / "side-event-slots.yaml"
    reason = "set-aside: [{clause: side-events/mode, because: all rooms have a link}]"
    path.write_text(path.read_text().replace("set-aside: []", reason))
    found = read(folder)
    assert "side-events/mode" not in {rule.clause.clause for rule in found.rules}
    assert found.side_events.set_aside[0].because == "all rooms have a link"


def test_levels_and_what_is_set_aside_may_be_left_empty(folder):
    path = folder / "side-event-slots.yaml"
    path.write_text(
        path.read_text().replace("set-aside: []", "set-aside:").replace("levels:", "levels: []\nx:")
    )
    assert any("there is no field 'x'" in said for said in problems(folder))
    text = path.read_text()
    path.write_text(text.replace("levels: []\nx:", "levels:").replace("  - [side", "#  - [side"))
    assert all("stands in no level" in said for said in problems(folder))


def test_a_clause_of_the_forums_own_on_side_events_is_followed(folder):
    path = folder / "clauses.yaml"
    clause = "{clause: ours/mode, tier: practice, says: As we like it., rule: side-event-mode, source: we}"
    path.write_text(path.read_text().replace("clauses: []", f"clauses: [{clause}]"))
    assert "ours/mode" in {rule.clause.clause for rule in read(folder).rules}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("rule: most-side-events", "rule: many-side-events", "there is no rule 'many-side-events'"),
        ("count: first", "count: second", "Maybe"),
        ("mandate: side-events", "mandate: side-event", "is not the name of its file. Maybe side-events"),
        ("tier: practice", "tier: custom", "Maybe"),
    ],
)
def test_a_bad_mandate_is_refused(folder, old, new, sentence):
    mandate(folder, old, new)
    with pytest.raises(BadData) as raised:
        read(folder)
    assert any(sentence in str(one) for one in raised.value.problems), raised.value


def test_no_mandate_is_refused_by_a_problem(folder):
    mandate(folder, "mandate: side-events\n", "")
    with pytest.raises(BadData):
        read(folder)


def test_near_names_are_refused(folder):
    (folder / "side-events.csv").rename(folder / "side-event.csv")
    with pytest.raises(BadData, match=r"is no file of a forum. Maybe rename it to side-events\.csv"):
        read_forum(folder)
