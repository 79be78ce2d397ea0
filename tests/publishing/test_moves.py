"""What moves since the last release is said with its number, its proof and its cause."""

from datetime import timedelta

import pytest

from scheduler.domain.programme import Lapse, LevelResult
from scheduler.domain.release import Acknowledgement, GivenMeeting
from scheduler.domain.verdict import Breach, Charge
from scheduler.publishing.moves import lapses, moves_of, other_charges
from scheduler.publishing.report_moves import moves_section
from tests.mini import clause_of, forum_of, release_of, timetable_of

RELEASED = "day-1 10:00-13:00 hall panel-1\nday-1 15:00-18:00 hall panel-2"
NOW = "day-1 10:00-13:00 annex panel-1\nday-2 15:00-18:00 hall panel-2"
STAYING = {"day": "day", "place": "place", "parties": "day"}


def programme(now=NOW, levels=((1, 1), (2, 1), (300, 300)), **changes):
    """Return a programme in which two panels are not where they were."""
    from scheduler.domain.programme import Programme

    forum = forum_of({"sessions": {"panel-1": {}, "panel-2": {}}}, RELEASED, NOW)
    release = release_of(forum, RELEASED)
    clauses = [
        clause_of(
            "keep-to-release",
            {"what": what, **({"count": "parties"} if name == "parties" else {})},
            "preference",
            name=name,
        )
        for name, what in STAYING.items()
    ]
    forum = forum.replace(release=release, history=(release,), clauses=(*clauses, clause_of("placed", {})))
    results = tuple(
        LevelResult(level=number, clauses=(name,), value=value, bound=bound)
        for number, (name, (value, bound)) in enumerate(zip(STAYING, levels, strict=True), 1)
    )
    given = {"forum": forum, "timetable": timetable_of(forum, now), "status": "optimal", "levels": results}
    return Programme(**(given | changes))


def test_the_numbers_come_with_their_proof():
    found = moves_of(programme())
    assert found.title == "Since release 1"
    assert found.counts == (
        "1 meeting moves to another day; fewer is impossible.",
        "2 meetings move in all; at least 1 have to unless more move to another day.",
    )


def test_where_nothing_moves_that_is_said():
    found = moves_of(programme(RELEASED, ((0, 0), (0, 0), (0, 0))))
    assert (found.counts, found.moves) == (("Nothing moves.",), ())


def test_levels_of_several_clauses_are_no_number_of_moves():
    level = LevelResult(level=1, clauses=("day", "place"), value=3, bound=3)
    assert moves_of(programme(levels=((0, 0),) * 3).replace(levels=(level,))).counts == ("Nothing moves.",)


def test_each_move_has_its_cause():
    of = programme(because={"panel-1": "hall is closed"}, changed=("hall is closed on day-1",))
    found = moves_of(of)
    assert found.changed == ("Hall is closed on day-1.",)
    assert len(found.moves) == 2
    assert found.moves[0].endswith("day-1 (Monday 7 January 2030), because hall is closed.")
    assert "because" not in found.moves[1]


def test_without_a_release_there_is_nothing_to_say():
    of = programme()
    of = of.replace(forum=of.forum.replace(release=None))
    assert moves_of(of) is None
    assert list(moves_section(of)) == []


def test_from_scratch_what_moves_is_said_and_counted_without_a_proof():
    of = programme(
        levels=((0, 0),) * 3, from_scratch=True, because={"panel-2": "the timetable was made from scratch"}
    )
    found = moves_of(of)
    assert found.title == "Since release 1 (made from scratch)"
    assert found.counts == ("1 meeting moves to another day.", "1 meeting moves to another room.")
    assert found.moves[1].endswith(", because the timetable was made from scratch.")
    assert list(moves_section(of))[1] == "## Since release 1 (made from scratch)"


def test_another_zone_is_said_beside_what_moves():
    of = programme(RELEASED, ((0, 0),) * 3)
    release = of.forum.release
    given = [
        GivenMeeting(
            id=one.meeting, room=one.room, start=of.forum.clock.instant(one.start) - timedelta(hours=1),
            end=of.forum.clock.instant(one.end) - timedelta(hours=1),
        )
        for one in of.timetable.placements
    ]  # fmt: skip
    release = release.replace(meetings=tuple(given), timezone="America/Halifax")
    found = moves_of(of.replace(forum=of.forum.replace(release=release)))
    assert found.counts == (
        "Nothing moves.",
        "Times are now those of America/New_York, no longer those of America/Halifax: "
        "below, each meeting is told with both.",
    )
    assert found.moves[0].startswith("panel-1 keeps its hours, in another zone: from hall, 10:00-13:00")


def test_another_title_alone_is_told_without_a_cause():
    of = programme(RELEASED, ((0, 0),) * 3, because={"panel-1": "its title was changed"})
    clock = of.forum.clock
    given = tuple(
        GivenMeeting(
            id=one.meeting, title="A panel", room=one.room,
            start=clock.instant(one.start), end=clock.instant(one.end),
        )
        for one in of.timetable.placements
    )  # fmt: skip
    release = of.forum.release.replace(meetings=given)
    found = moves_of(of.replace(forum=of.forum.replace(release=release)))
    assert found.moves[0] == '"A panel" is now called "panel-1".'


def test_the_report_has_a_section():
    lines = list(moves_section(programme(changed=("a *star*",))))
    assert lines[1] == "## Since release 1"
    assert "### What has changed in the forum's data" in lines
    assert "- A \\*star\\*." in lines


def test_moves_are_not_charged_twice():
    of = programme()
    fields = {"mandate": "example", "paragraph": "", "tier": "preference", "subject": "x", "sentence": "y"}
    charges = tuple(Charge(clause=clause, price=1, **fields) for clause in ("day", "wish"))
    verdict = of.verdict.replace(charges=charges)
    assert [one.clause for one in other_charges(of.replace(verdict=verdict))] == ["wish"]


def test_what_the_command_was_told_to_freeze_is_said_apart():
    of = programme()
    says = "Panel 2 stays where the last release has it, says --freeze: asked on the command line."
    pin = clause_of("stays-as-released", {"what": {"session": "panel-2"}}, name="pins/freeze-panel-2")
    of = of.replace(forum=of.forum.replace(clauses=(*of.forum.clauses, pin.replace(says=says))))
    assert moves_of(of).frozen == ("Panel 2 stays where the last release has it.",)
    assert moves_of(programme()).frozen == ()
    lines = list(moves_section(of))
    title = lines.index("### What the command was told to freeze")
    assert lines[title + 2] == "- Panel 2 stays where the last release has it."


SAID = "A talk is held in Annex 2"
ANSWER = Acknowledgement(clause="custom/hall", subject="talk", sentence=SAID, because="wet")
FIELDS = {"mandate": "custom", "paragraph": "", "tier": "practice"}


def lapsed(*breaches, **changes):
    """Return a programme whose release has an acknowledgement that does not stand any more."""
    of = programme()
    forum = of.forum.replace(release=of.forum.release.replace(acknowledged=(ANSWER,)))
    found = [Breach(clause=clause, subject=who, sentence=said, **FIELDS) for clause, who, said in breaches]
    return of.replace(forum=forum, verdict=of.verdict.replace(breaches=tuple(found)), **changes)


BECAUSE = {
    "gone": ([], 'hall is closed; it was for "A talk is held in Annex 2"'),
    "said otherwise": (
        [("custom/hall", "talk", "It is in the attic")],
        'hall is closed; the judge now says "It is in the attic", no longer "A talk is held in Annex 2"',
    ),
    "said still": (
        [("custom/hall", "talk", "A talk is held in Annex 2")],
        'hall is closed, although the judge still says "A talk is held in Annex 2"',
    ),
}


@pytest.mark.parametrize("case", BECAUSE)
def test_a_lapse_names_the_facts_that_have_changed(case):
    breaches, why = BECAUSE[case]
    of = lapsed(*breaches, lapses=(Lapse(acknowledgement=ANSWER, because="hall is closed"),))
    assert list(lapses(of)) == [f"The acknowledgement of custom/hall in release 1 has lapsed, as {why}."]


LAPSES = {
    "gone": ([], "as the judge no longer says"),
    "of another subject": ([("custom/hall", "round", "x")], "as the judge no longer says"),
    "of another clause": ([("custom/wall", "talk", "x")], "as the judge no longer says"),
    "said otherwise": (
        [("custom/hall", "round", "x"), ("custom/hall", "talk", "It is in the attic")],
        'as the judge now says "It is in the attic", no longer',
    ),
    "said still": (
        [("custom/hall", "talk", "x"), ("custom/hall", "talk", SAID)],
        "as facts under it have changed, although the judge still says",
    ),
}


@pytest.mark.parametrize("case", LAPSES)
def test_an_acknowledgement_that_has_lapsed_is_said(case):
    breaches, why = LAPSES[case]
    of = lapsed(*breaches)
    sentence = f'The acknowledgement of custom/hall in release 1 has lapsed, {why} "{SAID}".'
    assert list(lapses(of)) == [sentence]
    lines = list(moves_section(of))
    assert lines[lines.index("## Acknowledgements that have lapsed") + 2] == f"- {sentence}"


@pytest.mark.parametrize(
    "changes", [{"acknowledged": (ANSWER,)}, {"from_scratch": True}], ids=["stands", "from scratch"]
)
def test_one_that_stands_or_was_passed_over_is_not(changes):
    assert list(lapses(lapsed(**changes))) == []
    of = programme()
    assert list(lapses(of.replace(forum=of.forum.replace(release=None)))) == []
