"""``hemicycle roll-forward``: what carries over, what to decide again, and what differs in the mandate."""

import shutil

import pytest

from tests.cli.running import hemicycle
from tests.golden.folders import DATA, edited


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path


def said(capsys, *arguments: str) -> str:
    ended = hemicycle(capsys, "roll-forward", *arguments)
    assert ended.code == 0
    return " ".join(ended.out.split())


def test_from_2022_to_2030(here, capsys):
    text = said(capsys, "imrf-2022", "imrf-2030")
    assert "The days: hearing-day, day-1, day-2, day-3 and day-4, as far from one another." in text
    assert "Placeholder: the week is not chosen yet" in text
    assert (
        "Who is appointed in Round table 1: 2 co-chairs. "
        "In imrf-2022: Egypt (co-chair) and Germany (co-chair)."
    ) in text
    assert "When other bodies have the rooms: no booking is entered" in text
    keynote = "Keynote speaker of the Department of Economic and Social Affairs (name not found)"
    assert f"4 parties less: {keynote}, Kathleen Newland" in text
    assert "Türkiye, no longer Turkey" in text
    assert "Mandate ares-73-326 No clause differs: 44 are the same." in text
    assert "Mandate releases" not in text


def test_from_2026_bookings_are_known(here, capsys):
    text = said(capsys, "imrf-2022", "data/imrf-2026")
    assert "no booking is entered" not in text
    assert "Trusteeship Council Chamber is closed on day-1 10:00-13:00 (NPT Review Conference)." in text
    assert "Conference Room 1 is open to the forum." in text


def test_a_reviewed_mandate_is_compared_clause_by_clause(here, capsys):
    folder = here / "data/mandates"
    text = (folder / "ares-73-326.yaml").read_text(encoding="utf-8")
    text = text.replace("mandate: ares-73-326", "mandate: reviewed").replace("count: 4\n", "count: 3\n", 1)
    text = text.replace("windows: [day-3, day-4]", "windows: [day-3]")
    text = text.replace("{number: 4, objectives: [1, 3, 7, 17, 23]}", "{number: 4, objectives: [1, 23]}")
    text = text.replace("    says: The forum lasts four days", "    says: It lasts three days").replace(
        "    party-kind: member-state\n", ""
    )
    head, rest = text.split("  - clause: 21(e)/keynote")
    text = (
        head
        + "  # Paragraph 22"
        + rest.split("  - clause: 21(f)/writing-time")[1].split("# Paragraphs 22")[1]
    )
    text += """
  - clause: 28/short
    paragraph: "28"
    tier: practice
    says: Round tables are short.
    rule: so-many
    sessions: {kind: round-table}
    at-most: 9
"""
    (folder / "reviewed.yaml").write_text(text, encoding="utf-8")
    path = here / "data/imrf-2030/forum.yaml"
    edited(path, ("  - ares-73-326\n", "  - reviewed\n"), ("  - [21(f)/writing-time]\n", ""))
    found = said(capsys, "imrf-2022", "imrf-2030")
    assert "Mandate reviewed, in the place of ares-73-326" in found
    assert (
        '1(d)/four-days (paragraph 1(d)) is changed: says is "It lasts three days, the day of the hearing'
        in found
    )
    assert "count is 3 instead of 4" in found
    assert "windows is day-3 instead of day-3, day-4" in found
    assert "number 4 objectives 1, 23 instead of number 1" in found
    assert "party-kind is nothing instead of member-state" in found
    assert "21(e)/keynote (paragraph 21(e)) is gone: A round table has one keynote speaker at most." in found
    assert "28/short (paragraph 28) is added: Round tables are short." in found
    document = hemicycle(capsys, "roll-forward", "imrf-2022", "imrf-2030", "--json").json
    (mandate,) = [one for one in document["mandates"] if one["now"] == "reviewed"]
    changes = {one["clause"]: one for one in mandate["clauses"]}
    assert {name: one["change"] for name, one in changes.items()} == {
        "1(d)/four-days": "changed",
        "18(a)/plenary-days": "changed",
        "21(b)/split": "changed",
        "21(c)/co-chairs": "changed",
        "21(e)/keynote": "gone",
        "21(f)/writing-time": "gone",
        "28/short": "added",
    }
    assert changes["1(d)/four-days"]["fields"][1:] == [{"field": "count", "before": "4", "now": "3"}]
    assert (mandate["before"], mandate["same"]) == ("ares-73-326", 38)


def test_forums_of_other_formats(here, capsys):
    text = said(capsys, "imrf-2030", "ocean-conference-2025")
    assert "Mandate ares-78-128, which is new" in text
    assert "Mandate ares-73-326, which is no longer followed" in text
    assert "The time zone or the periods of its days." in text
    assert "The days: day-1 on 2025-06-09, day-2 on 2025-06-10," in text
    assert " parties more: " in text
    assert "Mandate national-consultation, which is new" in said(
        capsys, "ocean-conference-2025", "national-consultation"
    )


def test_what_is_decided_and_the_same(here, capsys):
    text = said(capsys, "national-consultation", "national-consultation")
    assert "What is otherwise Nothing." in text
    assert "Who is appointed in Round table 1: 2 co-chairs, a moderator and a panellist." in text


def test_nothing_carries_over_and_nothing_is_open(here, capsys):
    folder = here / "data/small"
    shutil.copytree(here / "data/national-consultation", folder)
    slots = folder / "side-event-slots.yaml"
    slots.write_text(slots.read_text(encoding="utf-8").replace("day-1 ", "first "), encoding="utf-8")
    (folder / "side-events.csv").unlink()
    sessions = """sessions:
  - {session: talk, kind: round-table, number: 1, title: Talk, minutes: 90}
  - {session: start, kind: opening, title: Start, minutes: 30}
  - {session: end, kind: debate, title: End, minutes: 30}
"""
    (folder / "sessions.yaml").write_text(sessions, encoding="utf-8")
    (folder / "parties.csv").write_text("party,name,kind\nada,Ada,expert\n", encoding="utf-8")
    (folder / "rooms.yaml").write_text("open: [small-room]\n", encoding="utf-8")
    (folder / "bookings.csv").write_text(
        "room,start,end\nsmall-room,2029-10-02 08:00,2029-10-02 08:30\n", encoding="utf-8"
    )
    path = folder / "forum.yaml"
    text = path.read_text(encoding="utf-8").replace("forum: national-consultation", "forum: small")
    text = text.replace("  day-1: 2029-10-02\n", "  first: 2029-10-02\n").replace(
        "placeholder:", "# placeholder:"
    )
    text = text.replace("  - national-consultation\n", "")
    text = text[: text.index("levels:")]
    path.write_text(text, encoding="utf-8")
    found = said(capsys, "imrf-2022", "small")
    assert "What carries over Nothing." in found
    assert "What has to be decided again Nothing: all is decided." in found
    assert "1 room" not in found.partition("What is otherwise")[0]


def test_what_planners_had_decided(here, capsys):
    aside = "set-aside:\n  - clause: practice/room-gap\n    because: the rooms are set up alike\n"
    edited(here / "data/imrf-2026/forum.yaml", ("set-aside: []\n", aside), ("  - [practice/room-gap]\n", ""))
    (here / "data/imrf-2026/pins.yaml").write_text(PINS, encoding="utf-8")
    edited(
        here / "data/imrf-2030/forum.yaml",
        (
            "  - milestone: stakeholder-list\n    done:\n",
            "  - milestone: stakeholder-list\n    done: 2029-01-03\n",
        ),
    )
    text = said(capsys, "imrf-2026", "imrf-2030")
    assert (
        "Whether practice/room-gap is set aside again, as in imrf-2026: the rooms are set up alike." in text
    )
    assert "Whether the 1 pin of imrf-2026 stay" in text
    path = here / "data/imrf-2030/forum.yaml"
    edited(path, ("set-aside: []\n", aside), ("  - [practice/room-gap]\n", ""))
    (here / "data/imrf-2030/pins.yaml").write_text(PINS, encoding="utf-8")
    assert "of imrf-2026 stay" not in (text := said(capsys, "imrf-2026", "imrf-2030"))
    assert "is set aside again" not in text


PINS = """pins:
  - not-at: {session: hearing}
    room: trusteeship-council-chamber
    by: A. Planner
    because: it was asked for
"""


def test_a_wish_of_its_own_that_is_new(here, capsys):
    edited(
        here / "data/imrf-2030/clauses.yaml",
        ("says: As few parties", "says: Really as few parties"),
        ("clause: wish/numbered-order", "clause: wish/in-order"),
    )
    edited(here / "data/imrf-2030/forum.yaml", ("[wish/numbered-order]", "[wish/in-order]"))
    text = said(capsys, "imrf-2026", "imrf-2030")
    assert "The clause wish/fewest-torn: says." in text
    assert "The clause wish/in-order is added: The round tables are held" in text
    assert "The order in which wishes count." in text.partition("What is otherwise")[2]


def test_slots_for_side_events_carry_over(here, capsys):
    hemicycle(capsys, "new", "imrf-2034", "--like", "imrf-2022", "--first-day", "2034-05-16")
    text = said(capsys, "imrf-2022", "imrf-2034")
    carried, _, rest = text.partition("What has to be decided again")
    assert "20 slots for side events: hearing-day-morning-1, hearing-day-morning-2," in carried
    assert "side events" not in rest
    old, evening = "window: day-3 13:00-15:00", "{slot: day-4-evening,"
    path = here / "data/imrf-2034/side-event-slots.yaml"
    edited(path, (old, "window: day-3 13:00-14:30"), (evening, "{slot: farewell,"))
    document = hemicycle(capsys, "roll-forward", "imrf-2022", "imrf-2034", "--json").json
    assert "18 slots for side events: hearing-day-morning-1," in document["carries-over"][-1]
    assert document["otherwise"][-3:] == [
        "1 slot for side events less: day-4-evening.",
        "1 slot for side events more: farewell.",
        "The slot day-3-lunch for side events: day-3 13:00-14:30, virtual, no longer "
        "day-3 13:00-15:00, virtual.",
    ]


def test_slots_in_rooms_are_compared_with_their_rooms(here, capsys):
    hemicycle(capsys, "new", "another", "--like", "national-consultation", "--first-day", "2031-06-10")
    assert "3 slots for side events: early, lunch and evening." in said(
        capsys, "national-consultation", "another"
    )
    edited(here / "data/another/side-event-slots.yaml", ("room: small-room", "room: large-room"))
    text = said(capsys, "national-consultation", "another")
    assert "2 slots for side events: early and evening." in text
    assert (
        "The slot lunch for side events: day-1 12:30-14:00, in person and virtual, Large meeting room, "
        "no longer day-1 12:30-14:00, in person and virtual, Small meeting room."
    ) in text


def test_requests_and_inscriptions_do_not_carry_over(here, capsys):
    old, new = here / "data/national-consultation", here / "data/imrf-2030"
    asked = "Who asks for a slot for a side event: what was asked for stays with national-consultation."
    slots = "When side events can be held: national-consultation had 3 slots."
    listed = "Who is on the list of speakers: who was inscribed stays with national-consultation"
    happened = ", and so does what happened to its list."
    text = said(capsys, "national-consultation", "imrf-2030")
    assert asked in text
    assert slots in text
    assert "side events less" not in text
    assert "list of speakers:" not in text
    (old / "inscriptions.csv").write_text("party,level,inscribed\n", encoding="utf-8")
    assert f"{listed}." in said(capsys, "national-consultation", "imrf-2030")
    (old / "speakers-events.csv").write_text("at,event\n", encoding="utf-8")
    assert f"{listed}{happened}" in said(capsys, "national-consultation", "imrf-2030")
    for name in ("inscriptions.csv", "side-events.csv"):
        shutil.copy(old / name, new / name)
    text = said(capsys, "national-consultation", "imrf-2030")
    assert asked not in text
    assert listed not in text


def test_slots_that_are_wrong_are_refused(here, capsys):
    edited(
        here / "data/imrf-2022/side-event-slots.yaml", ("window: day-4 13:00-15:00", "window: day-5 lunch")
    )
    ended = hemicycle(capsys, "roll-forward", "imrf-2022", "imrf-2030")
    assert ended.code == 2
    assert "data/imrf-2022/side-event-slots.yaml:46: field 'window': there is no day 'day-5'" in ended.err


def test_there_is_no_such_forum(here, capsys):
    ended = hemicycle(capsys, "roll-forward", "imrf-2022", "imrf-2031")
    assert ended.code == 2
    assert "there is no forum 'imrf-2031'. Maybe" in ended.err
