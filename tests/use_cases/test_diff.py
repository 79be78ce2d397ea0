"""What can be compared with what, which differences are kept, and what is written."""

import json
from datetime import date
from pathlib import Path

import pytest

from scheduler.domain.facts import facts_of
from scheduler.publishing.release_json import facts_bytes
from scheduler.reading import BadData, read_forum
from scheduler.reading.releases import digest_of, facts_name
from scheduler.use_cases.diff import DiffAnswer, diff, write_whole
from scheduler.use_cases.diff_sides import NoSuchSide
from tests.reading.small import FORUM, MEETINGS, PARTIES, release, write

from .two_releases import TABLE, document, planner

ONE, TWO, OUT = "data/small-2030@1", "data/small-2030@2", "outputs/small-2030"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return planner(tmp_path)


def found(answer: DiffAnswer) -> dict[str, tuple[str, ...]]:
    return {one.meeting: one.kinds for one in answer.difference.meetings}


EVERY = {
    "side-event": ("added",),
    "workshop": ("time", "room"),
    "plenary-1": ("title", "segment"),
    "plenary-2": ("cancelled",),
    "talk": ("day", "time"),
}
WORKSHOP = {"workshop": ("time",)}


def no_duties(*names: str) -> tuple[str, ...]:
    return tuple(f"duties are not compared: {name} does not carry them" for name in names)


def test_two_releases_are_compared():
    answer = diff(ONE, TWO)
    assert found(answer) == EVERY
    assert (answer.before.what, answer.now.what) == ("release 1, published", "release 2, draft")
    assert (answer.title, answer.aside, answer.page) == ("A small forum", 0, None)
    assert answer.not_compared == no_duties(ONE, TWO)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("data/small-2030@published", "data/small-2030@last", EVERY),
        ("data/small-2030@published", "data/small-2030", EVERY),
        ("data/small-2030@published", OUT, WORKSHOP),
        (f"{OUT}/timetable.json", ONE, WORKSHOP),
        (OUT, OUT, {}),
        ("data/small-2030/releases/release-1.json", "data/small-2030/releases/release-2.json", EVERY),
    ],
)
def test_sides_are_releases_folders_and_files(before, now, expected):
    assert found(diff(before, now)) == expected


def test_a_folder_with_an_at_sign_is_a_folder(folder):
    (folder / "outputs/small-2030").rename(folder / "outputs/mine@home")
    assert found(diff(ONE, "outputs/mine@home")) == WORKSHOP


@pytest.mark.parametrize("suffix", [".csv", ".CSV"])
def test_a_table_is_read_with_the_forum_of_the_other_side(folder, suffix):
    (folder / f"plan{suffix}").write_text(TABLE)
    for other in (ONE, "data/small-2030/releases/release-1.json"):
        answer = diff(other, f"plan{suffix}", hide=("segment", "duty"))
        assert found(answer) == {"plenary-2": ("room",)}
    assert answer.now.said
    assert answer.not_compared == ()


def test_the_forum_of_two_tables_has_to_be_named(folder):
    (folder / "plan.csv").write_text(TABLE)
    with pytest.raises(NoSuchSide, match=r"plan\.csv names no forum, without which .* --forum data/FORUM"):
        diff("plan.csv", "plan.csv")
    assert found(diff("plan.csv", "plan.csv", forum=Path("data/small-2030"))) == {}
    assert found(diff("plan.csv", OUT, forum=Path("data/small-2030"), hide=("segment",)))


def test_a_timetable_of_another_forum_is_compared_as_it_is(folder):
    (folder / "other.json").write_text(document(forum="elsewhere", segments=None))
    answer = diff("other.json", "other.json")
    assert (answer.title, answer.before.forum, found(answer)) == ("elsewhere", None, {})
    assert answer.before.state.meetings[0].day == ""
    lacking = "agendas are not compared: other.json does not carry them"
    assert answer.not_compared == (lacking, *no_duties("other.json"))
    (folder / "plan.csv").write_text(TABLE)
    with pytest.raises(NoSuchSide, match="names no forum"):
        diff("other.json", "plan.csv")


def test_a_forum_that_is_named_has_to_be_that_of_the_file(folder):
    (folder / "other.json").write_text(document(forum="elsewhere"))
    with pytest.raises(NoSuchSide, match=r"of elsewhere, and not of data/small-2030\. Maybe --forum"):
        diff("other.json", ONE, forum=Path("data/small-2030"))


def test_agendas_that_a_table_does_not_carry_are_named(folder):
    (folder / "plan.csv").write_text(TABLE)
    for sides in ((ONE, "plan.csv"), ("plan.csv", ONE)):
        answer = diff(*sides, hide=("duty",))
        assert found(answer) == {"plenary-2": ("room",)}
        lacking = ("the agenda of workshop is not compared: plan.csv does not carry it",)
        assert answer.not_compared == lacking


@pytest.mark.parametrize(
    ("side", "sentence"),
    [
        ("data/small-2030@7", "there is no release 7 of data/small-2030. Maybe data/small-2030@2"),
        ("data/small-2030@", "'' is no number of a release, nor last or published. Maybe data/small-2030@2"),
        ("data/small-2030@01", "there is no release 01 of data/small-2030. Maybe data/small-2030@2"),
        (
            "data/small-2030@lst",
            "'lst' is no number of a release, nor last or published. Maybe data/small-2030@2",
        ),
        (
            "data/small-2031@1",
            "data/small-2031 is no folder of a forum, so that there is no data/small-2031@1. "
            "Maybe data/small-2030@1",
        ),
        ("nothing/here@1", "nothing/here is no folder of a forum, so that there is no nothing/here@1"),
        ("outputs", "outputs has neither forum.yaml nor timetable.json. Maybe hemicycle schedule has to run"),
        ("outputs/smal-2030", "there is no outputs/smal-2030. Maybe outputs/small-2030"),
        ("nothing/here.json", "there is no nothing/here.json"),
        (
            "data/small-2030/forum.yaml",
            "'.yaml' of data/small-2030/forum.yaml is no form of a timetable.",
        ),
    ],
)
def test_a_side_that_is_not_there_is_refused(side, sentence):
    for sides in ((side, OUT), (OUT, side)):
        with pytest.raises(NoSuchSide) as refused:
            diff(*sides)
        assert str(refused.value).startswith(sentence)


def test_a_forum_without_a_release_is_refused(folder):
    for path in (folder / "data/small-2030/releases").iterdir():
        path.unlink()
    with pytest.raises(NoSuchSide, match=r"has no release yet\. Maybe outputs/small-2030"):
        diff("data/small-2030", OUT)


def test_a_forum_without_a_published_release_is_refused(folder):
    write(folder / "data", **{"small-2030/releases/release-1.json": release(status="draft")})
    with pytest.raises(NoSuchSide, match=r"no release of data/small-2030 is published\. Maybe .*@last"):
        diff("data/small-2030@published", OUT)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "is no JSON"),
        ("[]", "is no map of keys and values"),
        ("{}", "forum"),
        (document(timezone="Mars"), "'Mars' is no IANA time zone name. Maybe America/New_York"),
        (document(meetings=[MEETINGS[0], MEETINGS[0]]), "'talk' is placed here again"),
        (document(meetings=[{**MEETINGS[0], "start": MEETINGS[0]["end"]}]), "'talk' ends before it begins"),
        (document(meetings=[{**MEETINGS[0], "start": "2030-03-11 15:00"}]), "2030-03-11 15:00"),
        (document(meetings=[]), "there is no meeting 'plenary-1' in this file"),
        (document(meetings=[{**MEETINGS[0], "id": "Talk 1"}]), "'Talk 1' is no id"),
    ],
)
def test_a_timetable_that_cannot_be_read_is_refused(folder, text, sentence):
    (folder / "bad.json").write_text(text)
    with pytest.raises(BadData, match=r"^bad\.json") as refused:
        diff("bad.json", ONE)
    assert sentence in str(refused.value)


def test_what_other_tools_have_added_is_passed_over(folder):
    (folder / "more.json").write_text(
        document(more=1, meetings=[{**MEETINGS[0], "colour": "red"}], segments=[])
    )
    assert set(found(diff("more.json", ONE)).values()) == {("added",)}


def moved_by_a_week(folder: Path) -> None:
    text = FORUM.replace("2030-03-08", "2030-03-15").replace("2030-03-11", "2030-03-18")
    (folder / "data/small-2030/forum.yaml").write_text(text.replace("2030-03-12", "2030-03-19"))


def test_a_timetable_from_before_the_forum_moved_knows_the_days_of_then(folder):
    moved_by_a_week(folder)
    answer = diff(OUT, TWO)
    assert {one.day for one in answer.before.state.meetings} == {"day-1", "day-2"}
    assert found(answer)["talk"] == ("day", "time")
    (folder / "plan.csv").write_text(TABLE.replace("03-11", "03-18").replace("03-12", "03-19"))
    moved = found(diff(OUT, "plan.csv", hide=("segment",)))
    assert moved == {
        "talk": ("date",),
        "plenary-1": ("date",),
        "plenary-2": ("date", "room"),
        "workshop": ("date", "time"),
    }


def test_dates_that_nobody_names_stay_dates(folder):
    (folder / "old.json").write_text(document().replace("2030-03", "2029-03"))
    assert {one.day for one in diff("old.json", OUT).before.state.meetings} == {""}


def test_a_release_is_looked_at_with_the_forum_of_then(folder):
    forum = read_forum(folder / "data/small-2030").forum
    facts = facts_of(forum)
    name = facts_name(digest_of(facts))
    (folder / "data/small-2030/releases" / name).write_bytes(facts_bytes(facts))
    first = release(facts=digest_of(facts))
    (folder / "data/small-2030/releases/release-1.json").write_text(first)
    (folder / "data/small-2030/parties.csv").write_text(PARTIES.replace("bohemia,=Bohemia", "utopia,Utopia"))
    moved_by_a_week(folder)
    answer = diff(ONE, TWO)
    assert answer.before.forum is not None
    assert answer.before.forum.clock.date_of("day-1") == date(2030, 3, 11)
    assert found(diff(ONE, TWO, only=(("party", "bohemia"),)))
    assert found(diff(ONE, TWO, only=(("party", "utopia"),)))


def test_hidden_kinds_are_left_out():
    answer = diff(ONE, TWO, hide=("added", "cancelled", "segment", "room", "day"))
    assert found(answer) == {"workshop": ("time",), "plenary-1": ("title",), "talk": ("time",)}
    assert answer.aside == 2


def test_duties_that_a_timetable_does_not_carry_are_named(folder):
    """``timetable.json`` has none, so that nobody can see that a co-chair was replaced."""
    first = with_facts(folder)
    assert first == no_duties(OUT)
    assert diff(ONE, OUT, hide=("duty",)).not_compared == ()
    page = folder / "diff.html"
    diff(ONE, OUT, page=page)
    assert f'<li dir="auto">{first[0]}.</li>' in page.read_text(encoding="utf-8")


def with_facts(folder: Path) -> tuple[str, ...]:
    facts = facts_of(read_forum(folder / "data/small-2030").forum)
    (folder / "data/small-2030/releases" / facts_name(digest_of(facts))).write_bytes(facts_bytes(facts))
    (folder / "data/small-2030/releases/release-1.json").write_text(release(facts=digest_of(facts)))
    return diff(ONE, OUT).not_compared


def test_the_page_is_written_whole(folder):
    answer = diff(ONE, TWO, page=Path("diff.html"))
    assert answer.page == Path("diff.html")
    first = (folder / "diff.html").read_bytes()
    assert first.startswith(b"<!DOCTYPE html>")
    diff(ONE, TWO, page=Path("diff.html"))
    assert (folder / "diff.html").read_bytes() == first
    assert (folder / "diff.html").stat().st_mode & 0o777 == 0o644


def test_an_interruption_leaves_the_old_page(folder, monkeypatch):
    path = folder / "diff.html"
    path.write_bytes(b"old")

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert not list(folder.glob(".hemicycle-*"))


def test_a_timetable_says_nothing_of_its_release(folder):
    made = json.loads(document())
    assert (made["release"], made["status"]) == (None, "optimal")
    assert diff(OUT, ONE).before.what == "timetable of small-2030"
