"""``hemicycle rules``, and the pages it is made from."""

import shutil
from typing import Annotated

import pytest

from scheduler.domain.forum import SetAside
from scheduler.reading import Reading, read_forum
from scheduler.reading.clauses_beside import read_clauses_beside
from scheduler.rules import rule_names
from scheduler.use_cases import rules as use_case
from scheduler.use_cases.rules import vocabulary_pages
from scheduler.use_cases.rules_markdown import rules_markdown

from .running import hemicycle
from .test_start import ROOT

FORUM = ROOT / "data/imrf-2022"


def page(name):
    return next(one for one in vocabulary_pages() if one.name == name)


def options(name):
    return {option.key: (option.takes, option.otherwise) for option in page(name).options}


def test_every_rule_has_a_page_with_a_promise_a_reason_and_examples():
    pages = vocabulary_pages()
    assert tuple(one.name for one in pages) == rule_names()
    for one in pages:
        assert one.promise.endswith("."), one.name
        assert one.why.endswith("."), one.name
        assert one.kept, one.name
        assert one.broken, one.name


def test_a_page_says_what_its_rule_says():
    before = page("before")
    assert before.promise == "Each meeting of the first sessions ends before any of the others begins."
    assert before.why == "What is reported in the second is decided in the first."
    assert before.speaks_of == "`gap` minutes pass between the two at least"
    assert (before.reads, before.tiers) == ("the timetable", "physical, mandate or practice")
    said, sentence = before.broken[0]
    assert said.splitlines()[1] == "day-2 15:00-18:00 annex round-table-1"
    assert "after policy-debate has begun at 15:00 on day-2" in sentence


def test_what_is_charged_has_its_price():
    sentence = page("fewest-parallel").broken[0][1]
    assert page("fewest-parallel").tiers == "preference"
    assert sentence.endswith("(price 1)")
    assert page("covers-as-listed").reads == "the forum's data"
    assert page("covers-as-listed").broken[0][1].endswith("(price 1)")


def test_options_are_told_in_words():
    assert options("before") == {
        "first": ("selection of sessions", "must be said"),
        "then": ("selection of sessions", "must be said"),
        "gap": ("minutes", "0"),
    }
    assert options("agenda") == {"sessions": ("selection of sessions", "all sessions")}
    assert options("consecutive")["same-room"] == ("yes or no", "yes")
    assert options("never-together") == {
        "sessions": ("selection of sessions", "nothing"),
        "pairs": ("list of: pair of id of a session and id of a session", "nothing"),
    }
    assert options("so-many")["count"] == ("`sessions` or `meetings`", "sessions")
    assert options("within")["windows"] == ("list of: window", "must be said")
    assert options("covers-as-listed")["split"] == ("list of: map of number and objectives", "must be said")
    assert options("deadline")["day"] == ("day", "must be said")
    assert options("placed") == {}


def test_a_default_of_several_is_told_one_by_one():
    assert use_case._default(("day", "time")) == "day, time"
    assert use_case._takes(Annotated[int, "unknown"]) == "whole number"


def test_the_page_of_all_rules_shows_every_example():
    text = rules_markdown()
    for one in vocabulary_pages():
        assert f"\n## {one.name}\n\n{one.promise}\n" in text
        assert all(f"*{sentence}*" in text for _, sentence in one.broken)


def test_the_vocabulary_is_listed(capsys):
    ended = hemicycle(capsys, "rules")
    assert ended.code == 0
    assert ended.out.startswith(f"{len(rule_names())} rules that a clause can name")
    assert (
        "\nbefore  (reads the timetable; tier physical, mandate or practice)\n"
        "  Each meeting of the first sessions ends before any of the others begins.\n"
        "    first: selection of sessions\n"
        "    then: selection of sessions\n"
        "    gap: minutes; left out: 0\n"
    ) in ended.out


def test_the_vocabulary_in_json(capsys):
    rules = hemicycle(capsys, "rules", "--json").json["rules"]
    before = next(rule for rule in rules if rule["name"] == "before")
    assert before["options"][2] == {"key": "gap", "takes": "minutes", "otherwise": "0"}


def test_the_clauses_of_a_forum_are_listed(capsys):
    out = hemicycle(capsys, "rules", FORUM).out
    assert "International Migration Review Forum 2022: " in out
    assert "\nFormat and organizational aspects" in out
    assert "\n  15/hearing-day (mandate, paragraph 15; rule within): " in out


@pytest.fixture
def with_one_aside(monkeypatch):
    reading = read_forum(FORUM)
    aside = (SetAside(clause="wish/hearing-room", because="The room is being painted."),)

    class Read:
        forum = reading.forum.replace(set_aside=aside)

    monkeypatch.setattr(use_case, "read_forum", lambda folder: Read)
    return Read.forum


def test_a_clause_set_aside_is_listed_with_the_reason(capsys, with_one_aside):
    out = hemicycle(capsys, "rules", FORUM).out
    beside = read_clauses_beside(FORUM, Reading(with_one_aside, (), {}))
    followed = len(with_one_aside.all_clauses) + sum(len(one.mandate.clauses) for one in beside) - 1
    assert out.startswith(
        f"International Migration Review Forum 2022: {followed} clauses are followed, 1 set aside.\n"
    )
    assert "\n      set aside: The room is being painted.\n" in out


@pytest.mark.parametrize(
    ("name", "headings"),
    [
        ("imrf-2022", ["Side events", "Lists of speakers"]),
        ("imrf-2030", ["Lists of speakers"]),
        ("national-consultation", ["Side events"]),
    ],
)
def test_clauses_on_what_a_forum_has_beside_its_programme_are_listed(capsys, name, headings):
    ended = hemicycle(capsys, "rules", ROOT / "data" / name)
    found = [line for line in ended.out.splitlines() if line in ("Side events", "Lists of speakers")]
    assert (ended.code, found) == (0, headings)
    clauses = hemicycle(capsys, "rules", ROOT / "data" / name, "--json").json["clauses"]
    wanted = {"Side events": "side-events", "Lists of speakers": "speakers"}
    there = {one["mandate"] for one in clauses} & {*wanted.values()}
    assert there == {wanted[heading] for heading in headings}


def changed(into, name, file, old, new):
    """Copy a forum, and change one of its files."""
    folder = into / name
    shutil.copytree(ROOT / "data" / name, folder)
    text = (folder / file).read_text()
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new))
    return folder


def test_a_clause_on_side_events_set_aside_is_listed_with_the_reason(capsys, tmp_path):
    reason = "set-aside: [{clause: side-events/mode, because: All rooms have a link.}]"
    folder = changed(tmp_path, "national-consultation", "side-event-slots.yaml", "set-aside: []", reason)
    ended = hemicycle(capsys, "rules", folder)
    assert " clauses are followed, 1 set aside." in ended.out
    _, _, after = ended.out.partition("\n  side-events/mode ")
    assert after.partition("\n  side-events/")[0].endswith("\n      set aside: All rooms have a link.")


def test_a_clause_on_lists_of_speakers_set_aside_is_listed_with_the_reason(capsys, tmp_path):
    reason = "margin-seconds: 20\n          set-aside: {speakers/filled-alike: One meeting is short.}"
    folder = changed(tmp_path, "imrf-2030", "sessions.yaml", "margin-seconds: 20", reason)
    document = hemicycle(capsys, "rules", folder, "--json").json
    aside = {one["clause"]: one["set-aside"] for one in document["clauses"] if one["set-aside"]}
    assert aside == {"speakers/filled-alike": "One meeting is short."}


def test_slots_that_are_wrong_are_refused(capsys, tmp_path):
    wrong = "set-aside: [{clause: side-events/moed, because: Rooms.}]"
    folder = changed(tmp_path, "national-consultation", "side-event-slots.yaml", "set-aside: []", wrong)
    ended = hemicycle(capsys, "rules", folder)
    assert (ended.code, ended.out) == (2, "")
    assert "there is no clause 'side-events/moed'. Maybe side-events/mode" in ended.err
    (folder / "side-event-slots.yaml").write_text("slots: []\n")
    assert hemicycle(capsys, "rules", folder).code == 2


def test_the_clauses_in_json(capsys, with_one_aside):
    document = hemicycle(capsys, "rules", FORUM, "--json").json
    clauses = {clause["clause"]: clause for clause in document["clauses"]}
    assert document["forum"] == "imrf-2022"
    assert clauses["wish/hearing-room"]["set-aside"] == "The room is being painted."
    assert clauses["15/hearing-day"]["set-aside"] is None
    assert clauses["15/hearing-day"]["paragraph"] == "15"
    assert "place" not in clauses["15/hearing-day"]
