"""Ways out are said in sentences with prices, proofs and programmes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.cli.ways_out_words import applied, document, lines, refusal
from scheduler.domain.edits import ClauseSetAside, RoomOpened
from scheduler.domain.verdict import Breach
from scheduler.solving.relaxing.officers import Irreplaceable
from scheduler.solving.relaxing.relaxations import Relaxation
from scheduler.use_cases.explain import ClashMember, ExplainedClash
from scheduler.use_cases.ways_out import WayOut, WaysOut
from tests.publishing.changed import changed
from tests.publishing.programmes import programme

ROOM = Relaxation("open-room", ("annex",), 2, (RoomOpened("annex"),), "Open the Annex to the forum.")
ASIDE = Relaxation("set-aside", ("x/y",), 6, (ClauseSetAside("x/y", "so"),), "Set aside x/y: A says B.")
CLASH = ExplainedClash((ClashMember("clause 1/a", "1", "1/a, paragraph 1 of m (mandate): A"),), verified=True)


def said(answer):
    return "\n".join(lines(answer))


def ways(*found, **more):
    return WaysOut(programme().forum, False, (ROOM, ASIDE), found, **more)


def test_nothing_is_said_of_a_possible_forum():
    assert said(WaysOut(programme().forum, True)) == ""


def test_a_way_out_comes_with_its_price_its_proof_and_its_programme():
    text = said(ways(WayOut((ROOM,), programme(), True)))
    assert "\nWay out 1, price 2 (proven: nothing cheaper is a way out)\n" in text
    assert "  - Open the Annex to the forum. (price 2)\n" in text
    assert "\nThe programme with way out 1\n" in text
    assert "Levels of the objective, with way out 1\n  1. " in text
    assert text.endswith("\nMaybe --apply 1, which writes way out 1 into the forum's files.")


def test_several_ways_out_are_ranked_before_their_programmes():
    second = WayOut((ROOM, ASIDE), programme(), True)
    text = said(ways(WayOut((ROOM,), programme(), True), second))
    head = (
        "Way out 2, price 8, with 1 clause of practice set aside (proven: nothing cheaper is a way out, but"
    )
    assert text.index(head) < text.index("The programme with way out 1")
    assert "None of them holds all of another. Maybe --apply 1" in text
    assert second.aside == 1


def test_what_is_not_proven_is_told_apart():
    text = said(ways(WayOut((ASIDE,), programme(), False), complete=False))
    assert "(found in the time given; a cheaper one may exist)" in text
    assert "The time was not enough to look for all others. Maybe --apply 1" in text


@pytest.mark.parametrize(
    ("complete", "sentence"),
    [
        (True, "There is no way out: even with all relaxed that may be relaxed no programme is possible."),
        (False, "No way out was found in the time given, and it is not proven that there is none."),
    ],
)
def test_where_there_is_none_it_is_said_how_sure_that_is(complete, sentence):
    text = said(ways(complete=complete))
    assert sentence in " ".join(text.split())


def test_mandates_in_the_way_are_named():
    text = said(ways(blocked=(CLASH,)))
    assert "With all of that relaxed, these still cannot stand together, given the official hours\n" in text
    assert "  - 1/a, paragraph 1 of m (mandate): A.\n" in f"{text}\n"


def breach(tier):
    return Breach(clause="1/a", mandate="m", paragraph="1", tier=tier, subject="s", sentence="it is broken")


@pytest.mark.parametrize(
    ("clashes", "tier", "head"),
    [
        ((), "mandate", "Only a mandate stands in the way, and no mandate is ever set aside\n"),
        (
            (),
            "physical",
            "Only the forum's own data stands in the way, and what it breaks is never set aside\n",
        ),
        ((CLASH,), "mandate", "First put right\n"),
    ],
)
def test_what_the_data_breaks_is_to_be_put_right_first(clashes, tier, head):
    answer = ways(stopped=(breach(tier),))
    text = "\n".join(lines(answer, clashes))
    assert f"\n{head}  - 1/a, paragraph 1 of m ({tier}): it is broken." in text
    assert text.endswith("\n\nWays out can only be found after that.") == bool(clashes)
    assert refusal(answer) == (
        f"first put right what is never set aside: 1/a, paragraph 1 of m ({tier}): it is broken"
    )
    assert document(answer)["put-right-first"][0]["clause"] == "1/a"


def test_without_any_way_out_there_is_nothing_to_apply():
    assert refusal(None) == refusal(ways()) == "none was found"


def test_officers_whose_duties_clash_and_who_cannot_be_replaced_are_named():
    kept = (Irreplaceable("egypt", "Egypt cannot be replaced: 2/b"), Irreplaceable("chad", "Chad cannot be"))
    clash = replace(CLASH, members=(ClashMember("duties egypt", "", "Egypt is needed"),))
    answer = ways(WayOut((ROOM,), programme(), True), kept=kept)
    text = "\n".join(lines(answer, (clash,)))
    assert "\nThese officers cannot be replaced\n  - Egypt cannot be replaced: 2/b.\n" in text
    assert "Chad" not in text
    assert "These officers" not in "\n".join(lines(answer, (CLASH,)))
    assert document(answer)["cannot-be-replaced"] == [one.sentence for one in kept]


def test_a_last_resort_that_was_not_looked_at_is_said():
    answer = ways(WayOut((ROOM,), programme(), True), unasked=(ASIDE,))
    assert "Setting aside x/y is the last resort: it was not looked at, since there are other ways" in said(
        answer
    )
    assert document(answer)["not-looked-at"] == ["set-aside x/y"]


def test_moves_from_the_last_release_are_said():
    text = said(ways(WayOut((ROOM,), changed(), True)))
    assert "Since release " in text
    assert "; the last release pays " in text


def test_what_was_written_is_said():
    assert [*applied(2, (Path("data/x/rooms.yaml"), Path("data/x/forum.yaml")))] == [
        "",
        "Way out 2 was written into",
        "  data/x/rooms.yaml",
        "  data/x/forum.yaml",
    ]


def test_json_has_all_of_it():
    answer = ways(WayOut((ROOM, ASIDE), programme(), True), WayOut((ROOM,), changed(), False))
    found = json.loads(json.dumps(document(replace(answer, blocked=(CLASH,)))))
    assert (found["possible"], found["complete"]) == (False, True)
    assert found["offered"] == ["open-room annex", "set-aside x/y"]
    first, second = found["ways-out"]
    assert (first["number"], first["price"], first["practices-set-aside"], first["cheapest"]) == (
        1,
        8,
        1,
        True,
    )
    assert first["relaxations"][0] == {
        "name": "open-room annex",
        "price": 2,
        "sentence": "Open the Annex to the forum.",
    }
    assert first["moves"] is None
    assert second["moves"]
    assert first["levels"][0]["level"] == 1
    assert "meetings" in first["timetable"]
    assert found["blocked"] == [
        [{"name": "clause 1/a", "paragraph": "1", "sentence": "1/a, paragraph 1 of m (mandate): A"}]
    ]
