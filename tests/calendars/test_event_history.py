"""What became of each meeting from release to release: sequence, stamps and status."""

from scheduler.domain.event_history import event_history, events_now, releases_of
from scheduler.domain.permanent_ids import permanent_id
from scheduler.domain.timetable import SegmentTime
from scheduler.publishing.event_words import event_words

from ..publishing.programmes import PARTIES, at, timetable
from .story import WHEN, autumn, places, released, three

MOVED = ("plenary-2", "general-assembly-hall", "day-2", 16, 18)
ELSEWHERE = ("plenary-2", "spare-room", "day-2", 15, 17)


def told(programme, meeting="plenary-2"):
    """Return status, sequence, and the releases in which a meeting began and last changed."""
    when = {moment: number for number, moment in WHEN.items()}
    record = events_now(programme)[meeting]
    return record.status, record.sequence, when[record.created], when[record.changed]


def told_of(*steps, meeting="plenary-2"):
    """Return what is told of a meeting after some releases, each with its changes."""
    programme = None
    for step in steps:
        programme = released(programme, **{"of": autumn(), **step})
    return told(programme, meeting)


def test_a_meeting_begins_with_the_first_release_that_has_it():
    assert told_of({}) == ("CONFIRMED", 0, 1, 1)
    without = {"of": autumn("plenary"), "at": places(gone=("plenary-1", "plenary-2"))}
    assert told_of(without, {}) == ("CONFIRMED", 0, 2, 2)


def test_nothing_changes_when_nothing_changes():
    assert told_of({}, {}, {}) == ("CONFIRMED", 0, 1, 1)


def test_another_time_raises_the_sequence():
    assert told_of({}, {"at": places(MOVED)}) == ("CONFIRMED", 1, 1, 2)
    assert told_of({}, {"at": places(MOVED)}, {}) == ("CONFIRMED", 2, 1, 3)
    longer = ("plenary-2", "general-assembly-hall", "day-2", 15, 18)
    plenary = autumn().session_by_id["plenary"].replace(minutes=(180, 180))
    of = autumn(sessions=(*autumn("plenary").sessions, plenary))
    assert told_of({}, {"of": of, "at": places(longer)}) == ("CONFIRMED", 1, 1, 2)


def test_another_room_raises_the_sequence():
    assert told_of({}, {}, {"at": places(ELSEWHERE)}) == ("CONFIRMED", 1, 1, 3)


def test_time_room_and_status_together_raise_it_by_one():
    elsewhere = ("plenary-2", "spare-room", "day-2", 16, 18)
    assert told_of({"status": "draft"}, {"at": places(elsewhere)}) == ("CONFIRMED", 1, 1, 2)


def test_a_certain_release_raises_the_sequence():
    assert told_of({"status": "draft"}) == ("TENTATIVE", 0, 1, 1)
    assert told_of({"status": "draft"}, {"status": "tentative"}) == ("TENTATIVE", 0, 1, 1)
    assert told_of({"status": "tentative"}, {}) == ("CONFIRMED", 1, 1, 2)
    assert told_of({}, {"status": "tentative"}) == ("TENTATIVE", 1, 1, 2)


def test_a_meeting_that_is_gone_is_cancelled_once():
    without = {"of": autumn("plenary"), "at": places(gone=("plenary-1", "plenary-2"))}
    assert told_of({}, without) == ("CANCELLED", 1, 1, 2)
    assert told_of({}, without, without) == ("CANCELLED", 1, 1, 2)
    assert told_of({}, without, {}) == ("CONFIRMED", 2, 1, 3)
    assert told_of({}, without, {}, without) == ("CANCELLED", 3, 1, 4)


def test_another_title_is_a_change_but_no_other_sequence():
    plenary = autumn().session_by_id["plenary"].replace(meeting_titles=("First", "Second"))
    retitled = {"of": autumn(sessions=(*autumn("plenary").sessions, plenary))}
    assert told_of({}, retitled) == ("CONFIRMED", 0, 1, 2)
    assert told_of({}, retitled, retitled) == ("CONFIRMED", 0, 1, 2)


def test_another_agenda_is_a_change_but_no_other_sequence():
    plenary = autumn().session_by_id["plenary"]
    opening = plenary.segments[0].replace(minutes=60)
    later = plenary.replace(segments=(opening, *plenary.segments[1:]))
    of = autumn(sessions=(*autumn("plenary").sessions, later))
    assert told_of({}, {"of": of}, meeting="plenary-1") == ("CONFIRMED", 0, 1, 2)
    assert told_of({}, {"of": of}) == ("CONFIRMED", 0, 1, 1)


def test_an_agenda_that_a_release_does_not_say_is_as_before():
    assert told_of({}, {"segments": ()}, {}, meeting="plenary-1") == ("CONFIRMED", 0, 1, 1)


def test_other_words_are_a_change_but_no_other_sequence():
    one, other = ({"words": {"plenary-2": digits * 16}} for digits in "ab")
    assert told_of(one, other) == ("CONFIRMED", 0, 1, 2)
    assert told_of(one, one) == ("CONFIRMED", 0, 1, 1)


def test_words_that_a_release_does_not_say_are_as_before():
    one, other = ({"words": {"plenary-2": digits * 16}} for digits in "ab")
    assert told_of({}, one) == ("CONFIRMED", 0, 1, 1)
    assert told_of(one, {}, one) == ("CONFIRMED", 0, 1, 1)
    assert told_of(one, {}, other) == ("CONFIRMED", 0, 1, 3)


def test_a_release_that_was_dated_back_takes_no_stamp_back():
    assert told_of({"released": WHEN[5]}, {"at": places(MOVED), "released": WHEN[4]}) == (
        "CONFIRMED",
        1,
        5,
        5,
    )


def test_what_is_not_released_is_a_proposal():
    last = released(released(None, autumn()), autumn())
    proposed = last.replace(timetable=timetable(autumn(), places(MOVED)), release=None)
    assert told(proposed) == ("TENTATIVE", 1, 1, 2)
    assert told(proposed, "plenary-1") == ("CONFIRMED", 0, 1, 1)
    assert {name for name, one in events_now(proposed).items() if one.proposed} == {"plenary-2"}
    assert told(released(last, autumn(), places(MOVED))) == ("CONFIRMED", 1, 1, 3)


def test_a_proposal_after_a_draft_is_tentative_still():
    last = released(None, autumn(), status="draft")
    proposed = last.replace(timetable=timetable(autumn(), places(MOVED)), release=None)
    assert told(proposed) == ("TENTATIVE", 1, 1, 1)


def test_another_agenda_that_is_proposed_leaves_time_and_room_certain():
    last = released(released(None, autumn()), autumn())
    debate, *others = last.timetable.segments
    parts = (debate.replace(end=debate.end - 10), *others)
    proposed = last.replace(timetable=last.timetable.replace(segments=parts), release=None)
    assert told(proposed, debate.meeting) == ("CONFIRMED", 0, 1, 2)
    assert isinstance(debate, SegmentTime)
    bare = last.replace(timetable=last.timetable.replace(segments=None), release=None)
    assert told(bare, debate.meeting) == ("CONFIRMED", 0, 1, 1)


def test_proposals_may_take_meetings_away_and_bring_new_ones():
    without = autumn("plenary"), places(gone=("plenary-1", "plenary-2"))
    last = released(released(None, autumn()), *without)
    back = last.replace(forum=autumn().replace(release=last.forum.release, history=last.forum.history))
    back = back.replace(timetable=timetable(autumn()), release=None)
    assert told(last) == ("CANCELLED", 1, 1, 2)
    assert told(back) == ("TENTATIVE", 2, 1, 2)
    first = released(None, *without)
    new = first.replace(forum=autumn().replace(release=first.forum.release, history=first.forum.history))
    new = new.replace(timetable=timetable(autumn()), release=None)
    assert told(new) == ("TENTATIVE", 0, 1, 1)
    gone = back.replace(forum=released(last, autumn()).forum, timetable=timetable(*without))
    assert told(gone) == ("CANCELLED", 3, 1, 3)
    assert events_now(gone)["plenary-2"].proposed


def test_without_a_release_all_is_tentative_and_of_the_forum():
    of = autumn()
    programme = released(None, of).replace(forum=of, release=None)
    assert {
        (one.status, one.sequence, one.created, one.changed) for one in events_now(programme).values()
    } == {("TENTATIVE", 0, of.as_of, of.as_of)}
    assert event_history(of) == {}


def test_days_on_other_dates_are_a_change_of_time():
    first = released(None, autumn())
    week = autumn().clock.replace(
        days=tuple(day.replace(date=day.date.replace(day=day.date.day + 7)) for day in autumn().clock.days)
    )
    moved = first.replace(forum=first.forum.replace(clock=week))
    assert {(one.status, one.sequence) for one in events_now(moved).values()} == {("TENTATIVE", 1)}
    assert len(events_now(moved)) == 6


def test_the_last_release_is_known_without_those_before():
    last = three()[-1].forum
    alone = last.replace(history=())
    assert releases_of(alone) == (last.release,)
    assert event_history(alone)["round-table-4"].sequence == 0


def test_ids_stay_through_releases_that_do_not_say_them():
    first, second, third = three()
    for programme in (first, second, third):
        assert permanent_id(programme.forum, "hearing-1") == "given-out-before@example.org"
    assert len({permanent_id(one.forum, "round-table-4") for one in (first, second, third)}) == 1
    fourth = released(third, autumn(), uids={"hearing-1": "another"})
    assert permanent_id(fourth.forum, "hearing-1") == "another"


def test_words_change_with_all_that_is_seen_beside_the_times():
    of = autumn()
    before = event_words(released(None, of))
    assert all(len(one) == 16 and int(one, 16) for one in before.values())
    assert event_words(released(None, of, places(MOVED))) == before
    table = of.session_by_id["round-table-3"]
    for changed in (
        {"title": "Other"},
        {"description": "Other"},
        {"duties": table.duties[:1]},
        {"webcast": "https://webtv.example.org/3"},
        {"url": "https://example.org/3"},
        {"kind": "dialogue"},
    ):
        sessions = (*autumn("round-table-3").sessions, table.replace(**changed))
        now = event_words(released(None, autumn(sessions=sessions)))
        assert {name for name in before if now[name] != before[name]} == {"round-table-3"}, changed
    rooms = tuple(one.replace(name=f"New {one.name}") if one.seats == 1800 else one for one in of.rooms)
    now = event_words(released(None, autumn(rooms=rooms)))
    assert {name for name in before if now[name] != before[name]} == {"plenary-1", "plenary-2"}
    assert not set(event_words(released(None, autumn(organizer="other@example.org"))).values()) & set(
        before.values()
    )


def test_words_know_speakers_and_no_clock_times():
    of = autumn()
    before = event_words(released(None, of))
    parties = tuple(one.replace(name=f"Dr. {one.name}") if one.party == "iom" else one for one in PARTIES)
    assert event_words(released(None, autumn(parties=parties)))["hearing-1"] != before["hearing-1"]
    made = timetable(of)
    late = next(one for one in made.segments if one.meeting == "plenary-1")
    assert late.start == at(of, "day-2", 10)
    parts = tuple(one.replace(end=one.end - 5) if one == late else one for one in made.segments)
    shifted = released(None, of).replace(timetable=made.replace(segments=parts))
    assert event_words(shifted) == before
