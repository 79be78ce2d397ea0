"""Changes are made while files are read: at any data path, and never on the disk or in what is remembered."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.reading import BadData, read_forum
from scheduler.reading.before import MOST, Before, Memory
from scheduler.reading.changes import Change, NoSuchPart, changes_of
from tests.reading.small import HOUSE, PARTIES, write

BOOKED = "bookings.csv"
TABLE = "room,start,end,because,source,certainty\nhall,2030-03-12 10:00,2030-03-12 11:00,A choir,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = write(tmp_path)
    (found / "pins.yaml").unlink(missing_ok=True)
    (found / BOOKED).write_text(TABLE, encoding="utf-8")
    return found


def changed(folder: Path, *changes: Change, before: Before | None = None) -> Forum:
    made = changes_of(changes, before)
    forum = read_forum(folder, made).forum
    made.check_all_made()
    return forum


def refused(folder: Path, path: str, value: Any = "x", *, add: bool = False) -> str:
    with pytest.raises(NoSuchPart) as found:
        changed(folder, Change(path, value, add=add))
    assert found.value.change.path == path
    return str(found.value)


def digests(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.parent.rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in paths}


def minutes(forum: Forum) -> dict[str, tuple[int, ...]]:
    return {session.session: tuple(one.minutes for one in session.sittings) for session in forum.sessions}


def test_a_field_is_set(folder):
    forum = changed(folder, Change("sessions.talk.minutes", "90"), Change("forum.title", "Another"))
    assert (minutes(forum)["talk"], forum.title) == ((90,), "Another")


def test_all_entries_are_meant_that_a_name_fits(folder):
    assert minutes(changed(folder, Change("sessions.*.minutes", "120"))) == {
        "talk": (120,),
        "workshop": (120,),
        "plenary": (120, 120),
    }
    assert minutes(changed(folder, Change("sessions.work*.minutes", "45")))["workshop"] == (45,)


def test_a_list_may_be_named_although_its_file_has_the_same_name(folder):
    assert minutes(changed(folder, Change("sessions.sessions.talk.minutes", "90")))["talk"] == (90,)
    whole = [{"session": "talk", "kind": "talk", "title": "Alone", "minutes": "60"}]
    only_talk = changed(
        folder,
        Change("sessions", whole),
        Change("forum.levels", None),
        Change("clauses.clauses", []),
        Change("mandates.charter.clauses", []),
        Change("forum.set-aside", []),
        Change("parties.*.attends", ""),
    )
    assert minutes(only_talk) == {"talk": (60,)}


def test_parts_of_lists_inside_entries(folder):
    forum = changed(folder, Change("sessions.plenary.segments.closing.minutes", "30"))
    (plenary,) = (one for one in forum.sessions if one.session == "plenary")
    assert [one.minutes for one in plenary.segments] == [30, None, 30]


def test_what_a_key_has_not_yet_is_new(folder):
    forum = changed(
        folder, Change("forum.interpretation.teams", "3"), Change("sessions.talk.interpretation", "true")
    )
    assert forum.venue.interpretation.teams == 3
    assert forum.session_by_id["talk"].interpretation
    (folder / "forum.yaml").write_text(
        (folder / "forum.yaml").read_text(encoding="utf-8") + "interpretation:\n", encoding="utf-8"
    )
    assert changed(folder, Change("forum.interpretation.teams", "3")).venue.interpretation.teams == 3


def test_entries_are_added_behind_those_that_are_there(folder):
    forum = changed(folder, Change("forum.milestones", [{"milestone": "letter"}], add=True))
    assert [one.milestone for one in forum.milestones] == ["letter", "notes", "report"]
    forum = changed(folder, Change("rooms.open", "cellar", add=True))
    assert [room.room for room in forum.rooms] == ["annex", "cellar", "hall"]
    period = {"name": "evening", "start": "19:00", "end": "20:00", "extra": "true"}
    assert len(changed(folder, Change("venues.house.periods", period, add=True)).venue.periods) == 3
    one = [{"room": "hall", "window": "day-1 morning"}]
    (folder / "rooms.yaml").write_text("open: [hall, annex]\nclosures:\n", encoding="utf-8")
    assert len(changed(folder, Change("rooms.closures", one, add=True)).closures) == 2
    (folder / "rooms.yaml").write_text("open: [hall, annex]\n", encoding="utf-8")
    assert len(changed(folder, Change("rooms.closures", one, add=True)).closures) == 2


def test_files_that_forums_share(folder):
    forum = changed(
        folder,
        Change("venues.house.rooms.hall.name", "Greater Hall"),
        Change("mandates.charter.clauses.2/windows.windows", ["day-2"]),
    )
    assert forum.room_name("hall") == "Greater Hall"
    (charter,) = (one for one in forum.mandates if one.mandate == "charter")
    assert {one.clause: one.options for one in charter.clauses}["2/windows"]["windows"] == ["day-2"]


def test_tables_by_row_and_column(folder):
    forum = changed(
        folder,
        Change("parties.atlantis.delegates", "5"),
        Change("parties.*a.attends", ["plenary", "talk"]),
        Change("parties.ada.unavailable", "day-1 morning", add=True),
        Change("parties.bohemia.unavailable", ["day-1 morning"], add=True),
        Change("parties.bohemia.group", None),
        Change("bookings.hall.because", "A band"),
    )
    ada, atlantis, bohemia = (forum.party_by_id[name] for name in ("ada", "atlantis", "bohemia"))
    assert atlantis.delegates == 5
    assert ada.attends == bohemia.attends == ("plenary", "talk")
    assert [one.words for one in ada.unavailable] == ["day-1 morning", "day-2 morning", "from day-2 15:00"]
    assert len(bohemia.unavailable) == 1
    assert [one.because for one in forum.closures if one.booked] == ["A band"]


def test_short_rows_and_other_delimiters(folder):
    text = "party;name;kind;group;attends;delegates;unavailable\nada;Ada, Countess;officer\nb;B;state\n"
    (folder / "parties.csv").write_text(text, encoding="utf-8")
    forum = changed(folder, Change("parties.ada.delegates", "2"))
    assert (forum.party_by_id["ada"].delegates, forum.party_by_id["ada"].name) == (2, "Ada, Countess")


def test_later_changes_build_on_earlier_ones(folder):
    forum = changed(folder, Change("rooms.open", ["hall"]), Change("rooms.open", ["cellar"], add=True))
    assert [room.room for room in forum.rooms] == ["cellar", "hall"]


def test_nothing_on_the_disk_changes_and_nothing_that_is_remembered(folder):
    there, before = digests(folder), Before()
    plain = read_forum(folder, changes_of((), before)).forum
    many = [
        Change("venues.house.rooms.*.name", "Same"),
        Change("mandates.charter.clauses.*.says", "Another."),
        Change("sessions.*.title", "Same"),
        Change("parties.*.name", "Same"),
        Change("forum.milestones", [{"milestone": "letter"}], add=True),
        Change("bookings.*.room", "annex"),
    ]
    days = Change("forum.days", {"hearing-day": "2030-03-08", "day-1": "2030-03-12", "day-2": "2030-03-13"})
    assert changed(folder, days, before=before) == changed(folder, days)
    for _ in range(2):
        other = changed(folder, *many, before=before)
        assert other != plain
        assert other == changed(folder, *many)
        assert read_forum(folder, changes_of((), before)).forum == plain == read_forum(folder).forum
    assert digests(folder) == there


def test_what_is_read_anew_is_not_what_was_remembered(folder):
    before = Before()
    read_forum(folder, changes_of((), before))
    (folder.parent / "venues/house.yaml").write_text(HOUSE.replace("Great Hall", "New Hall"), "utf-8")
    (folder / "parties.csv").write_text(PARTIES.replace("Bohemia", "Moravia"), "utf-8")
    forum = read_forum(folder, changes_of((), before)).forum
    assert (forum.room_name("hall"), forum.party_by_id["bohemia"].name) == ("New Hall", "=Moravia")


def test_problems_are_said_again_by_every_reading(folder):
    before = Before()
    (folder.parent / "venues/house.yaml").write_text(HOUSE.replace("venue: house", "venue: home"), "utf-8")
    said = []
    for _ in range(2):
        with pytest.raises(BadData) as bad:
            read_forum(folder, changes_of((), before))
        said.append(str(bad.value))
    assert said[0] == said[1]
    assert "'home' is not the name of its file" in said[0]


def test_what_is_remembered_is_bounded():
    memory = Memory[int]()
    for number in range(MOST):
        memory.put((number,), number)
    assert memory.get((0,)) == 0
    memory.put(("one more",), 1)
    assert (memory.get((0,)), memory.get(("one more",))) == (None, 1)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("session.talk.minutes", "the forum has no file 'session'. Maybe sessions"),
        ("venues.hose.city", "the forum has no file 'venues/hose'. Maybe venues.house"),
        ("venues", "the forum has no file 'venues'."),
        ("", "the forum has no file ''."),
        ("bookings-of-others.x", "the forum has no file 'bookings-of-others'."),
        ("sessions.tolk.minutes", "there is no entry 'tolk'. Maybe talk"),
        ("sessions.talk-*.minutes", "there is no entry 'talk-*'."),
        ("sessions.plenary.segments.open.minutes", "there is no entry 'open'. Maybe opening"),
        ("sessions.talk.minutes.most", "there is nothing inside what comes before 'most'"),
        ("rooms.open.hall.name", "there is nothing inside what comes before 'name'"),
        ("rooms.closures..window", "there is no entry ''."),
        ("parties.ada", "a table has rows and columns. Maybe table.row.column"),
        ("parties", "a table has rows and columns. Maybe table.row.column"),
        ("parties.ada.delegate", "there is no column 'delegate'. Maybe delegates"),
        ("parties.oda.name", "there is no row 'oda'. Maybe ada"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(folder, path, sentence):
    assert refused(folder, path).startswith(f"{path} leads nowhere: {sentence}")


def test_an_empty_table_has_no_columns(folder):
    (folder / BOOKED).write_text(",,\n", encoding="utf-8")
    assert "there is no column 'because'." in refused(folder, "bookings.hall.because")
    (folder / BOOKED).write_text("\n", encoding="utf-8")
    with pytest.raises(BadData):
        changed(folder, Change("bookings.hall.because", "x"))


def test_nothing_is_added_to_what_is_no_list(folder):
    said = refused(folder, "sessions.talk.minutes", "10", add=True)
    assert said.endswith("nothing can be added there, as it is no list")


@pytest.mark.parametrize("value", [{"one": "two"}, [["one"]], [{"one": "two"}]])
def test_a_cell_holds_text(folder, value):
    assert "a cell holds text, or a list of texts" in refused(folder, "parties.ada.name", value)


@pytest.mark.parametrize("value", ["text", None, ["one"], {"one": "two"}])
@pytest.mark.parametrize(
    "path", ["forum", "sessions", "rooms", "clauses", "venues.house", "mandates.charter"]
)
def test_a_file_that_becomes_something_else_is_bad_data(folder, path, value):
    with pytest.raises(BadData):
        changed(folder, Change(path, value))
