"""Among those that wish the same the one asked for earlier has it, and the others are told why not."""

import pytest

from scheduler.board.side_events import SideEventsBoard
from scheduler.domain.side_events import SideEventPlan
from scheduler.publishing.side_event_words import wish_reasons
from scheduler.publishing.slots_words import slots_words
from scheduler.solving import Limits
from scheduler.solving.side_events import assign
from scheduler.use_cases.side_events_left_out import paid_by_level
from scheduler.use_cases.side_events_wishes import not_as_wished
from tests.mini import clause_of
from tests.side_events.stages import pinned, price_of, stage_of
from tests.side_events.test_best import FIRM, WISHES, with_clauses

SLOTS = """day-1 08:00-09:00 early   side-event-8
           day-1 18:00-19:00 evening side-event-9"""
EVENING = "day-1 18:00-19:00"
SAYS = "A promise of the example"


def asked_for(**said):
    """Make an overlay that asks for side events, ``a`` for ``side-event-a``."""
    return {f"side-event-{name}": {"minutes": 60, **words} for name, words in said.items()}


def stage(asked, text=SLOTS, beside=None, clauses=(*FIRM, *WISHES)):
    """Make a stage of which only the side events that are asked for stay."""
    around, _ = stage_of({**(beside or {}), "side-events": asked}, text)
    own = tuple(one for one in around.side_events.side_events if one.side_event in asked)
    side_events = around.side_events.replace(side_events=own)
    return with_clauses(around.replace(side_events=side_events), clauses)


def slots_of(asked, text=SLOTS):
    found = assign(*stage(asked, text), Limits())
    assert found.status == "optimal"
    return {one.side_event.removeprefix("side-event-"): one.slot for one in found.placements}


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_the_earlier_one_has_what_both_wish(first, second):
    early, late = ({"wishes": [EVENING], "asked": f"2029-11-0{day}"} for day in (2, 5))
    asked = asked_for(**{first: early, second: late})
    assert slots_of(asked) == {first: "evening", second: "early"}


def test_of_one_day_the_first_by_name_has_what_both_wish_whatever_slot_is_earlier():
    assert slots_of(asked_for(a={"wishes": [EVENING]}, b={"wishes": [EVENING]})) == {
        "a": "evening",
        "b": "early",
    }


def test_one_with_a_day_comes_before_one_without():
    late = {"wishes": [EVENING], "asked": "2029-11-05"}
    assert slots_of(asked_for(a={"wishes": [EVENING]}, b=late)) == {"a": "early", "b": "evening"}


def test_no_wish_is_lost_for_who_asked_earlier():
    """The first could have its wish only if neither of the two others had theirs."""
    text = """day-1 08:00-09:00 early side-event-7
              day-1 13:00-14:00 one   side-event-8
              day-1 14:00-15:00 two   side-event-9
              day-1 13:30-14:30 over  side-event-6"""
    asked = asked_for(
        a={"wishes": ["day-1 13:30-14:30"], "asked": "2029-11-02"},
        b={"wishes": ["day-1 13:00-14:00"], "asked": "2029-11-05"},
        c={"wishes": ["day-1 14:00-15:00"], "asked": "2029-11-06"},
    )
    assert slots_of(asked, text) == {"a": "early", "b": "one", "c": "two"}


def test_the_earlier_one_has_what_both_wish_next():
    text = """day-1 08:00-09:00 early   side-event-6
              day-1 09:00-10:00 late    side-event-7
              day-1 18:00-19:00 evening side-event-9"""
    wishes = [EVENING, "day-1 09:00-10:00"]
    asked = asked_for(
        a={"wishes": wishes, "asked": "2029-11-05"},
        b={"wishes": wishes, "asked": "2029-11-02"},
        c={"wishes": [EVENING], "asked": "2029-11-01"},
    )
    assert slots_of(asked, text) == {"a": "early", "b": "late", "c": "evening"}


def test_both_readings_charge_a_wish_of_the_earlier_one_more():
    asked = asked_for(
        a={"wishes": [EVENING], "asked": "2029-11-02"}, b={"wishes": [EVENING], "asked": "2029-11-05"}
    )
    clause = clause_of("side-event-wishes", {"count": "first", "first-come": True}, "preference", "w")
    around, (rule,) = stage(asked, clauses=(clause,))
    for slots, price in ((("evening", "early"), 1), (("early", "evening"), 2)):
        plan = [around.side_events.placed(*one) for one in zip(sorted(asked), slots, strict=True)]
        assert paid_by_level(around, (rule,), plan) == (price,)
        assert price_of(pinned(around, rule, plan), "w") == price


def test_without_first_come_all_wishes_count_alike():
    clause = clause_of("side-event-wishes", {"count": "first"}, "preference", "w")
    asked = asked_for(a={"wishes": [EVENING], "asked": "2029-11-02"}, b={"wishes": [EVENING]})
    around, (rule,) = stage(asked, clauses=(clause,))
    board = SideEventsBoard(around)
    rule.price(board)
    assert [price for price, _ in board.prices.terms(["w"])] == [1, 1]


def missed(asked, slots, text=SLOTS, beside=None, clauses=(*FIRM, *WISHES)):
    """Say why side events have not what they wish, and the words for it."""
    around, rules = stage(asked, text, beside, clauses)
    plan = [around.side_events.placed(f"side-event-{name}", slot) for name, slot in slots.items()]
    found = not_as_wished(around, rules, plan)
    whole = SideEventPlan(side_events=around.side_events, placements=tuple(plan), not_as_wished=found)
    said = {name: wish_reasons(around.forum, whole, f"side-event-{name}") for name in slots}
    return {one.side_event.removeprefix("side-event-"): one.missed for one in found}, said


def test_who_asked_earlier_is_named():
    asked = asked_for(
        a={"wishes": [EVENING], "asked": "2029-11-02"}, b={"wishes": [EVENING], "asked": "2029-11-05"}
    )
    found, said = missed(asked, {"a": "evening", "b": "early"})
    ((one,),) = found.pop("b")
    assert not found
    assert (one.because, one.slots, one.others) == (SAYS, ("evening",), ("side-event-a",))
    assert said == {"a": [], "b": [f"Wished first was {EVENING}: side-event-a has it. {SAYS}."]}


def test_what_decides_is_said_by_its_level():
    """That a slot is the first wish of another counts before who asked earlier."""
    clauses = (*FIRM, *(one.replace(says=f"It is {one.clause}.") for one in WISHES))
    asked = asked_for(
        a={"wishes": ["day-1 09:00-10:00", EVENING]},
        b={"wishes": [EVENING], "asked": "2029-11-05"},
        c={"wishes": ["day-1 09:00-10:00"], "asked": "2029-11-02"},
    )
    text = f"day-1 09:00-10:00 late side-event-7\n{SLOTS}"
    _, said = missed(asked, {"a": "early", "b": "evening", "c": "late"}, text, clauses=clauses)
    assert said["a"] == [
        "Wished first was day-1 09:00-10:00: side-event-c has it. It is first-wish-first-come.",
        f"Wished second was {EVENING}: side-event-b has it. It is first-wish.",
    ]


def test_two_that_would_be_as_good():
    asked = asked_for(a={"wishes": [EVENING]}, b={"wishes": [EVENING]})
    _, said = missed(asked, {"a": "evening", "b": "early"})
    alike = "Both would be as good, and one of them has to give way."
    assert said["b"] == [f"Wished first was {EVENING}: side-event-a has it. {alike}"]


def test_one_that_would_lose_its_slot_is_not_sent_away():
    """Two are in the way, and only one of them would find another slot."""
    text = """day-1 08:00-09:00 short side-event-7
              day-1 18:00-19:00 one   side-event-8
              day-1 19:00-20:00 two   side-event-9
              day-1 18:30-19:30 over  side-event-6"""
    asked = asked_for(a={"wishes": ["day-1 18:30-19:30"]}, b={}, c={})
    found, said = missed(asked, {"a": "short", "b": "one", "c": "two"}, text)
    ((both, late),) = found["a"]
    assert (both.slots, both.others) == (("over",), ("side-event-b", "side-event-c"))
    assert (late.slots, late.others) == (("two",), ())
    assert said["a"] == [
        "Wished first was day-1 18:30-19:30. Day 1 18:30-19:30: side-event-b and side-event-c have it. "
        f"{SAYS}. Day 1 19:00-20:00: it lasts 60 minutes, longer than the time wished for."
    ]


def test_what_is_too_short_or_without_its_speaker_is_said():
    parties = [
        {"party": "egypt", "name": "Egypt", "kind": "member-state", "unavailable": ["from day-1 17:00"]}
    ]
    asked = asked_for(
        a={"minutes": 90, "wishes": ["day-1 08:00-09:00"]},
        b={"wishes": ["day-1 18:00-18:30", EVENING], "speakers": ["egypt"]},
        c={"wishes": ["day-1 08:00-08:30"]},
    )
    text = f"day-1 13:00-15:00 lunch side-event-7\n{SLOTS}\nday-1 20:00-21:00 night side-event-6"
    _, said = missed(asked, {"a": "lunch", "b": "night", "c": "early"}, text, {"parties": parties})
    elsewhere = "its speaker Egypt is unavailable from day-1 17:00."
    assert said == {
        "a": ["Wished first was day-1 08:00-09:00: it lasts 90 minutes, longer than the slot."],
        "b": [
            f"Wished first was day-1 18:00-18:30: {elsewhere}",
            f"Wished second was {EVENING}: {elsewhere}",
        ],
        "c": ["Wished first was day-1 08:00-08:30: it lasts 60 minutes, longer than the time wished for."],
    }


def test_several_reasons_of_one_wish_have_their_slots():
    asked = asked_for(a={"minutes": 90, "wishes": ["day-1"]}, b={"minutes": 90}, c={})
    text = f"day-1 13:00-15:00 lunch side-event-7\n{SLOTS}\nday-2 13:00-15:00 other side-event-6"
    _, said = missed(asked, {"a": "other", "b": "lunch"}, text, clauses=(*FIRM, WISHES[-2]))
    assert said["a"] == [
        "Wished first was day-1. Day 1 08:00-09:00 and 18:00-19:00: it lasts 90 minutes, longer than the "
        "slot. Day 1 13:00-15:00: side-event-b has it. No better plan was found in the time given."
    ]


def free(clauses):
    """Say why a side event is not in a free slot that it wishes."""
    asked = asked_for(a={"wishes": [EVENING]})
    return missed(asked, {"a": "early"}, clauses=(*FIRM, *clauses))[1]["a"]


def test_a_slot_that_is_free():
    wished = f"Wished first was {EVENING}: it is free, but"
    assert free(WISHES) == [f"{wished} no better plan was found in the time given."]
    assert free(WISHES[:3]) == [f"{wished} that wish counts nothing in this forum."]


def test_a_free_slot_that_costs_more_by_a_clause_of_the_forums_own(monkeypatch):
    paid = lambda around, rules, plan: (plan[0].start,)  # noqa: E731
    for module in ("side_events_left_out", "side_events_wishes"):
        monkeypatch.setattr(f"scheduler.use_cases.{module}.paid_by_level", paid)
    own = clause_of("most-side-events", {}, "preference", "ours").replace(says="Early slots are filled.")
    assert free([own]) == [f"Wished first was {EVENING}: it is free, but early slots are filled."]


WEEK = "\n".join(
    f"day-{day} {hours} slot-{day}-{hours[:2]} side-event-{day}{number}"
    for day in range(1, 6)
    for number, hours in enumerate(("08:00-09:00", "09:00-10:00", "13:00-15:00", "18:00-19:00"))
)


@pytest.mark.parametrize(
    ("takes", "words"),
    [
        (lambda day, hour: True, "All 20 slots"),
        (lambda day, hour: hour != "13", "All 15 slots of 60 minutes"),
        (lambda day, hour: hour == "13", "All 5 slots of 120 minutes"),
        (lambda day, hour: hour == "18", "All 5 slots at 18:00-19:00"),
        (lambda day, hour: (day, hour) != (2, "18"), "All slots but Day 2 18:00-19:00"),
        (
            lambda day, hour: day > 1,
            "All slots but Day 1 08:00-09:00, 09:00-10:00, 13:00-15:00 and 18:00-19:00",
        ),
        (lambda day, hour: day < 4 and hour == "13", "Day 1, Day 2 and Day 3 13:00-15:00"),
        (
            lambda day, hour: hour < "10" and day != 3,
            "8 slots, Day 1, Day 2, Day 4 and Day 5 08:00-09:00 and 09:00-10:00",
        ),
        (
            lambda day, hour: hour == "18" or day == 1,
            "8 slots, Day 1 08:00-09:00, 09:00-10:00, 13:00-15:00 and 18:00-19:00; "
            "Day 2, Day 3, Day 4 and Day 5 18:00-19:00",
        ),
    ],
)
def test_slots_are_named_in_few_words(takes, words):
    around, _ = stage_of({}, WEEK)
    slots = [one.slot for one in around.side_events.slots]
    some = [slot for slot in slots if takes(int(slot.split("-")[1]), slot.split("-")[2])]
    assert slots_words(around.forum, around.side_events, some) == words


def test_two_slots_of_the_same_hours_are_named_once():
    around, _ = stage_of({}, f"{SLOTS}\nday-1 18:00-19:00 other side-event-7")
    words = slots_words(around.forum, around.side_events, ["evening", "other"])
    assert words == "Day 1 18:00-19:00"


def test_a_slot_on_no_day_of_the_forum_is_named_by_its_date():
    around, _ = stage_of({}, "day-1 13:00-14:00 lunch side-event-1")
    (slot,) = around.side_events.slots
    later = slot.replace(
        window=slot.window.replace(start=slot.window.start + 2880, end=slot.window.end + 2880)
    )
    beside = around.side_events.replace(slots=(later,))
    assert slots_words(around.forum, beside, ["lunch"]) == "2030-01-09 13:00-14:00"
