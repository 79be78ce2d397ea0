"""``hemicycle new``: the folder of a new edition, complete and ready to be scheduled."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from scheduler.reading import desk, read_forum
from scheduler.reading.side_event_slots import slots_of
from scheduler.use_cases.schedule import schedule
from tests.cli.running import hemicycle
from tests.golden.folders import DATA, bytes_of, edited

LIKE = ("new", "imrf-2034", "--like", "imrf-2022", "--first-day", "2034-05-16")


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path


def test_it_is_scheduled_to_a_proof(here, capsys):
    ended = hemicycle(capsys, *LIKE)
    assert ended.code == 0
    assert ended.out.startswith(
        "International Migration Review Forum 2034, 15 to 19 May 2034: made from imrf-2022."
    )
    assert ended.out.endswith("\nDone. Schedule it with: hemicycle schedule data/imrf-2034\n")
    assert "Who is appointed in Round table 1: 2 co-chairs and a moderator." in ended.out
    answer = schedule(Path("data/imrf-2034"), here / "out", ("json",))
    assert (answer.status, answer.programme.verdict.breaches) == ("optimal", ())


def test_days_keep_their_names_and_distances(here, capsys):
    document = hemicycle(capsys, *LIKE, "--json").json
    assert document["days"] == {
        "hearing-day": "2034-05-15",
        **{f"day-{number}": f"2034-05-{15 + number}" for number in (1, 2, 3, 4)},
    }
    assert document["like"] == "imrf-2022"
    keynote = "Keynote speaker of the Department of Economic and Social Affairs (name not found)"
    assert document["left-out"][:2] == [keynote, "Kathleen Newland (Migration Policy Institute)"]
    assert document["open"][1] == {"session": "round-table-1", "roles": ["co-chair", "co-chair", "moderator"]}
    assert document["breaches"] == []
    assert [*map(Path, document["files"])] == sorted(Path("data/imrf-2034").iterdir())


def test_what_was_of_the_old_edition_stays_behind(here, capsys):
    rooms, parties = here / "data/imrf-2022/rooms.yaml", here / "data/imrf-2022/parties.csv"
    closure = "closures:\n  - room: conference-room-4\n    window: day-1\n    because: works\n"
    edited(rooms, ("closures: []\n", closure))
    edited(
        parties,
        ("egypt,Egypt,member-state,African Group,,1,", "egypt,Egypt,member-state,African Group,,1,day-3"),
    )
    (here / "data/imrf-2022/bookings.csv").write_text(
        "room,start,end\nconference-room-4,2022-05-16,2022-05-16\n", encoding="utf-8"
    )
    assert hemicycle(capsys, *LIKE).code == 0
    forum = read_forum(Path("data/imrf-2034")).forum
    assert (forum.title, forum.edition) == ("International Migration Review Forum 2034", 2034)
    assert (forum.release, forum.closures, forum.url) == (None, (), "")
    assert all(one.done is None and one.note == "" for one in forum.milestones)
    assert all(one.unavailable == () for one in forum.parties)
    assert {"kathleen-newland", "laurel-townhead", "migrant-voice-speaker"}.isdisjoint(forum.party_by_id)
    assert forum.party_name("president-of-the-general-assembly") == "President of the General Assembly"
    duties = [(duty.role, duty.party) for one in forum.sessions for duty in one.duties]
    assert {party for role, party in duties if role in ("co-chair", "moderator")} == {None}
    assert ("facilitator", "director-general-of-iom") in duties


def test_slots_for_side_events_are_taken_over(here, capsys):
    ended = hemicycle(capsys, *LIKE)
    assert "Whether the slots for side events stay; nobody has asked for one yet." in ended.out
    old, new = (here / "data" / name / "side-event-slots.yaml" for name in ("imrf-2022", "imrf-2034"))
    assert (
        new.read_text(encoding="utf-8").partition("\nlevels:")[2]
        == old.read_text(encoding="utf-8").partition("\nlevels:")[2]
    )
    forum = read_forum(Path("data/imrf-2034")).forum
    slots = slots_of(Path("data/imrf-2034"), forum)
    assert len(slots) == 20
    lunch = next(slot for slot in slots if slot.slot == "day-4-lunch")
    assert forum.clock.instant(lunch.window.start).isoformat() == "2034-05-19T13:00:00-04:00"
    sources = (here / "data/imrf-2034/SOURCES.md").read_text(encoding="utf-8")
    assert "| slots for side events | those of imrf-2022 | `side-event-slots.yaml` |" in sources
    assert "| who is on the list of speakers | nobody is inscribed | `inscriptions.csv` |" in sources


def test_requests_and_inscriptions_of_the_old_edition_stay_behind(here, capsys):
    folder = here / "data/national-consultation"
    for name in ("inscriptions.csv", "speakers-events.csv"):
        (folder / name).write_text("whatever stands here\n", encoding="utf-8")
    ended = hemicycle(
        capsys, "new", "another", "--like", "national-consultation", "--first-day", "2031-06-09"
    )
    assert ended.code == 0
    assert "slots for side events" in ended.out
    made = {path.name for path in (here / "data/another").iterdir()}
    assert "side-event-slots.yaml" in made
    assert made.isdisjoint({"side-events.csv", "inscriptions.csv", "speakers-events.csv"})
    assert "list of speakers" not in (here / "data/another/SOURCES.md").read_text(encoding="utf-8")
    answer = schedule(Path("data/another"), here / "out", ("json", "side-events"))
    assert (answer.status, answer.programme.side_events) == ("optimal", None)


def test_a_forum_without_slots_gives_none(here, capsys):
    ended = hemicycle(
        capsys, "new", "another", "--like", "ocean-conference-2025", "--first-day", "2031-06-09"
    )
    assert ended.code == 0
    assert "side events" not in ended.out
    assert not (here / "data/another/side-event-slots.yaml").exists()
    assert "side events" not in (here / "data/another/SOURCES.md").read_text(encoding="utf-8")


def test_slots_that_are_wrong_are_refused_where_they_stand(here, capsys):
    edited(
        here / "data/imrf-2022/side-event-slots.yaml", ("window: day-4 13:00-15:00", "window: day-5 lunch")
    )
    ended = hemicycle(capsys, *LIKE)
    assert ended.code == 2
    assert "data/imrf-2022/side-event-slots.yaml:46: field 'window': there is no day 'day-5'" in ended.err
    assert not (here / "data/imrf-2034").exists()


def test_comments_say_what_to_decide(here, capsys):
    hemicycle(capsys, *LIKE)
    text = Path("data/imrf-2034/forum.yaml").read_text(encoding="utf-8")
    assert "# To decide: whether these days are right." in text
    assert "# The hearing is one day before day-1 (D9)." in text
    assert "first International" not in text
    for path in Path("data/imrf-2034").glob("*.yaml"):
        assert "To decide" in path.read_text(encoding="utf-8").split("\n\n")[0] or path.name == "forum.yaml"


def test_a_placeholder_is_decided_by_the_date(here, capsys):
    assert (
        hemicycle(capsys, "new", "imrf-2030-may", "--like", "imrf-2030", "--first-day", "2030-05-14").code
        == 0
    )
    forum = read_forum(Path("data/imrf-2030-may")).forum
    assert forum.placeholder == ""
    assert forum.title == "International Migration Review Forum 2030"


@pytest.mark.parametrize("like", ["ocean-conference-2025", "national-consultation"])
def test_forums_of_other_formats(here, capsys, like):
    ended = hemicycle(capsys, "new", "another", "--like", like, "--first-day", "2031-06-09")
    assert ended.code == 0
    assert schedule(Path("data/another"), here / "out", ("json",)).status == "optimal"
    names = [one.name for one in read_forum(Path("data/another")).forum.parties]
    assert len({*names}) == len(names)


def test_by_a_mandate_it_is_like_the_latest_edition(here, capsys):
    ended = hemicycle(capsys, "new", "imrf-2034", "--mandate", "ares-73-326", "--first-day", "2034-05-16")
    assert "made from imrf-2030." in ended.out


def test_dates_that_break_a_clause_are_told(here, capsys):
    out = hemicycle(capsys, *LIKE[:-1], "2033-05-17").out
    assert "These dates break\n  1(c)/edition, paragraph 1(c) of ares-73-326 (mandate): " in out


def test_from_an_installed_program_without_any_data(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert hemicycle(capsys, *LIKE).code == 0
    made = bytes_of(tmp_path / "data")
    assert {name.partition("/")[0] for name in made} == {"imrf-2034"}
    assert schedule(Path("data/imrf-2034"), tmp_path / "out", ("json",)).status == "optimal"
    assert hemicycle(capsys, *LIKE).code == 2
    assert bytes_of(tmp_path / "data") == made


def test_a_folder_elsewhere_whose_mandate_is_not_at_hand(here, capsys, monkeypatch):
    shutil.move(here / "data", here / "other")
    bundled = here / "bundled"
    (bundled / "mandates").mkdir(parents=True)
    monkeypatch.setattr(desk, "_BUNDLED", bundled)
    ended = hemicycle(capsys, "new", "x", "--like", "other/imrf-2022", "--first-day", "2034-05-16")
    assert ended.code == 2
    assert "the venue un-headquarters is neither in data/venues nor among those that come with" in ended.err
    assert "Maybe copy its file to data/venues/un-headquarters.yaml first" in ended.err
    assert not (here / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("IMRF 2034",), "'IMRF 2034' is no name of a forum. Maybe imrf-2034"),
        (("mandates",), "'mandates' is no name of a forum. Maybe imrf-2034"),
        (("x" * 81,), f"is no name of a forum. Maybe {'x' * 80}"),
        (("../x",), "'../x' is no name of a forum. Maybe x"),
        (("imrf-2026",), "data/imrf-2026 is there already. Maybe another name, or move it away first"),
        (("y", "--first-day", "16 May 2034"), "'16 May 2034' is no date. Maybe 2034-05-16"),
        (("y", "--first-day", "2034-02-30"), "'2034-02-30' is no date. Maybe 2030-05-14"),
        (("y", "--first-day", "20340516"), "'20340516' is no date. Maybe 2034-05-16"),
        (("y", "--first-day", "9999-12-31"), "9999-12-31 is in no year in which a forum is held."),
        (
            ("y", "--like", "imrf-222"),
            "there is no forum 'imrf-222'. Maybe one of imrf-2022, imrf-2026, imrf-2030,",
        ),
        (("y", "--like", "data/imrf"), "there is no forum 'data/imrf'."),
        (("y", "--mandate", "ares-73-326"), "say what it is made from. Maybe --like imrf-2022"),
    ],
)
def test_what_is_refused(here, capsys, arguments, sentence):
    before = bytes_of(here)
    name, *more = arguments
    given = ["--like", "imrf-2022", "--first-day", "2034-05-16", *more]
    ended = hemicycle(capsys, "new", name, *given)
    assert ended.code == 2
    assert sentence in " ".join(ended.err.split())
    assert bytes_of(here) == before


def test_mandates_that_nobody_follows(here, capsys):
    ended = hemicycle(capsys, "new", "y", "--mandate", "ares-73-327", "--first-day", "2034-05-16")
    assert "no forum follows the mandate 'ares-73-327'. Maybe one of ares-73-326, ares-78-128," in " ".join(
        ended.err.split()
    )


def test_files_written_otherwise(here, capsys):
    """Braces, byte order marks, semicolons, and keys that are not there."""
    folder = here / "data/imrf-2022"
    path = folder / "forum.yaml"
    text = path.read_text(encoding="utf-8")
    head, _, _ = text.partition("milestones:")
    flows = ", ".join(
        f"{{milestone: {name}, done: 2022-01-03}}"
        for name in (
            "stakeholder-list",
            "secretary-general-report",
            "background-notes",
            "co-facilitators",
            "progress-declaration-agreed",
            "summaries-distributed",
        )
    )
    path.write_bytes(b"\xef\xbb\xbf" + f"{head}milestones: [{flows}]\n".replace("\n", "\r\n").encode())
    (folder / "clauses.yaml").unlink()
    levels = (
        "  - [wish/fewest-torn]\r\n  - [wish/chamber, wish/hearing-room]\r\n",
        "  - [wish/numbered-order]\r\n",
    )
    content = path.read_bytes().decode()
    for level in levels:
        assert level in content
        content = content.replace(level, "")
    path.write_bytes(content.encode())
    parties = folder / "parties.csv"
    rows = parties.read_text(encoding="utf-8").replace(",", ";").splitlines()
    parties.write_text("\n".join(row.rstrip(";") for row in rows) + "\n\n", encoding="utf-8")
    shutil.rmtree(folder / "releases")
    assert hemicycle(capsys, *LIKE).code == 0
    forum = read_forum(Path("data/imrf-2034")).forum
    assert all(one.done is None for one in forum.milestones)
    assert forum.clauses == ()
    assert len(forum.parties) == 214
    assert forum.clock.days[0].date == date(2034, 5, 15)


def test_a_forum_without_anything_that_may_be_left_out(here, capsys):
    folder = here / "data/bare"
    shutil.copytree(here / "data/national-consultation", folder, ignore=shutil.ignore_patterns("side-event*"))
    edited(
        folder / "forum.yaml", ("forum: national-consultation", "forum: bare"), ("  day-1:", "  only-day:")
    )
    text = (folder / "forum.yaml").read_text(encoding="utf-8")
    (folder / "forum.yaml").write_text(text.replace('url: ""\norganizer: ""\n', ""), encoding="utf-8")
    assert hemicycle(capsys, "new", "barer", "--like", "data/bare", "--first-day", "2031-06-10").code == 0
    forum = read_forum(Path("data/barer")).forum
    assert [(day.name, day.date.isoformat()) for day in forum.clock.days] == [("only-day", "2031-06-10")]


def test_nobody_to_replace_and_nothing_to_reach(here, capsys):
    hemicycle(capsys, "new", "a", "--like", "national-consultation", "--first-day", "2031-06-10")
    out = hemicycle(capsys, "new", "b", "--like", "a", "--first-day", "2035-06-12").out
    assert "Who comes in the place of" not in out
    assert "are done" not in out
