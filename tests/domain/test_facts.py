"""A forum as facts: nothing is lost on the way there and back, and every change is found and taken back."""

import json
from datetime import timedelta
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.facts import Change, changes, facts_of, forum_of, undone
from scheduler.domain.forum import SetAside
from scheduler.domain.room import Closure
from scheduler.reading import read_forum
from tests.agreement.strategies import forums
from tests.docs.pages import ROOT
from tests.mini import forum_of as mini
from tests.mini import release_of

FORUMS = sorted(path.parent for path in (ROOT / "data").glob("*/forum.yaml"))
TEXT = """day-1 10:00-13:00 hall plenary
          day-1 10:00-10:30 plenary/opening"""
OVERLAY = {
    "sessions": {"plenary": {"segments": [{"segment": "opening", "title": "Opening"}]}, "hearing": {}},
    "parties": [
        {"party": "egypt", "name": "Egypt", "kind": "state", "unavailable": ["day-1 morning"]},
        {"party": "iom", "name": "IOM", "kind": "officer"},
    ],
    "closures": [{"room": "hall", "window": "day-2 morning", "because": "taken"}],
}


def without_places(forum):
    """Return a forum whose clauses do not know in which line they stand."""
    bare = [one.replace(clauses=tuple(map(bared, one.clauses))) for one in forum.mandates]
    return forum.replace(mandates=tuple(bare), clauses=tuple(map(bared, forum.clauses)))


def bared(clause):
    return clause.replace(place="")


def forum(**more):
    return mini({**OVERLAY, **more}, TEXT)


def kept(facts):
    """Return facts as a file keeps them."""
    return json.loads(json.dumps(facts))


@pytest.mark.parametrize("folder", FORUMS, ids=lambda path: path.name)
def test_a_bundled_forum_comes_back_as_it_was(folder):
    read = read_forum(folder).forum
    assert without_places(forum_of(kept(facts_of(read)), read)) == without_places(read)


@given(forums(released=True))
@settings(max_examples=60, deadline=None)
def test_any_forum_comes_back_as_it_was(drawn):
    assert forum_of(kept(facts_of(drawn)), drawn) == drawn


def test_releases_and_the_date_of_the_data_are_no_facts():
    of = forum()
    released = of.replace(release=release_of(of, TEXT), history=(release_of(of, TEXT),), spared=("x",))
    assert facts_of(released) == facts_of(of)
    assert "as-of" not in facts_of(of)
    assert forum_of(facts_of(of), released) == released


def staying(*clauses):
    bound = tuple(
        Clause(clause=one, tier="preference", says=one, rule="keep-to-release", mandate="releases")
        for one in clauses
    )
    return Mandate(mandate="releases", title="Staying", clauses=bound)


def test_what_keeps_to_a_release_is_no_fact():
    of = forum(mandates=[{"mandate": "charter", "title": "Charter"}], levels=[["wish"]])
    more = staying("release/day", "release/room")
    with_it = of.replace(
        mandates=(*of.mandates, more), levels=(("release/day",), ("release/room",), ("wish",))
    )
    assert facts_of(with_it) == facts_of(of)
    assert forum_of(facts_of(of), with_it) == with_it
    only = with_it.replace(mandates=(more,))
    assert "mandates" not in facts_of(only)
    assert forum_of(facts_of(only), only) == only


def test_where_a_planner_has_put_it_it_is_a_fact():
    of = forum()
    named = of.replace(
        mandates=(staying("release/day", "release/room"),),
        levels=(("release/day",), ("x",), ("release/room",)),
    )
    assert facts_of(named)["levels"] == [["x"], ["release/room"]]
    assert forum_of(facts_of(named), named) == named
    first = of.replace(mandates=(staying("release/day"), Mandate(mandate="other", title="Other")))
    assert [*facts_of(first)["mandates"]] == ["releases", "other"]


def test_what_the_facts_of_then_say_of_it_counts():
    aside = SetAside(clause="release/room", because="rooms do not matter")
    then = forum().replace(levels=(("x",), ("release/day",)), set_aside=(aside,))
    more = staying("release/day", "release/room", "release/time")
    levels = (("release/day",), ("release/room",), ("release/time",))
    now = forum().replace(mandates=(more,), levels=levels)
    assert forum_of(facts_of(then), now).levels == (("release/time",), ("x",), ("release/day",))


def test_two_things_of_one_name_are_two_facts():
    taken = [{"room": "hall", "window": "day-1", "because": why} for why in ("a", "b", "c")]
    of = forum(closures=taken, holidays=[{"date": "2030-01-07", "name": "A day"}] * 2)
    assert [*facts_of(of)["closures"]] == ["hall day-1", "hall day-1 (2)", "hall day-1 (3)"]
    assert forum_of(facts_of(of), of) == of


def test_what_stands_by_default_is_left_out():
    found = facts_of(forum())["sessions"]["hearing"]
    assert "seats" not in found
    assert "duties" not in found


def test_windows_follow_their_day():
    facts = facts_of(forum())
    days = facts["clock"]["days"]
    for day in days.values():
        year, month, number = map(int, day["date"].split("-"))
        day["date"] = f"{year}-{month:02}-{number + 7:02}"
    moved = forum_of(facts, forum())
    was = forum()
    assert moved.closures[0].window == was.closures[0].window
    later = moved.clock.instant(moved.closures[0].window.start)
    assert later - was.clock.instant(was.closures[0].window.start) == timedelta(days=7)


def test_facts_that_do_not_go_together_are_refused():
    facts = facts_of(forum())
    facts["closures"]["hall day-2 morning"]["window"] = "day-9 morning"
    with pytest.raises(ValueError, match="day-9"):
        forum_of(facts, forum())


CASES = {
    "a closure more": (
        forum(closures=[*OVERLAY["closures"], {"room": "hall", "window": "day-1"}]),
        [("closures", "hall day-1")],
    ),
    "no closure": (forum(closures=[]), [("closures", "hall day-2 morning")]),
    "why a room is closed": (
        forum(closures=[{"room": "hall", "window": "day-2 morning", "because": "painted"}]),
        [("closures", "hall day-2 morning")],
    ),
    "a session gone": (
        mini({**OVERLAY, "sessions": {"plenary": OVERLAY["sessions"]["plenary"]}}, TEXT),
        [("sessions", "hearing")],
    ),
    "a session new": (
        mini({**OVERLAY, "sessions": {**OVERLAY["sessions"], "talk": {}}}, TEXT),
        [("sessions", "talk")],
    ),
    "fields of a session": (
        mini({**OVERLAY, "sessions": {**OVERLAY["sessions"], "hearing": {"seats": 9, "setup": 5}}}, TEXT),
        [("sessions", "hearing", "setup"), ("sessions", "hearing", "seats")],
    ),
    "a party away at another time": (
        forum(
            parties=[{**OVERLAY["parties"][0], "unavailable": ["day-2"]}, OVERLAY["parties"][1]],
        ),
        [("parties", "egypt", "unavailable")],
    ),
    "a party gone": (forum(parties=OVERLAY["parties"][:1]), [("parties", "iom")]),
    "a room gone": (
        forum().replace(rooms=tuple(one for one in forum().rooms if one.room != "annex")),
        [("rooms", "annex")],
    ),
    "seats of a room": (
        forum(rooms={"annex": {"seats": 12}}),
        [("venue", "rooms", "annex"), ("rooms", "annex")],
    ),
    "a holiday": (forum(holidays=[{"date": "2030-01-07", "name": "A day"}]), [("venue", "holidays")]),
    "other dates": (forum(days={"day-1": "2030-01-14", "day-2": "2030-01-15"}), [("clock", "days")]),
    "another zone": (forum(timezone="Europe/Paris"), [("clock", "timezone")]),
    "levels": (forum(levels=[["a"], ["b"]]), [("levels",)]),
    "a mandate more": (
        forum(mandates=[{"mandate": "charter", "title": "Charter"}]),
        [("mandates", "charter")],
    ),
    "a title": (forum(title="Another title"), [("title",)]),
}


@pytest.mark.parametrize("case", CASES)
def test_changes_are_what_was_changed(case):
    now, paths = CASES[case]
    found = changes(facts_of(forum()), facts_of(now))
    assert sorted(one.path for one in found) == sorted(paths)
    assert changes(facts_of(now), facts_of(now)) == ()
    back = changes(facts_of(now), facts_of(forum()))
    assert sorted((one.path, one.before, one.now) for one in back if one.path) == sorted(
        (one.path, one.now, one.before) for one in found
    )


@pytest.mark.parametrize("case", CASES)
def test_changes_can_be_undone(case):
    before, now = facts_of(forum()), facts_of(CASES[case][0])
    put_back = undone(now, changes(before, now))
    assert changes(before, put_back) == ()
    assert not changes(before, facts_of(forum_of(put_back, forum())))


@given(st.tuples(forums(), forums()), st.data())
@settings(max_examples=40, deadline=None)
def test_any_of_the_changes_can_be_undone(both, data):
    before, now = map(facts_of, both)
    found = changes(before, now)
    some = [one for one in found if data.draw(st.booleans())]
    untouched = kept(now)
    left = changes(before, undone(now, some))
    assert {one.path for one in left} == {one.path for one in found} - {one.path for one in some}
    assert kept(now) == untouched


def test_a_clause_of_a_mandate_is_a_fact_of_its_own():
    def with_clauses(*names):
        bound = [
            {"clause": one, "tier": "practice", "says": one, "rule": "weekdays", "mandate": "charter"}
            for one in names
        ]
        return facts_of(forum(mandates=[{"mandate": "charter", "title": "Charter", "clauses": bound}]))

    found = changes(with_clauses("1/a", "1/b"), with_clauses("1/a", "1/c"))
    assert [one.path[-1] for one in found] == ["1/c", "1/b"]
    assert changes(with_clauses("1/a"), with_clauses()) == (
        Change(
            ("mandates", "charter", "clauses"), with_clauses("1/a")["mandates"]["charter"]["clauses"], None
        ),
    )


def test_subsets_of_several_changes():
    now = forum(closures=[], parties=OVERLAY["parties"][:1], title="Another title")
    before, facts = facts_of(forum()), facts_of(now)
    found = changes(before, facts)
    every = chain.from_iterable(combinations(found, size) for size in range(len(found) + 1))
    for some in every:
        left = changes(before, undone(facts, some))
        assert set(left_of(left)) == set(left_of(found)) - set(left_of(some))


def left_of(found):
    return [one.path for one in found]


def test_a_closure_is_read_back_with_its_words():
    of = forum()
    assert isinstance(forum_of(facts_of(of), of).closures[0], Closure)


def test_lists_in_which_no_order_is_meant_may_be_written_in_any_order():
    def written(*features, order=("hall", "annex")):
        return {"sessions": {"hearing": {"features": list(features), "items": list(order)}}}

    assert changes(written("a", "b"), written("b", "a")) == ()
    assert len(changes(written("a", "b"), written("a", "b", "b"))) == 1
    assert len(changes(written("a"), written("a", order=("annex", "hall")))) == 1
