"""What is not held as wished says why, in all that is handed out."""

from pathlib import Path

import pytest

from scheduler.cli.schedule_words import document, lines
from scheduler.publishing import publish
from tests.cli.running import scheduled
from tests.publishing.page import read
from tests.side_events.test_outputs import beside_release, copied, table


@pytest.fixture(scope="module")
def same_wish(tmp_path_factory):
    """Two that wish the same, asked for one after the other; a third has its second wish."""
    rows = (
        "a,Us,Ours,60,day-1 18:00-19:00,,virtual,,2022-04-05,\n"
        "b,Them,Theirs,60,day-1 18:00-19:00,,virtual,,2022-03-01,\n"
        "c,Others,Third,120,day-1 18:00-19:00; day-2 13:00-15:00,,virtual,,2022-02-01,\n"
    )
    return beside_release(copied("imrf-2022", tmp_path_factory.mktemp("same-wish")), rows).programme


TAKEN = (
    "Wished first was day-1 18:00-19:00: Theirs has it. Among those that wish most for the same, the one "
    "that was asked for earlier has it."
)
TOO_SHORT = "Wished first was day-1 18:00-19:00: it lasts 120 minutes, longer than the slot."


def test_what_is_not_held_as_wished_says_why_everywhere(same_wish):
    rows = {row["side event"]: row for row in table(same_wish) if row["standing"] == "placed"}
    assert {name: (row["slot"], row["wish"], row["because"]) for name, row in rows.items()} == {
        "a": ("hearing-day-morning-1", "not as wished", TAKEN),
        "b": ("day-1-evening", "as wished first", ""),
        "c": ("day-2-lunch", "as wished second", TOO_SHORT),
    }
    page = read(publish(same_wish, ["side-events"])["side-events.html"])
    assert TAKEN in page.text
    assert TOO_SHORT in page.text
    placed = document(scheduled(same_wish))["programme"]["side-events"]["placed"]
    assert {one["side-event"]: one["because"] for one in placed} == {"a": [TAKEN], "b": [], "c": [TOO_SHORT]}


def test_the_terminal_names_those_of_which_no_wish_is_met(same_wish):
    said = " ".join(" ".join(lines(scheduled(same_wish), Path.cwd())).split())
    assert (
        "Not as wished: Ours (Us, 60 minutes, virtual) has the slot Hearing day 08:00-09:00. " + TAKEN in said
    )
    assert said.count("Not as wished") == 1
