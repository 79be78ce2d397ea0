"""Which differences are kept for a party, a session, a room or a day."""

import pytest

from scheduler.use_cases.diff import diff
from scheduler.use_cases.diff_only import NoSuchConcern
from scheduler.use_cases.diff_sides import NoSuchSide

from .test_diff import EVERY, ONE, OUT, TWO, found
from .two_releases import document, planner


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return planner(tmp_path)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ([("party", "Ada Lovelace")], {"plenary-1", "plenary-2", "talk", "side-event"}),
        ([("party", "ada")], {"plenary-1", "plenary-2", "talk", "side-event"}),
        ([("party", "ATLANTIS,  republic of")], {"plenary-2", "talk", "workshop", "side-event"}),
        ([("session", "plenary")], {"plenary-1", "plenary-2"}),
        ([("session", "A talk")], {"talk"}),
        ([("session", "side-event")], {"side-event"}),
        ([("room", "Annex 1")], {"workshop"}),
        ([("room", "hall")], {"plenary-1", "plenary-2", "workshop"}),
        ([("room", "Great Hall"), ("room", "annex")], set(EVERY)),
        ([("day", "day-1")], {"side-event", "workshop", "talk"}),
        ([("day", "2030-03-11")], {"side-event", "workshop", "talk"}),
        ([("day", "day-1"), ("room", "hall")], {"workshop"}),
        ([("day", "hearing-day")], set()),
        ([], set(EVERY)),
    ],
)
def test_only_what_concerns_somebody_is_kept_as_in_notices(only, expected):
    answer = diff(ONE, TWO, only=tuple(only))
    assert set(found(answer)) == expected
    assert answer.aside == len(EVERY) - len(expected)


@pytest.mark.parametrize(
    ("only", "sentence"),
    [
        (("party", "Atlantic"), "there is no party 'Atlantic'. Maybe atlantis"),
        (("party", "xyz"), "there is no party 'xyz'. Maybe one of ada, atlantis, bohemia"),
        (("room", "Great Hal"), "there is no room 'Great Hal'. Maybe Great Hall"),
        (("session", "plenry"), "there is no session 'plenry'. Maybe"),
        (("day", "day-9"), "there is no day 'day-9'. Maybe one of day-1, day-2, hearing-day"),
    ],
)
def test_what_neither_side_has_is_refused(only, sentence):
    with pytest.raises(NoSuchConcern) as refused:
        diff(ONE, TWO, only=(only,))
    assert str(refused.value).startswith(sentence)


def test_nothing_at_all_has_no_maybe(folder):
    (folder / "empty.json").write_text(document(forum="elsewhere", meetings=[], segments=[]))
    with pytest.raises(NoSuchConcern) as refused:
        diff("empty.json", "empty.json", only=(("room", "hall"),))
    assert str(refused.value) == "there is no room 'hall'"


def test_parties_are_not_known_without_a_forum(folder):
    (folder / "other.json").write_text(document(forum="elsewhere"))
    with pytest.raises(NoSuchSide, match="nobody knows who attends"):
        diff("other.json", "other.json", only=(("party", "ada"),))
    assert found(diff("other.json", OUT, only=(("party", "ada"),))) == {}
    assert found(diff("other.json", TWO, only=(("session", "talk"),)))["talk"] == ("day", "time")
