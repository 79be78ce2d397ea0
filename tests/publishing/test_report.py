"""The report for planners, and the rows that the command line shows too."""

import pytest

from scheduler.domain.certainty import Sourced
from scheduler.domain.forum import SetAside
from scheduler.domain.programme import LevelResult, Programme, Stopped
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Verdict
from scheduler.publishing import report
from scheduler.publishing.assumptions import assumptions, seats_words, sources
from scheduler.publishing.kept_clauses import kept_by_paragraph
from scheduler.publishing.level_rows import level_rows
from scheduler.publishing.markdown_words import markdown
from scheduler.publishing.status_words import (
    release_words,
    standing,
    status_badge,
    status_remark,
    status_sentence,
)

from .nasty_programme import nasty
from .programmes import BREACH, CLAUSES, ROOMS, UNCITED, forum, programme, released

BELOW = "proven only for the levels above as they are"


def text(of: Programme) -> str:
    return report.publish(of)["report.md"].decode()


def section(of: Programme, title: str) -> list[str]:
    _, _, rest = text(of).partition(f"\n## {title}\n\n")
    return rest.partition("\n\n## ")[0].rstrip("\n").split("\n")


def test_the_report_begins_with_what_is_known() -> None:
    assert text(released()).split("\n")[:9] == [
        "# International Migration Review Forum 2022",
        "",
        "- **Forum**: imrf-2022, edition 1",
        "- **Dates**: 16 to 18 May 2022",
        "- **Place**: United Nations Headquarters, New York",
        "- **Times**: America/New_York (EDT, UTC-04:00)",
        "- **Status**: proven: nothing better exists",
        "- **Release**: Release 3, published",
        "- **Solved**: with release 3 in hand",
    ]
    assert "- **Solved**: from nothing, as there is no release yet\n" in text(programme())
    assert "- **Solved**: from nothing, with release 3 left aside\n" in text(released(from_scratch=True))


@pytest.mark.parametrize(
    ("status", "sentence", "badge", "how_far"),
    [
        ("optimal", "proven: nothing better exists", "Proven best", "proven"),
        (
            "feasible",
            "a valid timetable; time ran out before the proof; it may differ from run to run",
            "Valid, not proven best",
            "unproven",
        ),
        ("impossible", "proven impossible: no timetable keeps all clauses", "Proven impossible", "broken"),
        (
            "unknown",
            "no timetable was found in the time given, and none was proven impossible",
            "No timetable found",
            "broken",
        ),
        (
            "invalid",
            "the solver refused the model; this timetable is not to be used",
            "Model refused",
            "broken",
        ),
    ],
)
def test_the_status_is_said_honestly(status: str, sentence: str, badge: str, how_far: str) -> None:
    of = programme(status=status)
    assert (status_sentence(of), status_badge(of), standing(of)) == (sentence, badge, how_far)
    assert f"- **Status**: {sentence}\n" in text(of)


@pytest.mark.parametrize(
    ("stopped", "remark"),
    [
        (Stopped(by="time limit"), "time ran out before the proof; it may differ from run to run"),
        (
            Stopped(by="time limit", reproducible=True),
            "time ran out before the proof; with --reproducible it is the same on every run",
        ),
        (Stopped(by="planner"), "it was stopped before the proof; it may differ from run to run"),
    ],
)
def test_what_ended_a_run_is_said(stopped: Stopped, remark: str) -> None:
    of = programme(status="feasible", stopped=stopped)
    assert (status_sentence(of), status_remark(of)) == (f"a valid timetable; {remark}", remark)
    broken = of.replace(verdict=Verdict(breaches=(BREACH,)))
    assert status_sentence(broken) == "not valid: it breaks 1 clause, listed under Breaches"
    assert status_remark(broken) == "listed under Breaches"


def test_a_timetable_with_a_breach_is_not_called_valid() -> None:
    one = programme(status="feasible", verdict=Verdict(breaches=(BREACH, BREACH)))
    assert status_sentence(one) == "not valid: it breaks 1 clause, listed under Breaches"
    two = programme(verdict=Verdict(breaches=(BREACH, UNCITED)))
    assert status_badge(two) == "Breaks 2 clauses"
    assert standing(two) == "broken"


def test_the_release_is_named() -> None:
    assert release_words(programme()) == "Not released"
    assert release_words(released()) == "Release 3, published"
    assert release_words(released().replace(release=None)) == "Not released; the last release is 3"
    assert release_words(released().replace(release=2)) == "Release 2"
    assert release_words(programme(release=4)) == "Release 4"


def test_levels_are_a_table() -> None:
    assert section(programme(), "Objective") == [
        "| Level | Clauses | Value | Bound | Proof |",
        "| ---: | --- | ---: | ---: | --- |",
        "| 1 | **stay** Stay with the last release | 0 | 0 | proven |",
        "| 2 | **summaries** Two hours for the summaries; **gone** | 60 | 60 | proven |",
    ]
    assert section(programme(levels=()), "Objective") == ["No preference is priced."]


def test_levels_are_compared_with_the_release() -> None:
    levels = (
        LevelResult(level=2, clauses=("summaries",), value=60, bound=30, released=90),
        LevelResult(level=1, clauses=("stay",), value=2, bound=2, released=0),
        LevelResult(level=3, clauses=("stay",), value=5, bound=5, released=5),
        LevelResult(level=4, clauses=("stay",), value=1, bound=1),
    )
    of = released(levels=levels)
    assert [row.level for row in level_rows(of)] == [1, 2, 3, 4]
    assert [row.proof for row in level_rows(of)] == ["proven", "not proven", BELOW, BELOW]
    assert section(of, "Objective") == [
        "| Level | Clauses | Value | Bound | Proof | Release 3 |",
        "| ---: | --- | ---: | ---: | --- | ---: |",
        "| 1 | **stay** Stay with the last release | 2 | 2 | proven | 0 |",
        "| 2 | **summaries** Two hours for the summaries | 60 | 30 | not proven | 90 |",
        "| 3 | **stay** Stay with the last release | 5 | 5 | " + BELOW + " | 5 |",
        "| 4 | **stay** Stay with the last release | 1 | 1 | " + BELOW + " | - |",
        "",
        "At level 1 this timetable is worse than release 3 by 2: it pays 2, the release pays 0.",
        "",
        "At level 2 this timetable is better than release 3 by 30: it pays 60, the release pays 90.",
    ]


def test_the_timetable_is_a_list_by_day() -> None:
    lines = section(programme(), "Timetable")
    assert lines[:7] == [
        "### Hearing day, Monday 16 May 2022",
        "",
        "- 10:00-13:00 **Multi-stakeholder hearing (1 of 2)**, Conference Room 4",
        "  - 10:00-10:30 Opening",
        "    - Speakers: President of the General Assembly; Director General of IOM",
        "  - 10:30-13:00 Session I",
        "- 15:00-18:00 **Multi-stakeholder hearing (2 of 2)**, Conference Room 4",
    ]
    assert lines[9:11] == ["", "### Day 1, Tuesday 17 May 2022"]
    assert section(programme(timetable=Timetable(placements=())), "Timetable") == ["No meeting is placed."]


def test_clauses_kept_stand_by_mandate_and_paragraph() -> None:
    assert section(programme(), "Clauses kept") == [
        "- **Practice of the United Nations**",
        "  - no paragraph",
        "    - one-room (physical): A room holds one meeting.",
        "  - paragraph III",
        "    - hours (practice): Official hours.",
        "- **A/RES/73/326**",
        "  - paragraph 15",
        "    - 15/day-before (mandate): The hearing comes first.",
        "  - paragraph 18(a)",
        "    - 18(a)/order (mandate): Round tables come before the plenary.",
        "- **imrf-2022**",
        "  - no paragraph",
        "    - stay (preference): Stay with the last release.",
    ]


def test_a_clause_that_is_spoken_against_is_not_kept() -> None:
    def kept(of: Programme) -> set[str]:
        return {clause.clause for group in kept_by_paragraph(of) for clause in group.clauses}

    everything = {clause.clause for clause in CLAUSES}
    assert kept(programme()) == everything - {"no-parallel", "summaries", "21(c)/two"}
    assert kept(programme(verdict=Verdict(breaches=(BREACH,)))) == everything - {"no-parallel", "18(a)/order"}
    assert kept(programme(forum(set_aside=()), verdict=Verdict())) == everything


def test_paragraphs_stand_in_the_order_of_their_numbers() -> None:
    numbers = ("21(b)", "3", "18(a)", "", "21(a)")
    clauses = tuple(CLAUSES[0].replace(clause=f"c/{one}", paragraph=one) for one in numbers)
    found = kept_by_paragraph(programme(forum(clauses=clauses), verdict=Verdict()))
    assert [group.paragraph for group in found] == ["", "3", "18(a)", "21(a)", "21(b)"]
    assert found[0].citation == "no paragraph"
    assert found[1].title == "A/RES/73/326"


def test_findings_are_listed_apart() -> None:
    of = programme()
    assert section(of, "Breaches") == ["None."]
    assert section(of, "Charges") == [
        "- **summaries** (preference, imrf-2022, no paragraph): Only 2 hours after round-table-4. (price 60)"
    ]
    assert section(of, "Open points") == [
        "- **21(c)/two** (mandate, ares-73-326, paragraph 21(c)): The moderator is not appointed."
    ]
    assert section(programme(verdict=Verdict(breaches=(BREACH,))), "Breaches") == [
        "- **18(a)/order** (mandate, ares-73-326, paragraph 18(a)): round-table-4 ends at 13:00 on day-1."
    ]


def test_clauses_set_aside_have_their_reasons() -> None:
    assert section(programme(), "Clauses set aside") == [
        "- **no-parallel**: Nothing in parallel. Set aside because: Four round tables, three meetings."
    ]
    unknown = forum(set_aside=(SetAside(clause="gone", because="Nobody knows."),))
    assert section(programme(unknown), "Clauses set aside") == [
        "- **gone**: Set aside because: Nobody knows."
    ]


def test_assumptions_are_named() -> None:
    assert assumptions(forum()) == (
        "Features of Spare Room.",
        "Seats of Trusteeship Council Chamber: 600.",
        "Interpretation teams of the venue.",
        "Segment Session II of Multi-stakeholder hearing.",
        "Session Plenary.",
        "Clause hours: Official hours.",
    )
    assert section(programme(), "Assumptions")[0] == "- Features of Spare Room."


def test_no_assumption_is_none() -> None:
    sure = forum(
        rooms=ROOMS[:1], sessions=(), clauses=(), venue=forum().venue.replace(interpretation=Sourced())
    )
    assert assumptions(sure) == ()


def test_sources_say_what_was_taken_from_them() -> None:
    assert sources(forum()) == {
        "A/RES/73/326": ("A/RES/73/326", "clause 15/day-before"),
        "un.org": ("interpretation",),
        "tour text": ("General Assembly Hall",),
        "concept note": ("Multi-stakeholder hearing",),
    }
    assert section(programme(), "Sources")[-1] == "- concept note: Multi-stakeholder hearing"


@pytest.mark.parametrize(
    ("seats", "certainty", "words"),
    [
        (None, "assumption", ""),
        (1, "high", "1 seat"),
        (1800, "very-high", "1,800 seats"),
        (600, "assumption", "600 seats (assumption)"),
        (600, "medium", "600 seats (certainty: medium)"),
        (600, "", "600 seats"),
    ],
)
def test_seats_carry_their_doubt(seats: int | None, certainty: str, words: str) -> None:
    assert seats_words(ROOMS[0].replace(seats=seats, seats_certainty=certainty)) == words


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("plain words, 18(a) and A/RES/73/326.", "plain words, 18(a) and A/RES/73/326."),
        ("*a* `b` [c](d) <e> f|g h~i &amp; \\ $x$", r"\*a\* \`b\` \[c\](d) \<e\> f\|g h\~i \&amp; \\ \$x\$"),
        ("snake_case _under_ __x__", r"snake_case \_under\_ \_\_x\_\_"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("=1+1", r"\=1+1"),
        ("12. a", r"12\. a"),
        ("12) a", r"12\) a"),
        ("12 a", "12 a"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_markdown_shows_what_was_said(said: str, written: str) -> None:
    assert markdown(said) == written


def test_nasty_texts_make_no_markup() -> None:
    of = text(nasty())
    assert "<script" not in of.replace("\\<script", "")
    assert "](" not in of.replace("\\](", "")
    assert [one for one in of if one < " " and one != "\n"] == []
    headings = [line for line in of.split("\n") if line.startswith("#")]
    assert [line.split(" ")[0] for line in headings] == ["#", "##", "##", "###", "###", "###", *["##"] * 8]


def test_the_report_ends_in_one_line_end() -> None:
    assert text(programme()).endswith("Multi-stakeholder hearing\n")
