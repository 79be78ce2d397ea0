"""``hemicycle import``: the folder that is made, and what is said of it."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.domain.party import Party
from scheduler.domain.session import Session
from scheduler.domain.window import Window
from scheduler.publishing.forum_folder.files import forum_files, venue_file
from scheduler.publishing.forum_folder.origin import Origin
from scheduler.reading import BadData, read_forum
from scheduler.use_cases import import_writing
from scheduler.use_cases.import_programme import CannotImport, Wish, import_programme
from scheduler.use_cases.schedule import schedule as solve
from tests.cli.running import hemicycle
from tests.importing.files import (
    MACHINES,
    OPENING,
    ZONE,
    days,
    event,
    hands_on,
    held,
    machines,
    page,
    read,
    schedule,
    submission,
    table,
)

RELEASED = "2026-03-01T12:00:00+01:00"
_NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(content: bytes, name: str = "two", **said):
    """Import a file."""
    path = Path("schedule.json")
    path.write_bytes(content)
    return import_programme(path, Wish(name, **said), now=lambda: _NOW)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_forum_is_made_that_can_be_checked_and_scheduled_at_once(here, capsys):
    Path("schedule.json").write_bytes(schedule())
    ended = hemicycle(capsys, "import", "schedule.json", "--as", "two", "--released", RELEASED)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(
        "Conference of two days, 1 to 2 May 2026: imported from schedule.json of frab, c3voc or pretalx.\n"
    )
    assert "  3 sessions, 2 rooms, 2 days, 2 tracks, 2 people; times of Europe/Berlin.\n" in ended.out
    assert "  Release 1, published: where the file has 3 sessions.\n" in ended.out
    assert ended.out.endswith("\nDone. Go on with: hemicycle schedule data/two\n")
    assert "breaks" not in ended.out.partition("Breaks, which")[0]
    checked = hemicycle(capsys, "check", "data/two", "data/two/releases/release-1.json")
    assert checked.code == 0
    answer = solve(Path("data/two"), here / "out", ("json",))
    assert (answer.status, answer.programme.verdict.breaches) == ("optimal", ())
    forum = read_forum(Path("data/two")).forum
    assert forum.release is not None
    assert answer.programme.timetable.placements == forum.release.timetable.placements


def test_the_programme_is_release_1_with_the_ids_of_the_file(here):
    forum = imported(held(event(), machines(guid="2 is none"))).forum
    release = forum.release
    assert release is not None
    assert (release.number, release.status, release.note) == (1, "published", "imported from schedule.json")
    assert release.released == _NOW
    assert release.uids["opening"] == OPENING
    assert release.uids["machines"] not in ("none", MACHINES)
    assert forum.as_of == _NOW
    assert [f"{one.start:%d %H:%M}" for one in release.meetings] == ["01 10:00", "01 11:00"]


def test_what_is_written_is_the_same_whatever_the_file_is_called_where(here):
    imported(schedule())
    one = bytes_of(Path("data"))
    shutil.rmtree("data")
    imported(schedule())
    assert bytes_of(Path("data")) == one


def test_a_person_in_two_places_is_said_and_put_right_by_scheduling(here, capsys):
    torn = machines(date="2026-05-01T10:15:00+02:00", start="10:15", duration="00:45")
    Path("schedule.json").write_bytes(schedule(days=days({"Hall A": [event()], "Hall B": [torn]})))
    ended = hemicycle(capsys, "import", "schedule.json", "--as", "two")
    assert ended.code == 0
    assert "\nRelease 1 breaks, as it was given out; scheduling puts it right\n" in ended.out
    assert "Ada Example is needed in Opening and in Machines at" in " ".join(ended.out.split())
    answer = solve(Path("data/two"), here / "out", ("json",))
    assert answer.status == "impossible"


def test_many_breaches_are_counted(here, capsys):
    many = [machines(guid=None, id=number, slug=f"m-{number}") for number in range(13)]
    Path("schedule.json").write_bytes(held(*many))
    ended = hemicycle(capsys, "import", "schedule.json", "--as", "two")
    assert "\n  and 146 more\n" in ended.out
    found = hemicycle(capsys, "import", "schedule.json", "--as", "other", "--json").json
    assert len(found["breaches"]) == 156
    assert (found["forum"], found["release"], found["sessions"]) == ("other", 1, 13)


def test_a_file_without_places_makes_no_release(here, capsys):
    bare = submission(slot={"room": None, "start": "2026-05-01T08:00:00Z", "end": None})
    unplaced = page(submission(), bare)
    Path("all.json").write_bytes(unplaced)
    found = hemicycle(capsys, "import", "all.json", "--as", "all", "--timezone", ZONE, "--json").json
    assert found["release"] == 1
    rooms = schedule(days=days({" ": [event()]}))
    Path("none.json").write_bytes(rooms)
    ended = hemicycle(capsys, "import", "none.json", "--as", "none")
    assert (ended.code, "Release 1" in ended.out) == (0, False)
    assert not Path("data/none/releases").exists()


def test_texts_that_yaml_csv_and_markdown_could_misread_stay_what_they_are(here):
    nasty = "null", "no", "10:30", "2026", "- a: [b] # c", "'\"\\", "| a |", "=1+1", "@home", "<b>é</b>", "~"
    events = [
        event(guid=None, id=number, slug=None, title=text, track=text, persons=[{"id": number, "name": text}])
        | {"date": f"2026-05-01T{10 + number}:00:00+02:00", "start": f"{10 + number}:00"}
        for number, text in enumerate(nasty)
    ]
    forum = imported(held(*events, title="null", room="{no}")).forum
    assert sorted(one.title for one in forum.sessions) == sorted(nasty)
    assert sorted(one.title for one in forum.tracks) == sorted(nasty)
    assert sorted(one.name for one in forum.parties) == sorted(nasty)
    assert (forum.title, [one.name for one in forum.rooms][-1]) == ("null", "{no}")
    parties = Path("data/two/parties.csv").read_text(encoding="utf-8")
    assert ",'=1+1," in parties
    assert ",'@home," in parties


def test_where_the_data_comes_from_is_written_down(here):
    imported(held(event(), machines(state="canceled", title="<i>Gone</i>")))
    said = Path("data/two/SOURCES.md").read_text(encoding="utf-8")
    assert "From schedule.json, schedule.json of frab, c3voc or pretalx, by `hemicycle import`;" in said
    assert "| sessions | 1 | `sessions.yaml` |" in said
    assert "- Sessions keep to these hours (clause derived/hours)." in said
    assert "- Left out, as they are cancelled or not accepted: 1 (\\<i\\>Gone\\</i\\>)." in said
    assert 'source: "derived by the import; SOURCES.md says how"\n    certainty: assumption\n' in (
        Path("data/two/clauses.yaml").read_text(encoding="utf-8")
    )


def test_a_programme_of_any_reader_is_written_whole():
    found = read(schedule())
    session = Session(
        session="long", kind="talk", title="Long", meetings=2, minutes=(30, 45), interpretation=True
    )
    away = Party(
        party="ada",
        name="Ada",
        kind="person",
        attends=("talk",),
        unavailable=(
            Window(start=0, end=60, words="day-1 00:00-01:00"),
            Window(start=0, end=9, words="day-2"),
        ),
    )
    clause = {"clause": "a", "tier": "preference", "says": "A.", "rule": "fewest-parallel", "sessions": "all"}
    rooms = (found.rooms[0].replace(source="a list"),)
    more: ForeignProgramme = found.replace(
        sessions=(session,), people=(away,), clauses=(clause,), levels=(("a",),), rooms=rooms, noted=()
    )
    origin = Origin("two", "a.xlsx", "a workbook", _NOW)
    files = forum_files(more, origin)
    assert b"    meetings: 2\n    minutes: [30, 45]\n    interpretation: true\n" in files["sessions.yaml"]
    assert b"ada,Ada,person,,talk,1,day-1 00:00-01:00; day-2\n" in files["parties.csv"]
    assert b"\nlevels: [[a]]\n" in files["forum.yaml"]
    assert b'source: "a list"' in venue_file(more, origin)
    assert b"besides" not in files["SOURCES.md"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../x", "'../x' is no name of a forum. Maybe x"),
        ("venues", "'venues' is no name of a forum. Maybe conference-2027"),
        ("Two 2", "'Two 2' is no name of a forum. Maybe two-2"),
        ("x" * 81, f"'{'x' * 81}' is no name of a forum. Maybe {'x' * 80}"),
        ("nice-2025", "a venue of the name 'nice-2025' comes with the program. Maybe nice-2025-programme"),
    ],
)
def test_names_that_are_none_or_another_s_are_refused(here, name, said):
    with pytest.raises(CannotImport) as raised:
        imported(schedule(), name)
    assert str(raised.value) == said
    assert not Path("data").exists()


def test_a_forum_that_was_not_imported_is_left_alone(here, capsys):
    Path("data/two").mkdir(parents=True)
    imported(schedule())
    Path("data/two/imported.json").unlink()
    before = bytes_of(Path("data"))
    ended = hemicycle(capsys, "import", "schedule.json", "--as", "two")
    assert ended.code == 2
    assert "data/two is there already, and was not imported. Maybe another name" in ended.err
    assert bytes_of(Path("data")) == before


def test_a_venue_of_that_name_is_left_alone(here):
    Path("data/venues").mkdir(parents=True)
    Path("data/venues/two.yaml").write_text("venue: two\n", encoding="utf-8")
    with pytest.raises(CannotImport, match=r"data/venues/two\.yaml is not as an import left it"):
        imported(schedule())
    assert not Path("data/two").exists()


def test_zones_and_times_of_the_planner_are_checked(here, capsys):
    with pytest.raises(CannotImport, match=r"Berlin is no IANA time zone name\. Maybe Europe/Berlin"):
        imported(schedule(), timezone="Berlin")
    late = hemicycle(
        capsys, "import", "schedule.json", "--as", "two", "--released", "2199-01-01T00:00:00+00:00"
    )
    assert (late.code, "is in the future" in late.err) == (2, True)
    assert not Path("data/two").exists()


def test_problems_are_said_with_file_and_line(here, capsys):
    Path("a.csv").write_bytes(table("a,,,,,,,,"))
    ended = hemicycle(capsys, "import", "a.csv", "--as", "two", "--timezone", ZONE)
    assert ended.code == 2
    assert "  a.csv:2: field 'title': is missing. Maybe give the session a title\n" in ended.err
    assert not Path("data").exists()


def test_a_file_that_is_too_large_is_not_read(here, monkeypatch, capsys):
    monkeypatch.setattr("scheduler.use_cases.import_programme.MOST_BYTES", 100)
    Path("a.json").write_bytes(schedule())
    ended = hemicycle(capsys, "import", "a.json", "--as", "two")
    assert (ended.code, "at most 100 are read" in ended.err) == (2, True)


@pytest.mark.parametrize("before", [None, b"venue: other\n"])
def test_where_the_forum_cannot_be_written_the_venue_is_as_it_was(here, monkeypatch, before):
    venue, real = Path("data/venues/two.yaml"), import_writing.write
    if before:
        venue.parent.mkdir(parents=True)
        venue.write_bytes(before)

    def full(folder, files):
        if folder.name == "two":
            raise OSError(28, "No space left on device")
        return real(folder, files)

    monkeypatch.setattr(import_writing, "write", full)
    with pytest.raises(OSError, match="No space left"):
        imported(schedule(), replace=True)
    assert (venue.read_bytes() if venue.exists() else None) == before
    assert not Path("data/two").exists()


def test_mandates_beside_the_forum_are_those_that_count(here):
    Path("data/mandates").mkdir(parents=True)
    text = "mandate: physical\ntitle: Ours\nclauses: []\n"
    Path("data/mandates/physical.yaml").write_text(text, encoding="utf-8")
    assert [one.title for one in imported(schedule()).forum.mandates][:1] == ["Ours"]


def test_a_track_and_a_person_may_be_called_alike(here):
    forum = imported(held(event(track="Ada Example"), hands_on(track="Main"))).forum
    assert {one.track for one in forum.tracks} == {"ada-example", "main"}
    assert (
        json.loads(Path("data/two/imported.json").read_text(encoding="utf-8"))["ids"]["person/7"]
        == "ada-example"
    )


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=8, max_size=8))
def test_any_texts_make_a_forum_that_is_read_as_it_was_written(here, texts):
    shutil.rmtree("data", ignore_errors=True)
    title, track, kind, person, room, slug, abstract, name = texts
    said = event(title=title, track=track, type=kind, slug=slug, abstract=abstract, url=name)
    content = held(said | {"persons": [{"id": 1, "name": person}]}, room=room, title=name)
    try:
        answer = imported(content)
    except BadData as error:
        wrong = {one.file for one in error.problems}
    else:
        wrong = set()
    if wrong:
        assert wrong == {"schedule.json"}
        return
    (session,) = answer.forum.sessions
    assert session == answer.programme.sessions[0]
    assert {one.party: one.name for one in answer.forum.parties} == {
        one.party: one.name for one in answer.programme.people
    }
