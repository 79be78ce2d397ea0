"""Files are changed in one place, and all else in them stays to the last byte."""

from dataclasses import dataclass

import pytest

from scheduler.domain.clock import Period
from scheduler.domain.edits import (
    AbsenceLifted,
    ClauseSetAside,
    ClosureDropped,
    DutiesFreed,
    Edit,
    PeriodAdded,
    PinDropped,
    RoomOpened,
    Shortened,
    TeamsSet,
    edited,
)
from scheduler.domain.facts import facts_of
from scheduler.reading import read_forum
from scheduler.reading.editing.csv_edits import emptied
from scheduler.reading.editing.edited_files import edited_files
from scheduler.reading.editing.yaml_edits import appended, put, quoted, replaced, without
from scheduler.reading.files import TextFile
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import read_nodes
from tests.reading import small

ENTRY = {"clause": "18(a)/order", "because": "it is: so"}
EVENING = Period(name="evening", start="18:30", end="21:30")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "open:  # rooms\n  - a   # first\n  - b  # last\n\n# end\n",
            "open:  # rooms\n  - a   # first\n  - b  # last\n  - new\n\n# end\n",
        ),
        ("open:\n- a\nmore: x\n", "open:\n- a\n- new\nmore: x\n"),
        ("open: [a, b]  # all\n", "open: [a, b, new]  # all\n"),
        ("open: [a, b,]\n", "open: [a, b, new,]\n"),
        ("open: []  # none\nmore: x\n", "open:  # none\n  - new\nmore: x\n"),
        ("open:\nmore: x\n", "open:\n  - new\nmore: x\n"),
        ("open: ~\nmore: x\n", "open:\n  - new\nmore: x\n"),
        ("open:", "open:\n  - new\n"),
        ("more: >-\n  a\n  b\n\n# end\n", "more: >-\n  a\n  b\nopen:\n  - new\n\n# end\n"),
        ("more: x", "more: x\nopen:\n  - new\n"),
        ("more: x\r\nopen:\r\n  - a\r\n", "more: x\r\nopen:\r\n  - a\r\n  - new\r\n"),
        ("{more: x}\n", "{more: x, open: [new]}\n"),
        ("{open: , more: x}\n", "{open: [new] , more: x}\n"),
        ("{open: [], more: x}\n", "{open: [new], more: x}\n"),
    ],
)
def test_an_entry_is_added_to_a_list(before, after):
    assert appended(before, "open", "new") == after
    assert "new" in read(after)["open"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "open:\n  - clause: a\n    because: b\n",
            'open:\n  - clause: a\n    because: b\n  - clause: 18(a)/order\n    because: "it is: so"\n',
        ),
        ("open: [{clause: a}]\n", 'open: [{clause: a}, {clause: 18(a)/order, because: "it is: so"}]\n'),
    ],
)
def test_a_map_is_added_to_a_list(before, after):
    assert appended(before, "open", ENTRY) == after
    assert read(after)["open"][-1] == ENTRY


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        (
            "a:\n  # one\n  - x: 1\n    y: 2  # two\n  # three\n  - x: 3\n",
            0,
            "a:\n  # one\n  # three\n  - x: 3\n",
        ),
        ("a:\n  - x: 1\n  # three\n  - x: 3\n# end\n", 1, "a:\n  - x: 1\n  # three\n# end\n"),
        ("a:  # all\n  - x: 1\nb: 2\n", 0, "a: []  # all\nb: 2\n"),
        ("a:\n-\n  # one\n  x: 1\n- x: 2\n", 0, "a:\n- x: 2\n"),
        ("a:\n  - x: 1", 0, "a: []\n"),
        ("a: [{x: 1}, {x: 2}, {x: 3}]\n", 0, "a: [{x: 2}, {x: 3}]\n"),
        ("a: [{x: 1}, {x: 2}, {x: 3}]\n", 1, "a: [{x: 1}, {x: 3}]\n"),
        ("a: [{x: 1}, {x: 2}, {x: 3}]\n", 2, "a: [{x: 1}, {x: 2}]\n"),
        ("a: [{x: 1}]\n", 0, "a: []\n"),
    ],
)
def test_an_entry_is_left_out_of_a_list(before, number, after):
    assert without(before, "a", number) == after
    assert isinstance(read(after)["a"], list)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  b: 1  # one\n  c: 2\n", "a:\n  b: 3  # one\n  c: 2\n"),
        ("a: {b: 1}\n", "a: {b: 3}\n"),
        ("a:\n  c: 2  # two\nd: 4\n", "a:\n  c: 2  # two\n  b: 3\nd: 4\n"),
        ("a: {c: 2}\n", "a: {c: 2, b: 3}\n"),
        ("a: {c: }\n", "a: {c:, b: 3 }\n"),
        ("a: {}\nd: 4\n", "a:\n  b: 3\nd: 4\n"),
        ("d: 4\n", "d: 4\na:\n  b: 3\n"),
        ("{d: 4}\n", "{d: 4, a: {b: 3}}\n"),
    ],
)
def test_a_map_says_something_else(before, after):
    assert put(before, "a", "b", "3") == after
    assert read(after)["a"]["b"] == "3"


def read(text):
    problems = Problems()
    node = read_nodes(TextFile("a.yaml", "a.yaml", text), problems)
    problems.raise_if_any()
    return node.plain()


@pytest.mark.parametrize(
    "words", ["practice/order", "a: b", "null", "18(a)", "ends ", "#5", '"said"', "ā", "no."]
)
def test_words_are_read_as_they_were_meant(words):
    assert read(f"a: {quoted(words)}\n") == {"a": words}


def test_a_quoted_text_is_replaced_whole():
    assert replaced('a: {b: "x y"}  # z\n', ("a", "b"), "null") == "a: {b: null}  # z\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'party,name,unavailable\nada,"Lovelace, A.",day-1;day-2\nbob,B,day-2\n',
            'party,name,unavailable\nada,"Lovelace, A.",\nbob,B,day-2\n',
        ),
        (
            '\nunavailable;party\r\n\r\n"day-1;\nday-2"; ada \r\nday-1;bob',
            "\nunavailable;party\r\n\r\n; ada \r\nday-1;bob",
        ),
        ("party\tunavailable\tname\nada\tday-1\tA\n", "party\tunavailable\tname\nada\t\tA\n"),
    ],
)
def test_a_cell_is_emptied_and_the_others_stay(before, after):
    assert emptied(before, "unavailable", "party", "ada") == after


PINS = """\
# What is held.
pins:
  - {at: {session: talk}, window: day-1, by: A, because: it is booked}
  # The other one.
  - at: {session: talk}
    window: day-1 morning
    by: B
    because: so it is
  - {at: {session: talk}, window: day-1, by: A, because: it is booked}
  - {at: {session: workshop}, window: day-1, by: A, because: it is booked}
"""
MORNING = "  - name: morning\n    start: 10:00\n    end: 13:00\n"
AFTERNOON = "  - name: afternoon\n    start: 15:00\n    end: 18:00\n"
LATE = "  - name: evening\n    start: 18:30\n    end: 21:30\n"
OWN_PERIODS = small.FORUM + "periods:\n  - {name: morning, start: 10:00, end: 13:00}\n"
ASIDE = "set-aside:\n  - clause: custom/weekdays\n    because: we meet on a Sunday\n"


@dataclass(frozen=True)
class Case:
    """Changes in a copy of the small forum, perhaps with another file, and what the file has then."""

    edits: tuple[Edit, ...]
    name: str
    before: str
    after: str
    file: str | None = None


CASES = {
    "room": Case((RoomOpened("cellar"),), "rooms.yaml", "  - annex\n", "  - annex\n  - cellar\n"),
    "minutes": Case(
        (Shortened("talk", (90,)), Shortened("plenary", (90, 60))),
        "sessions.yaml",
        "",
        "minutes: [90, 60]",
    ),
    "minutes of one": Case(
        (Shortened("talk", (90,)),), "sessions.yaml", "    minutes: 180\n    obj", "    minutes: 90\n    obj"
    ),
    "duties": Case((DutiesFreed("talk", "ada"),), "sessions.yaml", "party: ada}", "party: null}"),
    "genders": Case(
        (DutiesFreed("talk", "ada"),),
        "sessions.yaml",
        "party: ada, gender: woman}",
        "party: null, gender: null}",
        small.SESSIONS.replace("{role: chairs, party: ada}", "{role: chairs, party: ada, gender: woman}"),
    ),
    "absence": Case((AbsenceLifted("ada"),), "parties.csv", "day-2 morning; from day-2 15:00", ""),
    "aside": Case(
        (ClauseSetAside("custom/weekdays", "it is late"),),
        "forum.yaml",
        "set-aside: []  # none\n",
        "set-aside:  # none\n  - clause: custom/weekdays\n    because: it is late\n",
        small.FORUM.replace(ASIDE, "set-aside: []  # none\n"),
    ),
    "teams": Case((TeamsSet(3),), "forum.yaml", "", "interpretation:\n  teams: 3\n"),
    "periods": Case((PeriodAdded(EVENING),), "forum.yaml", "", f"periods:\n{MORNING}{AFTERNOON}{LATE}"),
    "own periods": Case(
        (PeriodAdded(EVENING),), "forum.yaml", AFTERNOON, AFTERNOON + LATE, OWN_PERIODS + AFTERNOON
    ),
    "pin": Case((PinDropped("pins/at-talk"),), "pins.yaml", PINS, "", PINS),
    "second pin": Case((PinDropped("pins/at-talk-2"),), "pins.yaml", PINS, "", PINS),
    "both pins": Case(
        (PinDropped("pins/at-talk"), PinDropped("pins/at-talk-2")),
        "pins.yaml",
        PINS,
        "# What is held.\npins:\n  # The other one.\n  - {at: {session: workshop}, window: day-1, by: A, "
        "because: it is booked}\n",
        PINS,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_changed_folder_is_read_as_the_changed_forum(tmp_path, case):
    changed = {} if case.file is None else {f"small-2030/{case.name}": case.file}
    folder = small.write(tmp_path, **changed)
    forum = read_forum(folder).forum
    text = (folder / case.name).read_text(encoding="utf-8")
    files = edited_files(folder, forum, case.edits)
    assert [*files] == [case.name]
    (folder / case.name).write_bytes(files[case.name])
    now = files[case.name].decode()
    if case.before and case.after:
        assert now == text.replace(case.before, case.after, 1)
    assert case.after in now
    wanted, found = edited(forum, case.edits), read_forum(folder).forum
    assert facts_of(found) == facts_of(wanted)
    assert found.clauses == tuple(
        one.replace(place=two.place) for one, two in zip(wanted.clauses, found.clauses, strict=True)
    )
    assert facts_of(found) != facts_of(forum)


def test_closures_that_say_the_same_go_together(tmp_path):
    twice = small.ROOMS + "  - room: annex\n    window: day-1   10:00-11:00  # again\n"
    folder = small.write(tmp_path, **{"small-2030/rooms.yaml": twice})
    forum = read_forum(folder).forum
    every = [ClosureDropped(one) for one in dict.fromkeys(forum.closures)]
    assert edited_files(folder, forum, every[:1]) == {
        "rooms.yaml": small.ROOMS.replace("  - {room: annex, window: day-1 10:00-11:00}\n", "").encode()
    }
    files = edited_files(folder, forum, every)
    assert files == {"rooms.yaml": b"open:\n  - hall\n  - annex\nclosures: []\n"}
    (folder / "rooms.yaml").write_bytes(files["rooms.yaml"])
    assert facts_of(read_forum(folder).forum) == facts_of(edited(forum, every))


def test_the_mark_of_an_editor_stays(tmp_path):
    folder = small.write(tmp_path, **{"small-2030/rooms.yaml": b"\xef\xbb\xbf" + small.ROOMS.encode()})
    files = edited_files(folder, read_forum(folder).forum, [RoomOpened("cellar")])
    assert files["rooms.yaml"].startswith(b"\xef\xbb\xbfopen:\n")


def test_pins_that_are_no_longer_there_are_left_alone(tmp_path):
    folder = small.write(tmp_path, **{"small-2030/pins.yaml": "other: x\n"})
    files = edited_files(folder, small.small(tmp_path / "as-it-was"), [PinDropped("pins/at-talk")])
    assert files == {"pins.yaml": b"other: x\n"}


def test_a_change_that_no_file_has_is_refused(tmp_path):
    class Other(Edit):
        def made_in(self, forum):
            return forum

        def __repr__(self):
            return "Other"

    folder = small.write(tmp_path)
    with pytest.raises(TypeError, match="no file has Other of small-2030"):
        edited_files(folder, read_forum(folder).forum, [Other()])
