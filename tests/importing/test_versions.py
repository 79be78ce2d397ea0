"""Another import of a newer version of the same file: ids and releases stay, and nothing is lost silently."""

from pathlib import Path

import pytest

from scheduler.reading import BadData, read_forum
from scheduler.use_cases.import_programme import CannotImport, ImportAnswer
from scheduler.use_cases.schedule import schedule as solve
from tests.cli.running import hemicycle
from tests.importing.files import ZONE, days, event, hands_on, machines, schedule, table
from tests.importing.test_import import bytes_of, here, imported  # noqa: F401 - a fixture

NEWER = schedule(
    title="Conference of two and a half days",
    days=days(
        {"Hall A": [event(slug="two26-1-welcome", title="Welcome")]},
        {
            "Hall B": [
                hands_on(),
                hands_on(
                    guid=None,
                    id=9,
                    slug="two26-9-more",
                    title="More",
                    date="2026-05-02T11:00:00+02:00",
                    start="11:00",
                    duration="00:30",
                ),
            ]
        },
    ),
)


@pytest.fixture
def first(here) -> ImportAnswer:  # noqa: F811 - the fixture
    return imported(schedule())


def append(path: str, text: str) -> None:
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(text)


def test_the_same_file_changes_nothing(first):
    before = bytes_of(Path("data"))
    again = imported(schedule())
    assert bytes_of(Path("data")) == before
    assert (again.kept, again.replaced) == ((), ())


def test_ids_and_releases_stay_and_little_moves(first, tmp_path, capsys):
    releases = bytes_of(Path("data/two/releases"))
    Path("newer.json").write_bytes(NEWER)
    ended = hemicycle(capsys, "import", "newer.json", "--as", "two")
    assert "  New: More.\n  Gone: Machines.\n  Otherwise than before: Welcome.\n" in ended.out
    assert (
        "  Release 1 stays what was given out: rooms and times in this file are not taken over" in ended.out
    )
    assert bytes_of(Path("data/two/releases")) == releases
    forum = read_forum(Path("data/two")).forum
    assert forum.title == "Conference of two and a half days"
    assert [one.session for one in forum.sessions] == ["hands-on", "more", "opening"]
    assert forum.as_of == first.forum.as_of
    answer = solve(Path("data/two"), tmp_path / "out", ("json",))
    assert answer.status == "optimal"
    assert first.forum.release is not None
    then = first.forum.release.timetable.by_meeting
    assert {one.meeting for one in answer.programme.timetable.placements if one == then.get(one.meeting)} == {
        "opening",
        "hands-on",
    }


def test_a_session_that_comes_back_has_its_id_again(first):
    imported(NEWER)
    assert "machines" in imported(schedule(days=days({"Hall A": [machines(slug="x")]}))).forum.session_by_id


def test_what_only_a_planner_changed_is_kept(first, capsys):
    append("data/two/rooms.yaml", "# ours\n")
    ended = hemicycle(capsys, "import", "schedule.json", "--as", "two")
    assert (
        "  data/two/rooms.yaml stays as somebody changed it: the file says nothing new on it.\n" in ended.out
    )
    assert "  No session is otherwise than before.\n" in ended.out
    assert Path("data/two/rooms.yaml").read_text(encoding="utf-8").endswith("# ours\n")
    imported(NEWER)
    assert Path("data/two/rooms.yaml").read_text(encoding="utf-8").endswith("# ours\n")


def test_what_both_changed_is_refused_and_replaced_when_wished(first, capsys):
    append("data/two/sessions.yaml", "# ours\n")
    Path("data/two/clauses.yaml").unlink()
    before = bytes_of(Path("data"))
    with pytest.raises(CannotImport) as raised:
        imported(NEWER)
    assert str(raised.value) == (
        "data/two/sessions.yaml, data/two/clauses.yaml are not as an import left them, and this file says "
        "otherwise. Maybe look at them first, and --replace what was changed by hand"
    )
    assert bytes_of(Path("data")) == before
    Path("newer.json").write_bytes(NEWER)
    ended = hemicycle(capsys, "import", "newer.json", "--as", "two", "--replace")
    assert "data/two/sessions.yaml was written again; what somebody changed in it is lost." in ended.out
    assert "# ours" not in Path("data/two/sessions.yaml").read_text(encoding="utf-8")


def test_what_a_planner_changed_in_the_same_way_is_no_doubt(first):
    record = Path("data/two/imported.json")
    before = record.read_bytes()
    imported(NEWER)
    record.write_bytes(before)
    again = imported(NEWER)
    assert (again.kept, again.replaced) == ((), ())
    assert record.read_bytes() != before


def test_the_planner_s_other_files_stay_and_have_to_go_with_the_new_ones(first):
    Path("data/two/pins.yaml").write_text(
        "pins:\n  - {pin: {session: machines}, by: A. Planner, because: promised}\n", encoding="utf-8"
    )
    before = bytes_of(Path("data"))
    with pytest.raises(BadData) as raised:
        imported(NEWER)
    assert {one.file for one in raised.value.problems} == {"data/two/pins.yaml"}
    assert bytes_of(Path("data")) == before


def test_the_zone_that_the_planner_named_is_remembered(here):  # noqa: F811 - the fixture
    rows = table("a,One,,,Hall,2026-05-01,09:00,10:00,")
    imported(rows, timezone=ZONE)
    assert imported(rows + b"b,Two,,,Hall,2026-05-01,10:00,11:00,\n").forum.clock.timezone == ZONE


def test_the_first_places_make_release_1_also_later(here):  # noqa: F811 - the fixture
    bare = days({" ": [event()]})
    assert imported(schedule(days=bare)).forum.release is None
    release = imported(schedule()).forum.release
    assert release is not None
    assert len(release.timetable.placements) == 3


@pytest.mark.parametrize("text", ["{", "[]", '{"as-of": "x"}'])
def test_a_record_that_is_none_is_refused(first, text):
    Path("data/two/imported.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match="is not what an import has written"):
        imported(NEWER)
