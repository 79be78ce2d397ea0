"""``hemicycle compare``: what it prints and writes, how it ends, and what it refuses."""

import pytest

from tests.publishing.page import read
from tests.use_cases.two_releases import HOSTILE, document, planner

from .running import hemicycle

ONE, TWO, OUT = "data/small-2030@1", "data/small-2030@2", "outputs/small-2030"


@pytest.fixture
def compare(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    planner(tmp_path)
    return lambda *arguments: hemicycle(capsys, "compare", *arguments)


def test_programmes_stand_side_by_side(compare):
    ended = compare(ONE, OUT)
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:3] == [
        "2 programmes side by side",
        "  A  data/small-2030@1 (release 1, published), A small forum",
        "  B  outputs/small-2030 (timetable of small-2030), A small forum",
    ]
    assert all(line == line.rstrip() for line in lines)
    assert "  release/time                                          2         1*" in lines
    assert "  wish/room                                             1          1  =" in lines
    assert "  Rooms used (rooms, less is better)                    2          2  =" in lines
    assert "  release/time: A meeting stays at the time of the last release." in lines
    assert "  B is better than A by the levels: it pays 1 at release/time, not 2." in lines
    assert "1 meeting differs in place, 3 are the same in all programmes." in lines
    assert lines[-1] == "Written: outputs/comparison/comparison.html."


def test_places_and_broken_clauses_are_said(compare):
    out = compare(ONE, TWO, ONE).out
    workshop = (
        "Workshop\n"
        "  A  Great Hall, 10:00-11:00 on day-1 (Monday 11 March 2030)\n"
        "  B  Annex 1, 11:00-12:00 on day-1 (Monday 11 March 2030)\n"
        "  C  as A\n"
    )
    assert workshop in out
    assert "  B: 2/windows: A talk " in out
    assert "Side event\n  A  not held\n  B  Annex 2, " in out


def test_forums_that_differ_are_said(compare, tmp_path):
    rooms = tmp_path / "data/small-2030/rooms.yaml"
    other = tmp_path / "data/other-2034"
    other.mkdir()
    for name in ("forum.yaml", "sessions.yaml", "rooms.yaml", "parties.csv", "clauses.yaml"):
        text = (rooms.parent / name).read_text().replace("small-2030", "other-2034")
        (other / name).write_text(text.replace("  - annex\n", "  - annex\n  - cellar\n"))
    (tmp_path / "other.json").write_text(document(forum="other-2034"))
    out = compare(ONE, "other.json").out
    assert "\n\nHow the forum of B differs from that of A\n  Annex 1 is open to the forum.\n" in out


def test_one_document_has_all_of_it(compare):
    ended = compare(ONE, TWO, "--json")
    found = ended.json
    assert ended.code == 0
    assert [one["letter"] for one in found["programmes"]] == ["A", "B"]
    assert found["programmes"][0]["forum"] == "small-2030"
    rows = {row["id"]: row for row in found["rows"]}
    assert rows["rooms-used"] == {
        "id": "rooms-used",
        "sort": "criterion",
        "title": "Rooms used",
        "unit": "rooms",
        "better": "less",
        "values": [2, 3],
        "said": ["2*", "3"],
        "best": ["A"],
        "equal": False,
    }
    assert rows["general-debate-minutes"]["values"] == [None, None]
    assert rows["general-debate-minutes"]["said"] == ["not known", "not known"]
    meetings = {one["meeting"]: one["places"] for one in found["meetings"]}
    assert meetings["plenary-2"][1] is None
    assert meetings["workshop"][1] == {
        "day": "day-1",
        "start": "2030-03-11T11:00:00-04:00",
        "end": "2030-03-11T12:00:00-04:00",
        "room": "cellar",
        "room-name": "Annex 1",
        "as": None,
    }
    again = compare(ONE, TWO, ONE, "--json").json["meetings"]
    assert {one["places"][2]["as"] for one in again if one["places"][2]} == {"A"}
    assert (found["same-places"], found["apart"]) == (1, [])
    assert found["page"] == "outputs/comparison/comparison.html"


def test_programmes_of_an_unknown_forum_have_none_in_the_document(compare, tmp_path):
    (tmp_path / "strange.json").write_text(document(forum="strange"))
    found = compare("strange.json", OUT, "--json").json
    assert [one["forum"] for one in found["programmes"]] == [None, "small-2030"]


def test_the_page_goes_where_it_is_wanted_and_takes_no_title_for_markup(compare, tmp_path):
    ended = compare(ONE, TWO, "--output", "there")
    assert ended.out.endswith("\nWritten: there/comparison.html.\n")
    page = (tmp_path / "there/comparison.html").read_bytes()
    assert HOSTILE in read(page).text
    assert not (tmp_path / "outputs/comparison").exists()


def test_a_table_of_twelve_is_as_wide_as_it_needs(compare):
    out = compare(*[ONE] * 12).out
    (heading,) = (line for line in out.splitlines() if line.split()[:1] == ["A"] and "K" in line)
    assert heading.split() == [*"ABCDEFGHIJKL"]
    assert "All 4 meetings are held at the same places." in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "from 2 to 12 programmes can be compared, and not 0"),
        ((ONE,), "and not 1. Maybe data/small-2030@1 data/FORUM@last"),
        ((ONE, "outputs/smal-2030"), "there is no outputs/smal-2030. Maybe outputs/small-2030"),
        ((ONE, TWO, "--output", "data/small-2030/x"), "outputs do not go there. Maybe outputs/small-2030"),
        ((ONE, TWO, "--forum", "data"), "none of these is of data. Maybe leave --forum out"),
    ],
)
def test_bad_usage_is_refused_in_a_sentence(compare, tmp_path, arguments, sentence):
    ended = compare(*arguments)
    assert ended.code == 2
    assert sentence in " ".join(ended.err.split())
    assert not (tmp_path / "outputs/comparison").exists()


def test_bad_data_is_refused_with_file_and_line(compare, tmp_path):
    (tmp_path / "bad.json").write_text("{")
    ended = compare(ONE, "bad.json")
    assert ended.code == 2
    assert "bad.json:1: is no JSON" in ended.err
