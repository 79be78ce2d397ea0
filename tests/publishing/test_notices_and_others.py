"""A notice is a delegation's file: it names no other delegation, and nothing of what others do."""

import re
from functools import cache
from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.party import Party
from scheduler.domain.programme import Programme
from scheduler.domain.session import Duty
from scheduler.domain.timetable import arranged
from scheduler.publishing import calendars, notices
from scheduler.publishing.others_affairs import OthersAffairs
from scheduler.reading import read_forum

from .calendar_lint import faults, parse, unescaped
from .changed import MOVED, after, first, release
from .programmes import PARTIES, PLACES, forum, timetable
from .statements import estimate, listed
from .test_notices import blocks, texts, uids

DATA = Path(__file__).resolve().parents[2] / "data"
OTHER = "another party is concerned"


def affairs(*more: Party, earlier: Forum | None = None) -> OthersAffairs:
    plain = after(of=forum(parties=(*PARTIES, *more)))
    return OthersAffairs(plain.replace(earlier={1: earlier} if earlier else {}))


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("", ""),
        ("the Conference Room 4\n is closed on day-1", "the Conference Room 4 is closed on day-1"),
        (
            "Conference Room 4 is closed on day-1 (taken by Türkiye)",
            "Conference Room 4 is closed on day-1",
        ),
        (
            "Türkiye is not there: day-1, day-2; Egypt is not there: day-2",
            "somebody who is needed is not available then; Egypt is not there: day-2",
        ),
        ("Türkiye is available again (hence on another day)", f"{OTHER} (hence on another day)"),
        ("Workers; unions, and others takes part; Egypt takes part", f"{OTHER}; Egypt takes part"),
        (
            "the duties in Round table 3 have changed: Egypt has the role co-chair, Türkiye no longer has "
            "the role co-chair",
            f"the duties in Round table 3 have changed: {OTHER}",
        ),
        ("only together: Türkiye takes part; Room 3 is new", f"only together: {OTHER}; Room 3 is new"),
        (
            "the clause pins/talk is new: says Türkiye (it; asked): so",
            f"the clause pins/talk is new: {OTHER}",
        ),
        ("Egyptian delegates come late", "Egyptian delegates come late"),
    ],
)
def test_another_party_is_taken_out_of_a_reason(reason: str, told: str) -> None:
    assert affairs().left_out_of(reason, "egypt") == told


def test_a_name_is_told_from_a_longer_one_and_from_a_title() -> None:
    guinea = PARTIES[0].replace(party="guinea", name="Guinea")
    papua = PARTIES[0].replace(party="papua-new-guinea", name="Papua New Guinea")
    table = PARTIES[0].replace(party="table", name="table")
    known = affairs(guinea, papua, table)
    for party, others in (("guinea", True), ("papua-new-guinea", False), ("egypt", True)):
        assert known.named_in("Papua New Guinea asked for it", party) == others
    assert not known.named_in("Round table 3 is no longer held", "egypt")
    assert known.named_in("a table is new", "egypt")


def test_a_person_in_brackets_is_a_part_of_the_name() -> None:
    speaker = PARTIES[1].replace(party="speaker", name="Keynote speaker (A. Person)")
    said = "Keynote speaker is not there: day-1; Keynote speaker (A. Person) takes part"
    hidden = f"somebody who is needed is not available then; {OTHER}"
    assert affairs(speaker).left_out_of(said, "egypt") == hidden
    assert affairs(speaker).left_out_of(said, "speaker") == said


def test_who_has_left_is_known_by_id_and_a_party_without_a_name_as_well() -> None:
    then = forum(parties=(*PARTIES, PARTIES[0].replace(party="malta", name="Malta")))
    nameless = PARTIES[0].replace(party="cyprus", name="\x07")
    for words in ("malta no longer takes part", "Malta no longer takes part", "cyprus takes part"):
        assert affairs(nameless, earlier=then).left_out_of(words, "egypt") == OTHER
    assert affairs().left_out_of("malta no longer takes part", "egypt") == "malta no longer takes part"
    assert not affairs().named_in("egypt", "iom")


def test_a_note_is_told_to_those_of_whom_alone_it_speaks() -> None:
    plain = forum()
    for note, who in (("At the wish of Egypt", {"egypt"}), ("Room 4 is taken", {"egypt", "turkiye"})):
        second = release(2, plain, timetable(plain, MOVED), note=note)
        told = texts(after(first(), second, places=MOVED, release=2))
        assert {party for party, text in told.items() if f"Note of the release: {note}" in text} == who


def test_a_move_tells_of_duties_only_to_those_who_get_or_lose_them() -> None:
    tables = {one.session: one for one in forum().sessions}
    moderated = tables["round-table-3"].replace(
        duties=(Duty(role="co-chair", party="egypt"), Duty(role="moderator", party="iom"))
    )
    now = forum(sessions=tuple((tables | {"round-table-3": moderated}).values()))
    of = after(first(), of=now, places=MOVED, earlier={1: forum()})
    words = {party: " ".join(text.split()) for party, text in texts(of).items()}
    assert "role" not in words["egypt"]
    assert "Director General" not in words["egypt"]
    assert "Egypt" not in words["turkiye"]
    assert "note: In Round table 3, Türkiye no longer has the role co-chair" in words["turkiye"]
    assert "your part: Moderator" in words["iom"]


def test_who_has_left_gets_what_is_cancelled_as_all_have_it() -> None:
    then = forum(parties=(*PARTIES, PARTIES[0].replace(party="malta", name="Malta")))
    of = after(first(), places=MOVED, earlier={1: then})
    files = notices.publish(of)
    gone = blocks(calendars.publish(of)["calendars/cancellations.ics"])
    assert [one for one in blocks(files["notices/malta.ics"]) if one in gone] == gone
    assert len(uids(of, "malta")) == len(PLACES)


def speaking(*attends: str) -> Programme:
    """Return a programme in which the plenary moves, with a statement of a delegation."""
    known = listed()
    malta = PARTIES[0].replace(party="malta", name="Malta", attends=attends)
    now = known.replace(parties=(*PARTIES, malta))
    then = known.replace(parties=(*PARTIES, malta.replace(attends=())))
    places = tuple((one[0], "spare-room", *one[2:]) if one[0] == "plenary-1" else one for one in PLACES)
    said = estimate(known, "malta", "plenary-1", 1, "10:30:00", "10:32:30", "10:30:00", "10:30:00")
    old = release(1, then, timetable(then))
    return after(old, of=now, places=places, earlier={1: then}, estimates=(said,))


def test_who_speaks_in_a_meeting_is_told_that_it_moves_whatever_it_attends() -> None:
    of = speaking("hearing")
    text = texts(of)["malta"]
    assert "\nMOVED\n\n1st plenary meeting\n" in text
    left = text.partition("NO LONGER FOR YOU")[2].partition("MOVED")[0]
    assert "2nd plenary meeting" in left
    assert "1st plenary meeting" not in left
    raw = notices.publish(of)["notices/malta.ics"]
    own = blocks(calendars.publish(of)["calendars/parties/malta.ics"])
    assert [one for one in own if b"SUMMARY:1st plenary" in one and one in blocks(raw)]
    assert b"CATEGORIES:statement" not in raw


@pytest.fixture(scope="module")
def files_of_2022() -> tuple[Programme, dict[str, bytes]]:
    """Return the forum of 2022 with another chamber for the round tables, without its policy debate."""
    known = read_forum(DATA / "imrf-2022").forum
    assert known.release
    made, chamber = known.release.timetable, "trusteeship-council-chamber"
    places = [one for one in made.placements if one.meeting != "policy-debate"]
    moved = [one.replace(room="conference-room-4") if one.room == chamber else one for one in places]
    agenda = [one for one in made.segments or () if one.meeting != "policy-debate"]
    why = (
        "Germany is not there: day-1; the duties have changed: Germany has the role co-chair, Fiji takes part"
    )
    of = Programme(
        forum=known,
        timetable=arranged(moved, agenda),
        status="optimal",
        because={one.meeting: why for one in moved},
        earlier={1: known},
    )
    return of, notices.publish(of) | calendars.publish(of)


def test_no_notice_of_2022_names_another_party(files_of_2022: tuple[Programme, dict[str, bytes]]) -> None:
    of, files = files_of_2022
    names = {one.party: {one.name, one.name.partition(" (")[0]} for one in of.forum.parties}
    every = sorted((name for some in names.values() for name in some), key=len, reverse=True)
    anybody = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?!\w)")
    named = cache(lambda text: frozenset(anybody.findall(text)))
    told = {path[8:-4] for path in files if path.startswith("notices/")}
    assert len(told) > 200
    for party in told:
        text = " ".join(files[f"notices/{party}.txt"].decode().split())
        assert named(text) <= names[party], party
        for block in blocks(files[f"notices/{party}.ics"]):
            words = unescaped(block.decode().replace("\r\n ", ""))
            assert named(words) <= names[party], party


def test_every_notice_of_2022_has_events_of_the_party_s_own_calendar(
    files_of_2022: tuple[Programme, dict[str, bytes]],
) -> None:
    _, files = files_of_2022
    told = sorted(path for path in files if path.startswith("notices/") and path.endswith(".ics"))
    for path in told:
        events = blocks(files[path])
        own = set(blocks(files[path.replace("notices/", "calendars/parties/")]))
        assert events
        assert own.issuperset(events), path
    for path in told[::40]:
        assert faults(files[path]) == []
        assert len(parse(files[path]).inside("VEVENT")) == len(blocks(files[path]))
