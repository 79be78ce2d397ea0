"""Whatever happens to a list: nobody is lost or speaks twice, levels and times are kept, least change."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.judging import judge_speakers
from scheduler.use_cases.speakers_planning import Planned
from tests.agreement.test_speakers import every_list
from tests.speakers.staged import (
    LEVELS,
    WISHES,
    debated_of,
    forum_with,
    happening,
    inscribed,
    late,
    planning,
    rules_for,
)

PARTIES = ["ames", "bern", "cork", "dover", "eger"]
FORUM = forum_with(PARTIES)
RULES = rules_for(FORUM)
DEBATED = debated_of(FORUM, RULES, Path("mini-forum"))
WINDOWS = [
    "day-1 10:00-10:08",
    "day-1 10:05-10:15",
    "day-1 15:00-15:15",
    "day-1 15:02-15:10",
    "until day-1 15:05",
]
TIMES = [f"{hour}:{minute:02} on day-1" for hour in (10, 15) for minute in range(0, 15, 2)]
KINDS = [*2 * ["absent", "swap", "late", "called"], "withdrawn", "right-of-reply"]


@st.composite
def courses(draw):
    """Draw inscriptions of a first list and of late ones, and what happens between."""
    made = [
        inscribed(
            FORUM,
            party,
            draw(st.sampled_from(LEVELS)),
            number,
            there=draw(st.sampled_from([(), (), *([window] for window in WINDOWS)])),
        )
        for number, party in enumerate(PARTIES)
    ]
    count = draw(st.integers(2, 4))
    times = sorted(draw(st.lists(st.sampled_from(TIMES), min_size=1, max_size=3)))
    later = iter(made[count:])
    found = []
    for time in times:
        kind = draw(st.sampled_from(KINDS))
        parties = draw(st.permutations(PARTIES[:count]))
        extra = next(later, None) if kind == "late" else None
        if extra is not None:
            found.append(late(FORUM, time, extra))
        elif kind == "swap":
            found.append(happening(FORUM, time, kind, parties[0], other=parties[1]))
        elif kind != "late":
            found.append(happening(FORUM, time, kind, parties[0]))
    return made[:count], found


@given(courses())
@settings(max_examples=120, deadline=None)
def test_whatever_happens_the_list_stays_a_list(drawn):
    first, events = drawn
    plan = planning(DEBATED, RULES, [*first, *(late for one in events for late in one.inscriptions)])
    planned = plan.begin(first)
    if not isinstance(planned, Planned):
        return
    known = {one.party for one in first}
    every = [*first, *(late for one in events for late in one.inscriptions)]
    unbound = {one.party for one in every if not one.available}
    for event in events:
        known |= {one.party for one in event.inscriptions}
        before = planned.spoken
        if event.what == "called" and event.party in {one.party for one in planned.debate.made}:
            continue  # who has spoken is not called again, unless somebody has mistaken the line
        plan.happen(planned, event)
        _nobody_is_lost_or_twice(planned, known)
        _times_and_limits_are_kept(planned)
        _levels_are_in_order(planned, unbound)
        _what_was_said_stays(planned, before, told=event.what == "called")
        _no_other_list_changes_less(planned)


def _nobody_is_lost_or_twice(planned, known):
    listed = [one.party for one in planned.spoken.order]
    out = {one.party for one in planned.not_listed}
    assert len(listed) == len({*listed})
    assert {*listed} | out == known
    assert {*listed}.isdisjoint(out)


def _times_and_limits_are_kept(planned):
    breaches, _ = judge_speakers(FORUM, RULES, planned.debate, planned.spoken)
    assert breaches == ()
    assert planned.faults == []
    for one in planned.spoken.order:
        there = next((call.there for call in planned.debate.calls if call.party == one.party), None)
        assert there is None or any(start <= one.start and one.end <= end for start, end in there)


def _levels_are_in_order(planned, unbound):
    """Compare those still to speak who were never bound to times and to whom nothing has happened."""
    calls = planned.debate.call_by_party
    called = [calls[one.party] for one in planned.spoken.order if one.party in calls]
    plain = [call for call in called if call.party in unbound and call.party not in planned.because]
    assert all(one.rank <= other.rank for one, other in pairwise(plain))


def _what_was_said_stays(planned, before, *, told):
    """Compare with the list before; who is said to have the floor tells the times of those before it."""
    said = [one for one in planned.debate.made if not one.reply]
    if told:
        order = [one.party for one in before.order]
        assert sorted(order.index(one.party) for one in said) == list(range(len(said)))
    else:
        assert {*said} <= {*before.order}


def _no_other_list_changes_less(planned):
    """Look at every list there is, unless too many speakers are left for that."""
    debate = planned.debate
    if not (debate.replanned and debate.stretches) or len(debate.calls) > 4:
        return
    prices = [
        _prices(charges)
        for breaches, charges in (
            judge_speakers(FORUM, RULES, planned.debate, spoken) for spoken in every_list(planned.debate)
        )
        if not breaches
    ]
    _, charges = judge_speakers(FORUM, RULES, planned.debate, planned.spoken)
    assert _prices(charges) == min(prices)


def _prices(charges):
    return tuple(sum(one.price for one in charges if one.clause == name) for name in WISHES)
