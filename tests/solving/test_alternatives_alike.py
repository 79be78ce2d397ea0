"""What is alike: whatever any clause or fact tells apart is not."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.rules import active_rules
from scheduler.solving.alternatives import Alike, Copies, alike
from tests.golden.placements import copies
from tests.golden.test_enumeration import small
from tests.mini import forum_of

TWO = {"talk-a": {"kind": "talk"}, "talk-b": {"kind": "talk"}}


def found(overlay=None, clauses=(), wishes=()):
    forum = small({"sessions": TWO, **(overlay or {})}, clauses, wishes)
    return alike(forum, active_rules(forum))


def talks(**more):
    return {"sessions": {**TWO, "talk-b": {"kind": "talk", **more}}}


def test_what_only_its_name_tells_apart_is_alike():
    assert found() == Alike((("talk-a", "talk-b"),), (("hall", "annex"),))
    words = {"title": "Another", "description": "long", "source": "a letter", "url": "https://example.org/b"}
    assert found(talks(**words)).sessions == (("talk-a", "talk-b"),)
    assert found({"rooms": {"annex": {"source": "a plan", "name": "The annex"}}}).rooms == (
        ("hall", "annex"),
    )
    assert bool(found())
    assert not Alike()


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "lecture"},
        {"minutes": 120},
        {"meetings": 2},
        {"setup": 30},
        {"objectives": [1]},
        {"seats": 10},
        {"interpretation": True},
        {"duties": [{"role": "chair", "party": "ada"}]},
        {"segments": [{"segment": "opening", "title": "Opening"}]},
    ],
    ids=str,
)
def test_what_its_data_tell_apart_is_not(more):
    parties = [{"party": "ada", "name": "Ada", "kind": "officer"}]
    assert found({**talks(**more), "parties": parties}).sessions == ()


@pytest.mark.parametrize("more", [{"features": ["stage"]}, {"seats": 3}, {"building": "north"}], ids=str)
def test_rooms_that_their_data_tell_apart_are_not(more):
    assert found({"rooms": {"annex": more}}).rooms == ()


def test_what_a_closure_or_a_release_tells_apart_is_not():
    assert found({"closures": [{"room": "hall", "window": "day-1 morning"}]}).rooms == ()
    both = [{"room": room, "window": "day-1 morning"} for room in ("hall", "annex")]
    assert found({"closures": both}).rooms == (("hall", "annex"),)
    release = """day-1 10:00-13:00 hall talk-a
                 day-2 10:00-13:00 hall talk-b"""
    assert found({"release": release}) == Alike()


@pytest.mark.parametrize(
    "clause",
    [
        ("before", {"first": {"session": "talk-a"}, "then": {"session": "talk-b"}}),
        ("within", {"sessions": {"session": "talk-a"}, "windows": ["day-1"]}),
        ("held-in", {"what": {"meeting": "talk-a"}, "windows": ["day-1"]}),
        ("preferred-room", {"sessions": {"session": ["talk-b"]}, "rooms": ["hall", "annex"]}),
    ],
    ids=str,
)
def test_sessions_that_a_clause_tells_apart_are_not(clause):
    sort = "wishes" if clause[0] == "preferred-room" else "clauses"
    assert found(**{sort: [clause]}).sessions == ()


@pytest.mark.parametrize(
    "clause",
    [
        ("never-together", {"pairs": [["talk-a", "talk-b"]]}),
        ("within", {"sessions": {"session": ["talk-b", "talk-a"]}, "windows": ["day-1"]}),
    ],
    ids=str,
)
def test_sessions_that_a_clause_names_alike_are_alike(clause):
    assert found(clauses=[clause]).sessions == (("talk-a", "talk-b"),)


def test_the_order_of_rooms_counts_where_a_clause_goes_by_it():
    rooms = {"rooms": ["hall", "annex"]}
    every = {"sessions": {"kind": "talk"}, **rooms}
    assert found({"rooms": {"cellar": {}}}, [("in-room", every)]).rooms == (("hall", "annex"),)
    assert found({"rooms": {"cellar": {}}}, wishes=[("preferred-room", every)]).rooms == ()


def test_numbers_count_where_a_clause_goes_by_them():
    numbered = {"sessions": {"talk-1": {}, "talk-2": {}}}
    assert small(numbered).session_by_id["talk-2"].number == 2
    without = small(numbered)
    assert alike(without, active_rules(without)).sessions == (("talk-1", "talk-2"),)
    ordered = small(numbered, wishes=[("numbered-order", {})])
    assert alike(ordered, active_rules(ordered)).sessions == ()


SPOT = st.tuples(st.sampled_from([600, 900, 2040]), st.sampled_from(["hall", "annex", "cellar", "dome"]))
OTHERS = {
    "sessions": {
        "fair": {"kind": "fair"},
        "talk-a": {"kind": "talk", "meetings": 2},
        "talk-b": {"kind": "talk", "meetings": 2},
        "talk-c": {"kind": "talk", "meetings": 2},
    },
    "rooms": {"cellar": {}, "dome": {"seats": 5}},
}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(spots=st.lists(SPOT, min_size=7, max_size=7))
def test_the_first_of_all_copies_is_that_of_trying_all(spots):
    forum = forum_of(OTHERS)
    same = Alike((("talk-a", "talk-b", "talk-c"),), (("hall", "annex", "cellar"),))
    copier = Copies(forum, same)
    here = {meeting.id: spot for meeting, spot in zip(forum.meetings, spots, strict=True)}
    held = frozenset((meeting, room, start) for meeting, (start, room) in here.items())
    everything = copies(forum, held, same.sessions, same.rooms)
    keys = [copier.key({meeting: (start, room) for meeting, room, start in one}) for one in everything]
    assert copier.first_key(here) == min(keys)
    assert copier.is_first(here) == (copier.key(here) == min(keys))


def test_without_anything_alike_every_timetable_is_the_first():
    forum = forum_of(OTHERS)
    assert not Copies(forum, Alike())
    for rooms in permutations(("hall", "annex", "cellar", "dome")):
        spots = {meeting.id: (600, rooms[number % 4]) for number, meeting in enumerate(forum.meetings)}
        assert Copies(forum, Alike()).is_first(spots)
