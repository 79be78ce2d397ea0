"""Rows of inscriptions and events that are wrong are refused by file and line, with what would be right."""

from dataclasses import replace

import pytest

from scheduler.reading.problems import BadData
from scheduler.reading.speakers import has_inscriptions, read_speakers
from tests.speakers.staged import debated_of, forum_with, rules_for

PARTIES = ["ames", "bern", "cork"]
HEAD = "party,level,inscribed,on-behalf-of,available,unavailable,language\n"
EVENTS = "at,event,party,with,available,note\n"
GOOD = "ames,minister,2029-12-01 09:00,,,,\nbern,Head of State,2029-12-01 10:00,,day-1 10:00-10:05,,French\n"


@pytest.fixture
def debated(tmp_path):
    forum = forum_with(PARTIES, **{"open-to": ["member-state", "observer-state"]})
    more = {"party": "club", "name": "Club", "kind": "stakeholder"}
    forum = forum.replace(parties=(*forum.parties, type(forum.parties[0]).model_validate(more)))
    return debated_of(forum, rules_for(forum), tmp_path)


def read(folder, debated, rows, events=None):
    (folder / "inscriptions.csv").write_text(HEAD + rows, encoding="utf-8")
    if events is not None:
        (folder / "speakers-events.csv").write_text(EVENTS + events, encoding="utf-8")
    return read_speakers(folder, debated)


def refused(folder, debated, rows, events=None):
    with pytest.raises(BadData) as caught:
        read(folder, debated, rows, events)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_a_forum_may_have_no_inscriptions(tmp_path, debated):
    assert not has_inscriptions(tmp_path)
    read(tmp_path, debated, GOOD)
    assert has_inscriptions(tmp_path)


def test_rows_are_read_whatever_way_a_level_is_written(tmp_path, debated):
    found = read(tmp_path, debated, GOOD, "2030-01-06 09:00,announced,,,,\n2030-01-07 10:00,Absent,ames,,,\n")
    assert [(one.party, one.level) for one in found.inscriptions] == [
        ("ames", "minister"),
        ("bern", "head-of-state"),
    ]
    assert found.inscriptions[1].available[0].words == "day-1 10:00-10:05"
    assert [one.event for one in found.events] == ["announced", "absent"]
    assert sorted(found.inputs) == [
        f"{tmp_path.name}/inscriptions.csv",
        f"{tmp_path.name}/speakers-events.csv",
    ]


def test_a_party_may_be_called_by_its_name(tmp_path, debated):
    rows = GOOD.replace("ames,", "AMES,").replace("bern,", "free  city of bern,")
    bern = next(one for one in debated.forum.parties if one.party == "bern")
    others = [one for one in debated.forum.parties if one is not bern]
    named = bern.replace(name="Free City of Bern")
    debated = replace(debated, forum=debated.forum.replace(parties=(*others, named)))
    events = "2030-01-07 10:00,swap,Ames,Free City of Bern,,\n"
    found = read(tmp_path, debated, rows, events)
    assert [one.party for one in found.inscriptions] == ["ames", "bern"]
    assert (found.events[0].party, found.events[0].other) == ("ames", "bern")


def test_a_name_that_two_parties_have_is_not_understood(tmp_path, debated):
    twins = [one.replace(name="The Twins") if one.party != "cork" else one for one in debated.forum.parties]
    debated = replace(debated, forum=debated.forum.replace(parties=tuple(twins)))
    (found,) = refused(tmp_path, debated, "The twins,minister,2029-12-01 09:00,,,,\n")
    assert "field 'party': 'The twins' is no id" in found
    assert found.endswith("Maybe one of ames, bern, club, cork")


def test_a_file_that_is_no_text_is_refused(tmp_path, debated):
    (tmp_path / "inscriptions.csv").write_bytes(b"\x00")
    with pytest.raises(BadData, match=r"inscriptions\.csv"):
        read_speakers(tmp_path, debated)


BAD_ROWS = [
    ("Amis,minister,2029-12-01 09:00,,,,", "'Amis' is no id: ids are of small letters, digits and single "),
    ("Amis,minister,2029-12-01 09:00,,,,", "hyphens. Maybe ames"),
    ("ames,Grand Vizier!,2029-12-01 09:00,,,,", "'grand-vizier!' is no id: ids are of small letters, digits"),
    ("ames,minister,2031-12-01 09:00,,,,", "lies after the debate, which ends at 15:15 on day-1."),
    ("amis,minister,2029-12-01 09:00,,,,", "there is no party 'amis'. Maybe ames"),
    (
        "club,minister,2029-12-01 09:00,,,,",
        "club is a stakeholder; the list is open to member-state, observer-state.",
    ),
    ("ames,ministre,2029-12-01 09:00,,,,", "there is no level 'ministre'. Maybe minister"),
    ("ames,minister,yesterday,,,,", "'yesterday' is no"),
    ("ames,minister,,,,,", "is missing"),
    (
        "ames,minister,2029-12-01 09:00,,day-2 10:00-11:00,,",
        "'day-2 10:00-11:00' lies outside the debate. Maybe a part of day-1 10:00-10:15; day-1 15:00-15:15",
    ),
    ("ames,minister,2029-12-01 09:00,,,day-1 10:15-11:00,", "'day-1 10:15-11:00' lies outside the debate."),
    ("ames,minister,2029-12-01 09:00,,day-9,,", "there is no day 'day-9'."),
    ("ames,minister,2029-12-01 09:00,,,day-1,", "its speaker can be there at no time of the debate"),
]


@pytest.mark.parametrize(("row", "sentence"), BAD_ROWS)
def test_a_bad_row_is_refused_by_its_line(tmp_path, debated, row, sentence):
    (found,) = refused(tmp_path, debated, f"bern,minister,2029-12-01 09:00,,,,\n{row}\n")
    assert found.startswith("inscriptions.csv:3:")
    assert sentence in found


def test_a_party_is_inscribed_once(tmp_path, debated):
    (found,) = refused(tmp_path, debated, GOOD + "ames,minister,2029-12-02 09:00,,,,\n")
    assert found.startswith("inscriptions.csv:4:")
    assert "ames is inscribed twice, first in" in found
    assert found.endswith("inscriptions.csv:2. Maybe delete one row")


BAD_EVENTS = [
    (
        "2030-01-07 15:15,absent,ames,,,",
        "lies after the debate, which ends at 15:15 on day-1. Maybe a date in 2030",
    ),
    (
        "2028-01-07 10:00,absent,ames,,,",
        "lies more than a year before the forum. Maybe a date near 2030-01-07",
    ),
    ("2030-01-07 10:00,late,ames,,,", "late"),
    ("2030-01-07 10:00,absent,,,,", "'absent' needs a party. Maybe fill in the cell"),
    ("2030-01-07 10:00,absent,cork,,,", "cork is not in inscriptions.csv. Maybe add it there"),
    ("2030-01-07 10:00,absent,corc,,,", "there is no party 'corc'. Maybe cork"),
    ("2030-01-07 10:00,closed,ames,,,", "'closed' is not of one party. Maybe leave the cell empty"),
    ("2030-01-07 10:00,swap,ames,,,", "'swap' needs two parties. Maybe fill in the cell"),
    ("2030-01-07 10:00,swap,ames,ames,,", "ames cannot change places with itself. Maybe name another party"),
    ("2030-01-07 10:00,swap,ames,corc,,", "there is no inscribed party 'corc'"),
    (
        "2030-01-07 10:00,absent,ames,bern,,",
        "'absent' has nobody to change places with. Maybe leave the cell empty",
    ),
    ("2030-01-07 10:00,swap,ames,bern,day-1 10:05-10:10,", "are for 'absent', not for 'swap'"),
    ("2030-01-07 10:00,absent,ames,,day-2,", "'day-2' lies outside the debate"),
    ("noon,absent,ames,,,", "noon"),
]


@pytest.mark.parametrize(("row", "sentence"), BAD_EVENTS)
def test_a_bad_event_is_refused_by_its_line(tmp_path, debated, row, sentence):
    (found,) = refused(tmp_path, debated, GOOD, f"{row}\n")
    assert found.startswith("speakers-events.csv:2:")
    assert sentence in found


def test_a_list_is_announced_once_and_closed_once(tmp_path, debated):
    twice = "2030-01-06 09:00,announced,,,,\n2030-01-06 10:00,closed,,,,\n"
    found = refused(tmp_path, debated, GOOD, twice * 2)
    assert [line.partition(":")[2].partition(":")[0] for line in found] == ["4", "5"]
    assert all("stands twice. Maybe delete one" in line for line in found)


def test_a_party_without_an_inscription_may_ask_for_the_right_of_reply(tmp_path, debated):
    found = read(tmp_path, debated, GOOD, "2030-01-07 10:00,right-of-reply,cork,,,\n")
    assert found.events[0].party == "cork"
