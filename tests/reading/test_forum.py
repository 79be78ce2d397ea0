"""A forum's folder is read whole, the same in any order and from anywhere."""

import random
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from scheduler.domain.maybe import natural
from scheduler.domain.permanent_ids import permanent_id
from scheduler.reading import BadData, read_forum
from scheduler.reading import desk as desks
from tests.reading.small import FILES, problems_of, small, write

_DATA = Path(__file__).parents[2] / "data"
_FORUM = "small-2030/forum.yaml"


def test_the_small_forum_has_what_its_files_say(tmp_path: Path) -> None:
    forum = small(tmp_path)
    assert [day.name for day in forum.clock.days] == ["hearing-day", "day-1", "day-2"]
    assert [period.name for period in forum.clock.periods] == ["morning", "afternoon"]
    assert [session.session for session in forum.sessions] == ["plenary", "talk", "workshop"]
    assert [room.room for room in forum.rooms] == ["annex", "hall"]
    assert [room.room for room in forum.venue.rooms] == ["annex", "cellar", "hall"]
    assert [holiday.date for holiday in forum.venue.holidays] == [date(2030, 1, 1), date(2030, 5, 27)]
    assert [party.name for party in forum.parties] == ["Ada Lovelace", "Atlantis, Republic of", "=Bohemia"]
    assert forum.party_by_id["atlantis"].attends == ("plenary", "talk")
    assert [window.words for window in forum.party_by_id["ada"].unavailable] == [
        "day-2 morning",
        "from day-2 15:00",
    ]
    assert forum.levels[-2:] == (("wish/time",), ("wish/room",))
    assert [one.done for one in forum.milestones] == [None, date(2030, 1, 7)]
    assert [one.clause for one in forum.set_aside] == ["custom/weekdays"]
    assert [one.window.words for one in forum.closures] == ["day-1 10:00-11:00", "day-2 afternoon"]
    assert forum.url == "https://example.org/small"


def test_clauses_know_where_they_stand(tmp_path: Path) -> None:
    forum = small(tmp_path)
    own = [one for one in forum.all_clauses if one.mandate != "releases"]
    assert [(one.clause, one.mandate, one.place) for one in own] == [
        ("nature/rooms", "physical", "mandates/physical.yaml:4"),
        ("2/windows", "charter", "mandates/charter.yaml:6"),
        ("10/hall", "charter", "mandates/charter.yaml:13"),
        ("custom/weekdays", "charter", "mandates/charter.yaml:20"),
        ("nature/placed", "charter", "mandates/charter.yaml:26"),
        ("wish/room", "small-2030", "small-2030/clauses.yaml:7"),
        ("wish/time", "small-2030", "small-2030/clauses.yaml:2"),
    ]
    assert forum.all_clauses[1].options == {"sessions": {"session": "talk"}, "windows": ["day-1"]}


def test_inputs_are_digests_of_all_files_by_names_without_machine(tmp_path: Path) -> None:
    inputs = read_forum(write(tmp_path)).inputs
    assert inputs == {name: sha256(text.encode()).hexdigest() for name, text in sorted(FILES.items())}
    assert list(inputs) == sorted(inputs)


def test_the_folder_may_be_named_in_any_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    here = read_forum(folder)
    for cwd, path in ((tmp_path, "small-2030"), (folder, "."), (folder / "releases", "..")):
        monkeypatch.chdir(cwd)
        assert read_forum(Path(path)) == here


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    forum = small(tmp_path / "as-is")
    head, *rows = FILES["small-2030/parties.csv"].splitlines()
    random.Random(1).shuffle(rows)
    shuffled = {
        "small-2030/parties.csv": "\n".join((head, *reversed(rows))),
        "small-2030/sessions.yaml": _reversed("small-2030/sessions.yaml", "  - session: "),
        "small-2030/clauses.yaml": _reversed("small-2030/clauses.yaml", "  - clause: "),
        "mandates/charter.yaml": _reversed("mandates/charter.yaml", "  - clause: "),
    }
    again = read_forum(write(tmp_path / "shuffled", **shuffled)).forum
    assert _without_places(again) == _without_places(forum)


def _reversed(name: str, mark: str) -> str:
    head, *parts = FILES[name].split(mark)
    return head + "".join(f"{mark}{part}" for part in reversed(parts))


def _without_places(forum: object) -> str:
    return "".join(part for part in repr(forum).split() if not part.startswith("place="))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_parties_as_a_spreadsheet_writes_them(mark: str, tmp_path: Path) -> None:
    rows = [
        ("party", "name", "kind"),
        ("ada", '"Ada, ""the first""; of\r\nher name"', "officer"),
        ("", "", ""),
        ("atlantis", "@Atlantis <b>", "state"),
    ]
    text = "\r\n".join(mark.join(row) for row in rows)
    text = text.replace("\t ", "\t")
    write(tmp_path, **{"small-2030/parties.csv": b"\xef\xbb\xbf" + text.encode()})
    parties = read_forum(tmp_path / "small-2030").forum.parties
    assert [party.name for party in parties] == ['Ada, "the first"; of\r\nher name', "@Atlantis <b>"]
    assert [party.delegates for party in parties] == [1, 1]


def test_lines_are_right_behind_a_cell_with_several(tmp_path: Path) -> None:
    text = 'party,name,kind\nada,"Ada\n\nLovelace",officer\natlantis,,state\n'
    found = problems_of(write(tmp_path, **{"small-2030/parties.csv": text}))
    assert [(one.line, one.field, one.sentence) for one in found] == [(5, "name", "is missing")]


def test_a_cell_that_is_too_large_for_the_reader(tmp_path: Path) -> None:
    text = f"party,name,kind\nada,{'x' * 200_000},officer\n"
    found = problems_of(write(tmp_path, **{"small-2030/parties.csv": text}))
    assert found[0].sentence.startswith("is no row of a table: field larger than field limit")


def test_a_table_of_parties_that_is_far_too_wide(tmp_path: Path) -> None:
    found = problems_of(write(tmp_path, **{"small-2030/parties.csv": "party" + "," * 99_999}))
    said = [one.sentence for one in found if one.file.endswith("csv")]
    assert said == ["has 100000 columns. Maybe party, name, kind, group, attends, delegates, unavailable"]


def test_thousands_of_faults_in_one_value_are_not_all_told(tmp_path: Path) -> None:
    many = f"objectives: [{', '.join(['x'] * 50_000)}]"
    text = FILES["small-2030/sessions.yaml"].replace("objectives: [1, 2]", many)
    found = problems_of(write(tmp_path, **{"small-2030/sessions.yaml": text}))
    assert {one.field for one in found} == {"objectives"}


def test_names_sort_by_their_numbers_however_long() -> None:
    names = ["a-10", "b", f"a-{'9' * 5000}", "a-2", "2(b)", "10"]
    assert sorted(names, key=natural) == ["2(b)", "10", "a-2", "a-10", f"a-{'9' * 5000}", "b"]


def test_parties_without_a_single_row(tmp_path: Path) -> None:
    found = problems_of(write(tmp_path, **{"small-2030/parties.csv": '""\n'}))
    said = "column 'kind' is missing. Maybe add it to the first line"
    assert [one.sentence for one in found if one.field == "kind"] == [said]


def test_a_forum_without_closures_periods_and_releases(tmp_path: Path) -> None:
    folder = write(tmp_path, **{"small-2030/rooms.yaml": "open: [annex]\n"})
    shutil.rmtree(folder / "releases")
    evening, dawn = "start: '19:00', end: '21:00'", "start: '05:00', end: '06:00'"
    own = f"periods:\n  - {{name: evening, {evening}}}\n  - {{name: dawn, {dawn}}}\n"
    (folder / "forum.yaml").write_text(FILES[_FORUM] + own)
    (folder / "parties.csv").write_text(
        FILES["small-2030/parties.csv"].replace("day-2 morning", "day-2 evening")
    )
    forum = read_forum(folder).forum
    assert forum.release is None
    assert forum.closures == ()
    assert [period.name for period in forum.clock.periods] == ["dawn", "evening"]
    assert [period.name for period in forum.venue.periods] == ["afternoon", "morning"]


def test_a_forum_without_sessions_is_refused(tmp_path: Path) -> None:
    found = problems_of(write(tmp_path, **{"small-2030/sessions.yaml": "sessions:\n"}))
    said = [(one.line, one.field, one.sentence) for one in found if one.file.endswith("sessions.yaml")]
    assert said[1:] == [(1, "sessions", "is empty. Maybe enter a session")]


def test_closures_without_a_clock_are_not_blamed(tmp_path: Path) -> None:
    changed = FILES[_FORUM].replace("America/New_York", "Nowhere")
    found = problems_of(write(tmp_path, **{_FORUM: changed}))
    assert [(Path(one.file).name, one.field) for one in found] == [("forum.yaml", "timezone")]


def test_bundled_mandates_and_venues_serve_when_none_lie_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "own")
    shutil.move(tmp_path / "own" / "mandates", tmp_path / "bundled" / "mandates")
    monkeypatch.setattr(desks, "_BUNDLED", tmp_path / "bundled")
    assert read_forum(folder).forum.mandates[1].title == "The charter"
    assert "mandates/charter.yaml" in read_forum(folder).inputs


def test_the_forum_of_2022_is_read_with_its_printed_programme() -> None:
    forum = read_forum(_DATA / "imrf-2022").forum
    assert len(forum.parties) == 218
    assert len(forum.meetings) == 11
    assert forum.release is not None
    assert forum.release.number == 1
    printed = forum.release.timetable
    assert {one.meeting for one in printed.placements} == set(forum.meeting_by_id)
    place = printed.by_meeting["round-table-3"]
    assert forum.clock.words(place.start) == "10:00 on day-2"
    assert place.room == "conference-room-4"
    assert len(printed.segments or ()) == 26


def test_printed_ids_are_those_that_calendars_would_make() -> None:
    forum = read_forum(_DATA / "imrf-2022").forum
    assert forum.release is not None
    fresh = forum.replace(release=None)
    assert forum.release.uids == {one.id: permanent_id(fresh, one.id) for one in forum.meetings}


def test_a_role_that_is_nearly_that_of_a_clause_is_a_slip(tmp_path: Path) -> None:
    shutil.copytree(_DATA, tmp_path / "data")
    path = tmp_path / "data" / "imrf-2022" / "sessions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("role: facilitator", "role: facilitates"), encoding="utf-8")
    found = problems_of(path.parent)
    assert [one.sentence for one in found] == [
        "no clause speaks of the role 'facilitates'. Maybe facilitator"
    ]


def test_a_kind_that_is_nearly_one_of_the_mandates_is_a_slip(tmp_path: Path) -> None:
    shutil.copytree(_DATA, tmp_path / "data")
    path = tmp_path / "data" / "imrf-2022" / "sessions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: policy-debate", "kind: policy-debat"), encoding="utf-8")
    sentences = [one.sentence for one in problems_of(path.parent)]
    assert "no mandate speaks of sessions of the kind 'policy-debat'. Maybe policy-debate" in sentences


def test_a_folder_below_data_is_suggested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadData) as bad:
        read_forum(Path("small-2030"))
    assert str(bad.value.problems[0]) == "small-2030: there is no such folder. Maybe data/small-2030"
