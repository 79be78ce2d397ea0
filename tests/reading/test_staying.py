"""Staying with the last release: wished by every forum that has one, unless it says otherwise."""

from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.reading import read_forum
from tests.reading.small import CLAUSES, FORUM, problems_of, write

ORDER = tuple(
    f"release/{name}"
    for name in (
        "day",
        "day-parties",
        "time",
        "time-parties",
        "room",
        "place",
        "room-parties",
        "segments",
        "segments-parties",
    )
)
OWN = """\
  - clause: wish/stay
    tier: preference
    says: Meetings stay where they are.
    rule: keep-to-release
    what: place
"""


def read(root: Path, **changes: str | None) -> Forum:
    return read_forum(write(root, **changes)).forum  # type: ignore[arg-type]


def in_forum(old: str, new: str) -> str:
    assert old in FORUM
    return FORUM.replace(old, new)


def test_a_forum_with_a_release_keeps_to_it_before_all_else(tmp_path: Path) -> None:
    forum = read(tmp_path)
    assert forum.mandates[-1].mandate == "releases"
    assert forum.levels == (*((one,) for one in ORDER), ("wish/time",), ("wish/room",))


def test_a_forum_without_a_release_keeps_to_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "releases/release-1.json").unlink()
    forum = read_forum(folder).forum
    assert [one.mandate for one in forum.mandates] == ["physical", "charter"]
    assert forum.levels == (("wish/time",), ("wish/room",))
    (folder / "releases").rmdir()
    assert read_forum(folder).forum == forum


def test_levels_that_name_it_say_where_it_counts(tmp_path: Path) -> None:
    text = in_forum("  - [wish/room]\n", "  - [wish/room, release/room]\n  - release/segments\n")
    named = ("release/room", "release/segments")
    levels = read(tmp_path, **{"small-2030/forum.yaml": text}).levels
    assert levels == (
        *((one,) for one in ORDER if one not in named),
        ("wish/time",),
        ("release/room", "wish/room"),
        ("release/segments",),
    )


def test_levels_may_name_it_before_there_is_a_release(tmp_path: Path) -> None:
    text = in_forum("  - [wish/room]\n", "  - [wish/room, release/room]\n")
    folder = write(tmp_path, **{"small-2030/forum.yaml": text})
    (folder / "releases/release-1.json").unlink()
    assert read_forum(folder).forum.mandates[-1].mandate == "releases"


def test_what_is_set_aside_is_no_level(tmp_path: Path) -> None:
    aside = "set-aside:\n  - clause: release/time-parties\n    because: everybody is there anyway\n"
    forum = read(tmp_path, **{"small-2030/forum.yaml": in_forum("set-aside:\n", aside)})
    assert ("release/time-parties",) not in forum.levels
    assert len(forum.levels) == len(ORDER) + 1
    assert "release/time-parties" in {one.clause for one in forum.set_aside}


def test_a_forum_with_a_clause_of_its_own_is_left_alone(tmp_path: Path) -> None:
    changes = {
        "small-2030/clauses.yaml": CLAUSES + OWN,
        "small-2030/forum.yaml": in_forum("  - [wish/room]\n", "  - [wish/room]\n  - wish/stay\n"),
    }
    forum = read(tmp_path, **changes)
    assert [one.mandate for one in forum.mandates] == ["physical", "charter"]
    assert forum.levels == (("wish/time",), ("wish/room",), ("wish/stay",))


def test_a_forum_that_names_the_mandate_itself_orders_it_itself(tmp_path: Path) -> None:
    levels = "".join(f"  - {one}\n" for one in reversed(ORDER))
    text = in_forum("mandates: [physical, charter]", "mandates: [releases, physical, charter]")
    text = text.replace("levels:\n", f"levels:\n{levels}")
    forum = read(tmp_path, **{"small-2030/forum.yaml": text})
    assert [one.mandate for one in forum.mandates] == ["releases", "physical", "charter"]
    assert forum.levels[: len(ORDER)] == tuple((one,) for one in reversed(ORDER))


OTHER = """\
mandate: releases
title: Staying, as we like it
clauses:
  - clause: release/place
    tier: preference
    says: Meetings stay where they are.
    rule: keep-to-release
    what: place
  - clause: release/days
    tier: preference
    says: Meetings stay on their days.
    rule: keep-to-release
    what: day
  - clause: release/hall
    tier: practice
    says: The talk is in the hall.
    rule: in-room
    source: custom
    sessions: {session: talk}
    rooms: [hall, annex]
"""


def test_a_mandate_of_the_forum_s_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    forum = read(tmp_path, **{"mandates/releases.yaml": OTHER})
    assert forum.levels == (("release/days",), ("release/place",), ("wish/time",), ("wish/room",))


@pytest.mark.parametrize("text", ["mandate: releases\n", "[]", OTHER.replace("what: place", "what: colour")])
def test_a_faulty_one_is_refused(text: str, tmp_path: Path) -> None:
    found = problems_of(write(tmp_path, **{"mandates/releases.yaml": text}))
    assert {one.file.rpartition("/")[2] for one in found} == {"releases.yaml"}
