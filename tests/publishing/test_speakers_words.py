"""What is said of a list of speakers, the same in all of its outputs."""

import os
import subprocess
import sys

import pytest

from scheduler.domain.list_of_speakers import Stretch
from scheduler.domain.speakers_plan import Room
from scheduler.publishing.speakers import publish_speakers
from scheduler.publishing.speakers_rows import meetings_of
from scheduler.publishing.speakers_words import (
    happened,
    head_of,
    impossible,
    level_rows,
    not_listed,
    proof,
    room_rows,
    sentence,
    sentences_before,
)
from tests.docs.pages import ROOT

from .speakers_plans import HOUR, LATER, entry, forum, hostile, nobody, plan

DIGEST = """
import hashlib
from tests.publishing.speakers_plans import hostile, nobody, plan
from scheduler.publishing.speakers import publish_speakers
whole = hashlib.sha256()
for of in (plan(), hostile(), hostile("china"), nobody()):
    for path, content in publish_speakers(of).items():
        whole.update(path.encode() + b"=" + content)
print(whole.hexdigest())
"""


def test_meetings_stand_in_the_order_of_time():
    first, second = meetings_of(plan())
    assert (first.id, first.title, first.about) == (
        "debate-1",
        "General debate (1 of 2)",
        "Day 1, Monday 7 January 2030, 10:00-13:00",
    )
    assert (second.day, second.hours, second.lines) == ("Day 2, Tuesday 8 January 2030", "15:00-18:00", ())


def test_a_line_says_all_of_a_statement():
    egypt, fiji, ghana, *_ = meetings_of(plan())[0].lines
    assert egypt._asdict() == {
        "id": "egypt",
        "number": 1,
        "at": "10:00:00",
        "party": "Egypt",
        "level": "Head of State",
        "group": "",
        "language": "Arabic",
        "limit": "3:00",
        "margin": "",
        "place": 1,
        "plain": 0,
        "remark": "",
        "reply": "",
        "spoken": True,
    }
    assert (fiji.at, fiji.margin, fiji.group, fiji.level) == (
        "10:03:30",
        "10:01-10:06",
        "SIDS",
        "Vice-Minister",
    )
    assert (ghana.place, ghana.plain, ghana.remark, ghana.is_spoken) == (3, 1, LATER, "no")


def test_rights_of_reply_are_marked():
    *_, first, second = meetings_of(plan())[0].lines
    assert (first.reply, first.remark, first.place, first.limit) == ("right of reply", "", 0, "10:00")
    assert (second.reply, second.remark) == ("second right of reply", "It answers Fiji.")


def test_the_head_counts_what_is_listed():
    head = head_of(plan())
    assert (head.title, head.session, head.placeholder) == ("Forum of lists", "General debate", "")
    assert head.zone == "America/New_York (EST, UTC-05:00)"
    assert head.counted == (
        "3 statements, 2 rights of reply, 1 of them already made. "
        "Times are estimates: they change with the statements before."
    )
    assert head_of(nobody()).counted.startswith("No statement is listed. ")
    one = plan(entries=(entry("egypt", 1, 10 * HOUR), entry("fiji", 2, 11 * HOUR, reply=1)))
    assert head_of(one).counted.startswith("1 statement, 1 right of reply. ")


def test_the_head_of_a_forum_that_only_stands_in():
    stands_in = plan(forum=forum(placeholder="the dates are not decided."))
    assert head_of(stands_in).placeholder == "Placeholder: the dates are not decided."
    for name, content in publish_speakers(stands_in).items():
        if name.endswith("html"):
            assert b'role="note" dir="auto">Placeholder: the dates are not decided.' in content


def test_a_debate_in_a_meeting_that_the_forum_does_not_know():
    other = Stretch(meeting="other-1", day="day-1", start=10 * HOUR, end=11 * HOUR)
    of = plan(stretches=(other,), entries=(entry("nobody", 1, 10 * HOUR, meeting="other-1"),))
    assert head_of(of).session == ""
    (meeting,) = meetings_of(of)
    assert (meeting.title, meeting.lines[0].party) == ("other-1", "nobody")
    assert "List of speakers</p>" in publish_speakers(of)["speakers.html"].decode()


def test_the_figures_come_first():
    assert sentences_before(plan()) == (
        "30 seconds pass between two statements (the forum's own figure).",
        "The longest limit at which there is room for all 3 that are inscribed is 2:50.",
        "All statements last 2 minutes.",
    )
    free = plan(inscribed=False, longest=0, compression="", figures=())
    assert sentences_before(free) == ("At no limit is there room for all 3 that may be inscribed.",)


def test_how_many_fit_at_which_limit():
    assert room_rows(plan()) == (
        ("3:00", 2, "no, 1 does not fit"),
        ("2:30 (the limit set)", 3, "yes"),
        ("2:00", 1, "no, 2 do not fit"),
    )
    assert room_rows(plan(rooms=(Room(limit=60, fit=9),))) == (("1:00", 9, "yes"),)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("optimal", "No list departs less from the plain order."),
        ("feasible", "Time ran out before the proof: "),
        ("impossible", "No list keeps all that has to be kept."),
        ("unknown", "No list was found in the time given"),
        ("invalid", "The solver refused the model"),
    ],
)
def test_the_proof_in_words(status, said):
    assert proof(plan(status=status)).startswith(said)
    assert proof(plan(status=status)).endswith(".")


def test_a_list_that_was_made_again_departs_from_the_one_before():
    again = "After what has happened, this is the order of the list before"
    assert again in proof(plan())
    refused = plan().outcomes[1]
    assert refused.refused
    assert again not in proof(plan(outcomes=(refused,)))
    assert again not in proof(plan(outcomes=()))


def test_levels_say_what_they_count():
    assert level_rows(plan()) == (
        (1, "The floor is not empty. Ours/other.", 7, "proven least"),
        (2, "As few as possible are called out of turn.", 1, "at least 0, not proven"),
    )


def test_what_has_happened_in_sentences():
    absent, refused, nothing = happened(plan())
    assert absent == ("10:30 on day-1: Ghana is not there when called.", ("2 others are called.",), "")
    assert refused[1:] == ((), "Not possible: Fiji cannot be there.")
    assert nothing.changes == ("Nothing else changes.",)
    assert not_listed(plan()) == (("Haiti", "Was inscribed after the list had been closed."),)


def test_why_there_is_no_list():
    assert tuple(impossible(nobody())) == (
        "The times of 2 speakers cannot all be kept:",
        "Egypt: from 10:00 to 10:01 on day-1.",
    )


def test_a_sentence_begins_and_ends_as_one():
    assert sentence("it was  absent\n") == "It was absent."
    assert sentence("") == ""


def test_three_files_are_published_with_the_same_bytes():
    for of in (plan(), hostile(), hostile("china"), nobody()):
        files = publish_speakers(of)
        assert list(files) == ["speakers.html", "speakers.pdf", "speakers.xlsx"]
        assert publish_speakers(of) == files


def test_no_process_gives_other_bytes():
    found = set()
    for seed, zone in (("0", "UTC"), ("4711", "Asia/Kathmandu")):
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", DIGEST]
        found.add(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)
    assert len(found) == 1


@pytest.mark.parametrize(
    ("module", "spared"),
    [
        ("speakers", {"pandas", "icalendar", "ortools", "openpyxl", "typst", "xlsxwriter", "jinja2"}),
        ("speakers_html", {"pandas", "icalendar", "ortools", "openpyxl", "typst", "xlsxwriter"}),
        ("speakers_pdf", {"pandas", "icalendar", "ortools", "openpyxl", "xlsxwriter", "jinja2"}),
        ("speakers_xlsx", {"pandas", "icalendar", "ortools", "openpyxl", "typst", "jinja2"}),
    ],
)
def test_a_list_imports_no_more_than_it_needs(module, spared):
    code = f"import sys, scheduler.publishing.{module}; print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    found = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert not spared & set(found.stdout.split())
