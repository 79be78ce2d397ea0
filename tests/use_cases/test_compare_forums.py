"""Programmes of different forums: which levels they share, and in what the forums differ."""

from pathlib import Path

import pytest

from scheduler.use_cases.compare import CompareAnswer, compare
from scheduler.use_cases.diff_sides import NoSuchSide
from tests.reading.small import CHARTER, CLAUSES, FORUM, HOUSE, ROOMS

from .compared_forums import LISTED, ONE, OUT, TWO, other_forum, rows
from .two_releases import TABLE, planner


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return planner(tmp_path, **{"small-2030/sessions.yaml": LISTED})


def apart_of(answer: CompareAnswer) -> dict[str, tuple[str, ...]]:
    return {one.letter: one.sentences for one in answer.comparison.apart}


def test_levels_of_two_forums_stand_in_one_row_where_their_clauses_are_the_same(folder):
    other_forum(folder, **{"small-2030/clauses.yaml": CLAUSES.replace("rooms: [hall]", "rooms: [annex]")})
    answer = compare([ONE, "other-2034.json"])
    wishes = [row for row in answer.comparison.rows if row.title == "wish/room"]
    assert [(row.values, row.absent) for row in wishes] == [
        ((None, 1), (True, False)),
        ((1, None), (False, True)),
    ]
    same = rows(answer)["wish/time"]
    assert same.equal
    assert same.absent == (False, False)
    assert rows(answer)["release/day"].absent == (False, True)
    assert answer.comparison.order == ()


def test_levels_of_forums_that_share_none_stand_behind_each_other(folder):
    wishes = CLAUSES.replace("wish/", "hope/")
    forum = FORUM.replace("small-2030", "other-2034").replace("wish/", "hope/")
    other_forum(folder, **{"small-2030/clauses.yaml": wishes, "small-2030/forum.yaml": forum})
    titles = [row.title for row in compare([ONE, "other-2034.json"]).comparison.rows if row.sort == "level"]
    assert titles[-4:] == ["wish/time", "wish/room", "hope/time", "hope/room"]


def test_equal_forums_are_not_said_to_be_apart(folder):
    assert compare([ONE, OUT, TWO]).comparison.apart == ()


def test_forums_are_compared_by_days_rooms_closures_clauses_and_sessions(folder):
    forum = FORUM.replace("small-2030", "other-2034").replace("2030-03-08", "2030-03-10")
    rooms = ROOMS.replace("  - annex\n", "  - cellar\n").replace("day-2 afternoon", "day-2 morning")
    other_forum(
        folder,
        **{
            "small-2030/forum.yaml": forum,
            "small-2030/rooms.yaml": rooms,
            "small-2030/clauses.yaml": CLAUSES.replace("Talks are held", "All talks are held"),
            "small-2030/sessions.yaml": LISTED.replace("minutes: 60", "minutes: 90").replace("ada}", "~}"),
        },
    )
    (sentences,) = apart_of(compare([ONE, "other-2034.json"])).values()
    assert sentences == (
        "The days have other dates: hearing-day is on 2030-03-10",
        "Of its own clauses, wish/time is otherwise",
        "Annex 1 is open to the forum",
        "Annex 2 is no longer open to the forum",
        "Annex 2 is closed (taken): day-2 morning",
        "Annex 2 is not closed (taken): day-2 afternoon",
        "Workshop takes 90 minutes a meeting, no longer 60",
    )


def test_a_closure_without_a_reason_is_said_too(folder):
    other_forum(folder, **{"small-2030/rooms.yaml": ROOMS.replace("11:00}", "12:00}")})
    (sentences,) = apart_of(compare([ONE, "other-2034.json"])).values()
    assert sentences == ("Annex 2 is closed: day-1 10:00-12:00", "Annex 2 is not closed: day-1 10:00-11:00")


def test_other_mandates_and_venues_are_said(folder):
    forum = FORUM.replace("small-2030", "other-2034").replace("charter]", "statute]")
    statute = CHARTER.replace("mandate: charter", "mandate: statute").replace(
        "rooms: [hall]", "rooms: [annex]"
    )
    (folder / "data/mandates/statute.yaml").write_text(statute)
    house = HOUSE.replace("Memorial Day", "Another day").replace("venue: house", "venue: barn")
    (folder / "data/venues/barn.yaml").write_text(house)
    other_forum(folder, **{"small-2030/forum.yaml": forum.replace("venue: house", "venue: barn")})
    (sentences,) = apart_of(compare([ONE, "other-2034.json"])).values()
    assert sentences == (
        "The mandate statute stands in the place of charter",
        "Of the clauses of statute, 10/hall is otherwise",
        "What the venue offers is otherwise: venue and holidays",
    )


def test_mandates_that_only_one_forum_follows_are_said(folder):
    bare = FORUM.replace("small-2030", "other-2034").replace("[physical, charter]", "[physical]")
    bare = bare.replace("  - clause: custom/weekdays\n    because: we meet on a Sunday\n", "")
    other_forum(folder, **{"small-2030/forum.yaml": bare.replace("set-aside:\n", "set-aside: []\n")})
    assert apart_of(compare([ONE, "other-2034.json"])) == {
        "B": ("The mandate charter is not followed there", "The clause custom/weekdays is followed again")
    }
    assert "The mandate charter is only followed there" in apart_of(compare(["other-2034.json", ONE]))["B"]


def test_other_sources_alone_are_no_difference(folder):
    other_forum(
        folder,
        **{"small-2030/clauses.yaml": CLAUSES.replace("    rule: num", "    source: us\n    rule: num")},
    )
    assert compare([ONE, "other-2034.json"]).comparison.apart == ()


def test_a_placeholder_is_said(folder):
    forum = FORUM.replace("small-2030", "other-2034") + "placeholder: the week is not chosen\n"
    forum = forum.replace("A small forum", "A small forum (placeholder)")
    other_forum(folder, **{"small-2030/forum.yaml": forum})
    (_, other) = compare([ONE, "other-2034.json"]).comparison.programmes
    assert other.placeholder == "Placeholder: the week is not chosen."


def test_a_table_beside_several_forums_has_to_be_told(folder):
    other_forum(folder)
    (folder / "plan.csv").write_text(TABLE)
    names = ["plan.csv", ONE, "other-2034.json"]
    with pytest.raises(
        NoSuchSide, match=r"the others name several: other-2034, small-2030\. Maybe add --forum"
    ):
        compare(names)
    found = compare(names, forum=Path("data/small-2030")).comparison
    assert [one.forum for one in found.programmes] == ["small-2030", "small-2030", "other-2034"]
