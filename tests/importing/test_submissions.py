"""Submissions of pretalx as JSON."""

from datetime import datetime

import pytest

from tests.importing.files import ZONE, page, read, refused, submission


def test_submissions_with_slots_are_read():
    found = read(page(submission()), timezone=ZONE)
    (one,) = found.sessions
    assert (one.session, one.kind, one.title, one.track, one.minutes) == (
        "abcdef",
        "talk",
        "First",
        "main",
        45,
    )
    (place,) = found.placements
    assert (place.room, place.start, place.uid) == ("hall", datetime(2026, 5, 1, 10), "")  # noqa: DTZ001
    assert [one.name for one in found.people] == ["Ada Example"]
    assert found.ids["session/ABCDEF"] == "abcdef"


def test_a_list_without_pages_is_read_too():
    content = page(submission()).decode()
    assert len(read(content[content.index("[") : -2].encode(), timezone=ZONE).sessions) == 1


def test_a_submission_with_several_slots_is_several_sessions():
    slots = [
        {"room": {"name": {"en": "Hall"}, "id": 1}, "start": f"2026-05-0{day}T08:00:00Z", "end": None}
        for day in (1, 2)
    ]
    found = read(page(submission(slot=None, slots=slots)), timezone=ZONE)
    assert [(one.session, one.minutes) for one in found.sessions] == [("abcdef", 30), ("abcdef-2", 30)]


def test_what_has_no_slot_has_no_place():
    bare = submission("GHIJKL", slot={"room": None, "start": None, "end": None})
    found = read(page(submission(), bare), timezone=ZONE)
    assert (len(found.sessions), len(found.placements)) == (2, 1)


def test_what_is_not_accepted_is_left_out():
    found = read(page(submission(), submission("B", state="submitted", title="Not yet")), timezone=ZONE)
    assert found.noted == ("Left out, as they are cancelled or not accepted: 1 (Not yet).",)


def test_speakers_may_be_known_by_their_codes_alone():
    one, other = (
        submission(speakers=["S1", "S2", " "]),
        submission("B", speakers=[{"code": "S1", "name": "Ada"}]),
    )
    found = read(page(one, other, submission("C", speakers=None)), timezone=ZONE)
    assert [(who.party, who.name) for who in found.people] == [("ada", "Ada"), ("s2", "S2")]
    said = (
        "Only the codes or numbers of speakers, types or tracks stand in the file. Maybe ask for more, with"
    )
    expand = f"{said} expand=speakers,submission_type,track,slots.room."
    assert found.noted == (expand,)
    assert read(page(submission(track=3)), timezone=ZONE).noted == (expand,)
    assert read(page(submission()), timezone=ZONE).noted == ()


def test_rooms_have_their_seats():
    room = {"id": 3, "name": {"en": "Hall"}, "capacity": 290}
    slots = [{"room": room, "start": "2026-05-01T08:00:00Z", "end": None}]
    found = read(page(submission(slot=None, slots=slots)), timezone=ZONE)
    assert [(one.room, one.seats) for one in found.rooms] == [("hall", 290)]
    assert found.ids["room/3"] == "hall"
    room["capacity"] = "many"
    assert refused(page(submission(slot=None, slots=slots)), timezone=ZONE)[0][1] == "capacity"


def test_texts_in_other_languages_are_read():
    said = submission(submission_type={"fr": "Exposé", "de": ""}, track={}, title={"de": "Erster"})
    (one,) = read(page(said), timezone=ZONE).sessions
    assert (one.kind, one.track, one.title) == ("expose", None, "Erster")


@pytest.mark.parametrize(
    ("content", "field", "said"),
    [
        (page(submission(title=None)), "title", "is missing. Maybe give the submission a title"),
        (page(submission(slot=None, duration=None)), "duration", "is missing. Maybe 00:30"),
        (page(submission(slot={"start": "soon"})), "start", "'soon' is no point in time."),
        (
            page(submission(slot={"start": "2026-05-01T08:00:00Z", "end": "late"})),
            "end",
            "'late' is no point in time.",
        ),
        (page(submission(), next="https://example.org/2"), "next", "is one page of several."),
        (page(), "results", "has neither days of a conference nor submissions under results."),
        (b"{}", "results", "has neither days of a conference nor submissions under results."),
    ],
)
def test_what_cannot_be_understood_is_refused(content, field, said):
    (line, where, sentence), *others = refused(content, timezone=ZONE)
    assert (where, others) == (field, [])
    assert sentence.startswith(said)
    assert line is not None


def test_the_zone_stands_in_no_list_of_submissions():
    assert [one[1] for one in refused(page(submission()))] == ["timezone"]
    assert read(page(submission(), timezone=ZONE)).timezone == ZONE


def test_no_more_is_read_after_many_problems():
    assert len(refused(page(*[submission(title=None)] * 40), timezone=ZONE)) == 21
