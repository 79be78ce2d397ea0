"""``hemicycle diff``: what it prints and writes, how it ends, and what it refuses."""

from datetime import UTC, datetime, timedelta

import pytest

from scheduler.cli import diff_words
from scheduler.cli.command import hemicycle as command
from scheduler.domain.difference import difference
from scheduler.domain.given_state import GivenDuty, GivenState
from scheduler.domain.release import GivenMeeting
from scheduler.use_cases.diff import DiffAnswer
from scheduler.use_cases.diff_sides import Side
from tests.publishing.page import read
from tests.use_cases.two_releases import HOSTILE, TABLE, document, planner

from .running import hemicycle

ONE, TWO, OUT = "data/small-2030@1", "data/small-2030@2", "outputs/small-2030"

EVERYTHING = """\
A small forum: data/small-2030@1 (release 1, published) compared with data/small-2030@2 (release 2,
    draft)

Cancelled
  2nd plenary meeting is cancelled; it was to be held in Great Hall, 15:00-17:00 on day-2 (Tuesday
      12 March 2030)

Added
  Side event is added: Annex 2, 10:00-11:00 on day-1 (Monday 11 March 2030)

Moved to another day
  A talk moves from Annex 2, 15:00-18:00 on day-1 (Monday 11 March 2030) to Annex 2, 18:00-21:00 on
      day-2 (Tuesday 12 March 2030)

Moved to another time
  Workshop moves from Great Hall, 10:00-11:00 on day-1 (Monday 11 March 2030) to Annex 1,
      11:00-12:00 on day-1 (Monday 11 March 2030)

Retitled
  "1st plenary meeting" is now called "Opening <b>of</b>, all; \\ and bell"
  In Opening <b>of</b>, all; \\ and bell, "Opening" is held 10:00-10:40 instead of 10:00-10:30
  In Opening <b>of</b>, all; \\ and bell, "Debate" is held 10:40-13:00 instead of 10:30-13:00

Not compared
  duties are not compared: data/small-2030@1 does not carry them
  duties are not compared: data/small-2030@2 does not carry them

5 meetings differ: 1 cancelled, 1 added, 1 moved to another day, 2 moved to another time, 1 moved to
    another room, 1 retitled, 1 with segments shifted.
"""


@pytest.fixture
def diff(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    planner(tmp_path)
    return lambda *arguments: hemicycle(capsys, "diff", *arguments)


def test_every_kind_has_its_sentence(diff):
    ended = diff(ONE, TWO)
    assert (ended.code, ended.out, ended.err) == (0, EVERYTHING, "")


def test_nothing_that_differs_is_said_too(diff):
    ended = diff(OUT, OUT, "--exit-code")
    assert ended.code == 0
    assert ended.out.endswith("\n\nNo meeting differs.\n")


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--exit-code",), 1)])
def test_the_exit_code_tells_of_differences_when_asked(diff, options, code):
    assert diff(ONE, TWO, *options).code == code
    assert diff(ONE, TWO, "--json", *options).code == code


def test_differences_that_were_not_asked_for_are_no_differences(diff):
    ended = diff(ONE, OUT, "--hide", "time", "--exit-code")
    assert ended.code == 0
    assert ended.out.endswith("No meeting differs.\nPassed over: 1 more, by what was asked for.\n")


@pytest.mark.parametrize("party", ["ada", "Ada Lovelace"])
def test_only_what_concerns_a_party_is_said(diff, party):
    ended = diff(ONE, TWO, "--only", f"party={party}", "--hide", "segment, title")
    assert "2nd plenary meeting is cancelled" in ended.out
    assert "Workshop" not in ended.out
    counted = "3 meetings differ: 1 cancelled, 1 added, 1 moved to another day, 1 moved to another time."
    assert counted in ended.out
    assert ended.out.endswith("Passed over: 2 more, by what was asked for.\n")


def test_json_is_one_document(diff):
    found = diff(ONE, TWO, "--json").json
    assert found["before"] == {
        "name": ONE,
        "what": "release 1, published",
        "timezone": "America/New_York",
    }
    assert found["counts"] == {
        "cancelled": 1,
        "added": 1,
        "day": 1,
        "date": 0,
        "time": 2,
        "room": 1,
        "title": 1,
        "segment": 1,
        "duty": 0,
    }
    by_id = {one["meeting"]: one for one in found["meetings"]}
    assert by_id["workshop"]["now"] == {
        "title": "Workshop",
        "room": "cellar",
        "room-name": "Annex 1",
        "day": "day-1",
        "start": "2030-03-11T11:00:00-04:00",
        "end": "2030-03-11T12:00:00-04:00",
    }
    assert (by_id["side-event"]["before"], by_id["plenary-2"]["now"]) == (None, None)
    assert by_id["plenary-1"]["title"] == HOSTILE
    opening, _ = by_id["plenary-1"]["segments"]
    assert opening["now"]["end"] == "2030-03-12T10:40:00-04:00"
    assert opening["sentence"] == '"Opening" is held 10:00-10:40 instead of 10:00-10:30'
    assert (found["passed-over"], found["understood"], found["page"]) == (0, [], None)
    lacking = [f"duties are not compared: {name} does not carry them" for name in (ONE, TWO)]
    assert found["not-compared"] == lacking


def test_a_segment_of_one_side_has_no_other(diff, tmp_path):
    parts = [
        {"id": "talk/part", "meeting": "talk", "start": "2030-03-11T15:00:00Z", "end": "2030-03-11T16:00:00Z"}
    ]
    (tmp_path / "plan.json").write_text(document(segments=parts))
    for sides, place in (((OUT, "plan.json"), "before"), (("plan.json", OUT), "now")):
        found = diff(*sides, "--json").json["meetings"]
        (part,) = next(one["segments"] for one in found if one["meeting"] == "talk")
        assert part[place] is None


def test_how_a_table_was_understood_is_said(diff, tmp_path):
    (tmp_path / "plan.csv").write_text(TABLE.replace("plenary-2", "2nd plenary meeting"))
    ended = diff(ONE, "plan.csv")
    assert '\nUnderstood\n  "2nd plenary meeting" was taken for plenary-2' in ended.out
    lacking = "\nNot compared\n  the agenda of workshop is not compared: plan.csv does not carry it\n"
    assert lacking in ended.out
    assert f"  duties are not compared: {ONE} does not carry them\n" in ended.out
    found = diff("plan.csv", "plan.csv", "--forum", "data/small-2030", "--json").json
    assert len(found["understood"]) == len({*found["understood"]}) > 0


def test_the_page_is_written(diff, tmp_path):
    ended = diff(ONE, TWO, "--html", "diff.html")
    assert ended.out == EVERYTHING + "Written: diff.html.\n"
    assert read((tmp_path / "diff.html").read_bytes()).all("h1")[0].text == "A small forum"
    assert diff(ONE, TWO, "--html", "diff.html", "--json").json["page"] == "diff.html"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((ONE,), "Missing argument 'B'"),
        ((ONE, TWO, "--hide", "rom"), "there is no kind of difference 'rom'. Maybe room"),
        ((ONE, TWO, "--hide", " , "), "no kind of difference is named. Maybe room,segment"),
        ((ONE, TWO, "--only", "Egypt"), "'Egypt' names nothing. Maybe party=Egypt"),
        ((ONE, TWO, "--only", "party="), "'party=' names nothing. Maybe party=Egypt"),
        ((ONE, TWO, "--only", "state=Egypt"), "nothing is asked for by 'state'. Maybe one of day, party"),
        ((ONE, TWO, "--only", "party=Egypt"), "there is no party 'Egypt'. Maybe one of ada, atlantis"),
        ((ONE, TWO, "--forum", "data/small"), "there is no folder data/small. Maybe data/small-2030"),
        ((ONE, TWO, "--html", "data"), "data is a folder. Maybe data/diff.html"),
        ((ONE, TWO, "--html", "pages/diff.html"), "there is no folder pages. Maybe diff.html"),
        ((ONE, TWO, "--html", "data/small-2030/diff.html"), "lies among the data of small-2030"),
        ((ONE, "data/small-2030@7"), "there is no release 7 of data/small-2030. Maybe data/small-2030@2"),
        ((ONE, "nowhere"), "there is no nowhere"),
    ],
)
def test_bad_usage_says_what_would_be_right(diff, tmp_path, arguments, sentence):
    ended = diff(*arguments)
    assert ended.code == 2
    assert sentence in " ".join(ended.err.split())
    as_json = diff(*arguments, "--json")
    assert as_json.code == 2
    assert sentence in as_json.json["error"]
    assert not list(tmp_path.glob("**/diff.html"))


def test_a_file_that_cannot_be_read_is_bad_data(diff, tmp_path):
    (tmp_path / "bad.json").write_text("{")
    ended = diff(ONE, "bad.json")
    assert ended.code == 2
    assert "bad.json:1: is no JSON" in ended.err


def test_a_page_that_cannot_be_written_is_said(diff, tmp_path, monkeypatch):
    def full(*_arguments, **_more):
        raise OSError(28, "No space left on device", "diff.html")

    monkeypatch.setattr("tempfile.mkstemp", full)
    ended = diff(ONE, TWO, "--html", "diff.html")
    assert (ended.code, ended.out) == (2, "")
    assert "Cannot use diff.html: No space left on device" in ended.err


def test_the_help_names_every_kind_and_says_what_its_codes_mean(capsys):
    from scheduler.domain.difference import KINDS

    out = " ".join(hemicycle(capsys, "diff", "--help").out.split())
    assert f"Pass over these of: {', '.join(KINDS)}." in out
    assert "1 with --exit-code: there are differences" in out
    assert command.commands["check"].meanings[1] == "a rule is broken"


def test_duties_are_said_in_words_and_in_json():
    start = datetime(2030, 3, 11, 10, tzinfo=UTC)
    talk = GivenMeeting(id="talk", title="A talk", room="hall", start=start, end=start + timedelta(hours=1))

    def side(party):
        duties = {"talk": (GivenDuty(party=party, name=party.title(), role="co-chair"),)}
        state = GivenState(timezone="UTC", meetings=(talk,), duties=duties)
        return Side(party, "timetable", "A forum", None, state)

    sides = side("egypt"), side("malta")
    answer = DiffAnswer(*sides, difference(sides[0].state, sides[1].state))
    (meeting,) = diff_words.document(answer)["meetings"]
    assert meeting["kinds"] == ["duty"]
    assert meeting["appointed"] == [{"party": "malta", "name": "Malta", "role": "co-chair"}]
    assert meeting["relieved"] == [{"party": "egypt", "name": "Egypt", "role": "co-chair"}]
    said = "\n".join(diff_words.lines(answer))
    assert (
        "Other duties\n  In A talk, Malta has the role co-chair; Egypt no longer has the role co-chair\n"
        in said
    )
