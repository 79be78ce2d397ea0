"""``pins.yaml``: what is refused in it, with its line and what would be right."""

from pathlib import Path

import pytest

from tests.reading.small import FORUM, SESSIONS, problems_of, release, write

PINS = "pins:\n  - pin: {session: talk}\n    by: A\n    because: b\n"


def with_pins(tmp_path: Path, pins: str = PINS, **changes: str | None) -> Path:
    return write(tmp_path, **{"small-2030/pins.yaml": pins, **changes})


_END = "    by: A\n    because: b\n"
_NO_VERB = "none of pin, ban, at and not-at stands in one entry. Maybe write one of them in each"
_ENTRIES = {
    "no verb": ("  - window: day-1\n", 2, "", _NO_VERB),
    "empty verb": ("  - pin:\n", 2, "", _NO_VERB),
    "two verbs": (
        "  - pin: {session: talk}\n    not-at: {session: talk}\n    room: hall\n",
        2,
        "",
        "pin and not-at stand in one entry. Maybe write one of them in each",
    ),
    "key": (
        "  - at: {session: talk}\n    windw: day-1\n",
        3,
        "windw",
        "there is no field 'windw' here. Maybe window",
    ),
    "pin with a window": (
        "  - pin: {session: talk}\n    window: day-1\n",
        2,
        "",
        "pin takes no window and no room. Maybe at, or not-at",
    ),
    "at with a release": (
        "  - at: {session: talk}\n    release: 1\n    room: hall\n",
        2,
        "",
        "at takes no release. Maybe pin, or ban",
    ),
    "not-at without a place": (
        "  - not-at: {session: talk}\n",
        2,
        "",
        "not-at says neither when nor where. Maybe add a window or a room",
    ),
    "ban without a release": (
        "  - ban: {session: talk}\n",
        2,
        "",
        "ban does not say of which release. Maybe add release: with its number",
    ),
    "a bare id": (
        "  - pin: talk\n",
        2,
        "pin",
        "'talk' does not say what it is the id of. Maybe {session: talk}",
    ),
    "two ids": (
        "  - pin: {session: talk, room: hall}\n",
        2,
        "pin",
        "one id is named here, not 2. Maybe one of session, meeting, party, room, day",
    ),
    "a list": ("  - pin: [talk]\n", 2, "pin", "a list is no map of keys and values"),
    "a sort": (
        "  - pin: {sesion: talk}\n",
        2,
        "sesion",
        "there is no field 'sesion' here. Maybe session",
    ),
    "a room for at": (
        "  - at: {room: hall}\n    window: day-1\n",
        2,
        "room",
        "there is no field 'room' here. Maybe one of meeting, party, session",
    ),
    "session": ("  - pin: {session: talks}\n", 2, "session", "there is no session 'talks'. Maybe talk"),
    "meeting": (
        "  - pin: {meeting: plenary}\n",
        2,
        "meeting",
        "there is no meeting 'plenary'. Maybe plenary-1",
    ),
    "room": ("  - pin: {room: hal}\n", 2, "room", "there is no room 'hal'. Maybe hall"),
    "day": (
        "  - pin: {day: day-9}\n",
        2,
        "day",
        "there is no day 'day-9'. Maybe one of day-1, day-2, hearing-day",
    ),
    "party": ("  - pin: {party: adda}\n", 2, "party", "there is no party 'adda'. Maybe ada"),
    "window": (
        "  - at: {session: talk}\n    window: day-1 mornin\n",
        3,
        "window",
        "there is no period 'mornin'. Maybe morning",
    ),
    "one of two windows": (
        "  - at: {session: talk}\n    window:\n      - day-1\n      - day-7\n",
        5,
        "window",
        "there is no day 'day-7'. Maybe one of day-1, day-2, hearing-day",
    ),
    "room of at": (
        "  - at: {session: talk}\n    room: [hall, anex]\n",
        3,
        "room",
        "there is no room 'anex'. Maybe annex",
    ),
    "a room that is not open": (
        "  - at: {session: talk}\n    room: cellar\n",
        3,
        "room",
        "there is no room open to this forum 'cellar'. Maybe one of annex, hall",
    ),
    "number": (
        "  - pin: {session: talk}\n    release: one\n",
        3,
        "release",
        "'one' is no whole number. Maybe write it in digits",
    ),
    "release": (
        "  - pin: {session: talk}\n    release: 7\n",
        3,
        "release",
        "there is no release '7'. Maybe 1",
    ),
    "nothing of the release": (
        "  - pin: {day: hearing-day}\n",
        2,
        "day",
        "release 1 does not have every meeting of hearing-day. "
        "Maybe one of plenary-1, plenary-2, talk, workshop",
    ),
}


@pytest.mark.parametrize("name", _ENTRIES)
def test_a_faulty_entry_is_refused(tmp_path: Path, name: str) -> None:
    entry, line, key, sentence = _ENTRIES[name]
    folder = with_pins(tmp_path, f"pins:\n{entry}{_END}")
    found = [(one.line, one.field, one.sentence) for one in problems_of(folder)]
    assert found == [(line, key, sentence)]
    assert {one.file for one in problems_of(folder)} == {(folder / "pins.yaml").as_posix()}


_FILES = {
    "no list": ("pins: {}\n", 1, "pins", "is no list. Maybe begin each entry with a hyphen"),
    "no key": ("pin: []\n", 1, "pin", "there is no field 'pin' here. Maybe pins"),
    "no map": ("- pin\n", 1, "", "is no map of keys and values. Maybe begin with 'key: value'"),
    "nobody": (
        "pins:\n  - pin: {session: talk}\n    because: b\n",
        2,
        "by",
        "is missing",
    ),
    "an empty reason": (
        "pins:\n  - pin: {session: talk}\n    by: A\n    because: '  '\n",
        4,
        "because",
        "is empty. Maybe put something in",
    ),
    "a reason that is a list": (
        "pins:\n  - pin: {session: talk}\n    by: A\n    because: [b]\n",
        4,
        "because",
        "a list is no text. Maybe put it in quotes",
    ),
}


@pytest.mark.parametrize("pins", ["", "\n \n", "# nothing is held yet\n"])
def test_a_file_of_nothing_says_what_could_stand_in_it(tmp_path: Path, pins: str) -> None:
    folder = with_pins(tmp_path, pins)
    (problem,) = problems_of(folder)
    assert (problem.file, problem.line) == ((folder / "pins.yaml").as_posix(), None)
    entry = "pins: [{pin: {session: talk}, by: A. Planner, because: it is booked}]"
    assert problem.sentence == f"is empty. Maybe delete it, or write {entry}"
    assert problems_of(with_pins(tmp_path / "other", entry)) == ()


@pytest.mark.parametrize("name", _FILES)
def test_a_faulty_file_is_refused(tmp_path: Path, name: str) -> None:
    pins, line, key, sentence = _FILES[name]
    found = [(one.line, one.field, one.sentence) for one in problems_of(with_pins(tmp_path, pins))]
    assert (line, key, sentence) in found


def test_nothing_can_be_pinned_before_the_first_release(tmp_path: Path) -> None:
    (problem,) = problems_of(with_pins(tmp_path, **{"small-2030/releases/release-1.json": None}))
    hint = "so nothing can be held as it was. Maybe write at, or not-at"
    assert (problem.line, problem.field) == (2, "pin")
    assert problem.sentence == f"nothing has been released yet, {hint}"


def test_a_faulty_release_is_not_said_again_of_the_pins(tmp_path: Path) -> None:
    faulty = {"small-2030/releases/release-1.json": release(status="final")}
    assert [one.field for one in problems_of(with_pins(tmp_path, **faulty))] == ["status"]


def test_a_meeting_that_the_release_does_not_have_cannot_stay(tmp_path: Path) -> None:
    more = f"{SESSIONS}  - {{session: ball, kind: talk, title: Ball, minutes: 30}}\n"
    pins = "pins:\n  - pin: {session: ball}\n    by: A\n    because: b\n"
    (problem,) = problems_of(with_pins(tmp_path, pins, **{"small-2030/sessions.yaml": more}))
    assert problem.field == "session"
    assert problem.sentence.startswith("release 1 does not have Ball. Maybe ")


def test_a_mandate_cannot_be_named_as_the_pins_are(tmp_path: Path) -> None:
    charter = "mandate: pins\ntitle: Pins\nclauses: []\n"
    forum = FORUM.replace("[physical, charter]", "[physical, charter, pins]")
    files = {"small-2030/forum.yaml": forum, "mandates/pins.yaml": charter}
    found = [one.sentence for one in problems_of(with_pins(tmp_path, PINS, **files))]
    assert "'pins' is what pins.yaml is reported as. Maybe give the mandate another name" in found


def test_a_file_of_a_nearby_name_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path, **{"small-2030/pin.yaml": PINS})
    assert [one.sentence for one in problems_of(folder)] == [
        "is no file of a forum. Maybe rename it to pins.yaml"
    ]


def test_a_release_that_is_not_there_is_reported_with_the_other_mistakes(tmp_path):
    pins = (
        "pins:\n  - pin: {session: talk}\n    release: 9\n    by: A\n    because: b\n"
        "  - at: {session: talk}\n    windw: day-1\n    by: A\n    because: b\n  - word\n"
    )
    sentences = {one.sentence for one in problems_of(with_pins(tmp_path, pins))}
    assert "there is no release '9'. Maybe 1" in sentences
    assert "there is no field 'windw' here. Maybe window" in sentences
    assert len(sentences) > 2
