"""Random options of rules, by the types of their fields."""

from datetime import time
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from constraints.not_beside_similar import SimilarTracks
from constraints.session_costs import SessionCost
from constraints.track_costs import TrackCost
from scheduler.domain.forum import Forum
from scheduler.domain.value import Identifier, Value
from scheduler.meeting_options import MeetingSelector, ReleasedSelector
from scheduler.options import DayName, OptionMinutes, RoomName, RuleOptions, SessionSelector
from tests.agreement.parts import DAYS, PARTIES, PARTS, ROOMS, WINDOWS


@st.composite
def options(draw: st.DrawFn, model: type[RuleOptions], forum: Forum) -> dict[str, Any]:
    """Draw options of a rule, by the types of its fields."""
    if "pairs" in model.model_fields:
        return draw(_sessions_or_pairs(forum))
    if "segment" in model.model_fields:
        return draw(_segment(forum))
    drawn = {name: draw(_option(info, forum)) for name, info in model.model_fields.items()}
    if "what" in drawn and "rooms" in drawn:
        left_out = draw(st.sampled_from(("windows", "rooms", "")))
        return {name: words for name, words in drawn.items() if name != left_out}
    return drawn


def _sessions_or_pairs(forum: Forum) -> st.SearchStrategy[dict[str, Any]]:
    ids = st.sampled_from([session.session for session in forum.sessions])
    return st.fixed_dictionaries({"sessions": _selectors(forum)}) | st.fixed_dictionaries(
        {"pairs": st.lists(st.tuples(ids, ids), min_size=1, max_size=2)}
    )


def _segment(forum: Forum) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a segment of one session and the role whose holders are wanted there."""
    places = [
        {"at": session.session, "segment": one.segment}
        for session in forum.sessions
        for one in session.segments
    ]
    nowhere = {"at": forum.sessions[0].session, "segment": "nothing"}
    roles = st.fixed_dictionaries({"sessions": _selectors(forum), "role": st.just("co-chair")})
    return st.builds(lambda place, role: {**place, **role}, st.sampled_from([*places, nowhere]), roles)


def _selectors(forum: Forum) -> st.SearchStrategy[Any]:
    ids = [session.session for session in forum.sessions]
    kinds = [session.kind for session in forum.sessions]
    return (
        st.just("all")
        | st.fixed_dictionaries({"session": st.sampled_from(ids)})
        | st.fixed_dictionaries({"kind": st.sampled_from(kinds)})
    )


def _meeting_selectors(kind: type[MeetingSelector], forum: Forum) -> st.SearchStrategy[Any]:
    """Draw one name of each sort that selects meetings."""
    names = {
        "session": [session.session for session in forum.sessions],
        "meeting": [meeting.id for meeting in forum.meetings],
        "party": list(PARTIES),
        "room": list(ROOMS),
        "day": list(DAYS),
    }
    known = [sort for sort in names if sort in kind.model_fields]
    return st.sampled_from(known).flatmap(
        lambda sort: st.fixed_dictionaries({sort: st.sampled_from(names[sort])})
    )


def _option(info: Any, forum: Forum) -> st.SearchStrategy[Any]:
    """Return a strategy for one option; an option of a new type has to be taught here."""
    kind = info.annotation
    if kind is SessionSelector:
        return _selectors(forum)
    if kind in (MeetingSelector, ReleasedSelector):
        return _meeting_selectors(kind, forum)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if kind is bool:
        return st.booleans()
    if any(mark in info.metadata for mark in OptionMinutes.__metadata__[1:]):
        return st.sampled_from((0, 15, 30, 60, 180))
    found = _of_programmes(kind, forum)
    return _of_names(kind, info, forum) if found is None else found


def _of_programmes(kind: Any, forum: Forum) -> st.SearchStrategy[Any] | None:
    """Return a strategy for an option of the rules on large programmes."""
    if get_origin(kind) is tuple and get_args(kind)[0] in (SessionCost, TrackCost, SimilarTracks):
        return st.lists(_rows(get_args(kind)[0], forum), min_size=1, max_size=2)
    if kind == tuple[Identifier, ...]:
        return st.lists(st.sampled_from(PARTS), min_size=1, max_size=2, unique=True)
    return st.sampled_from(("07:00", "09:30", "18:00", "23:30")) if kind is time else None


def _rows(kind: type[Value], forum: Forum) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a row that says what sessions or tracks cost somewhere."""
    tracks = sorted(forum.track_by_id)
    cost = {"cost": st.integers(0, 3)}
    if kind is SimilarTracks:
        pair = st.tuples(st.sampled_from(tracks), st.sampled_from(tracks))
        return st.fixed_dictionaries({"tracks": pair, **cost})
    names = {
        "session": [session.session for session in forum.sessions],
        "track": tracks,
        "period": [one.words for one in forum.clock.stretches],
        "room": list(ROOMS),
    }
    some = {
        name: st.lists(st.sampled_from(names[name]), max_size=2, unique=True)
        for name in names
        if name in kind.model_fields
    }
    return st.fixed_dictionaries(some | cost)


def _of_names(kind: Any, info: Any, forum: Forum) -> st.SearchStrategy[Any]:
    inner = get_args(kind)[0] if get_origin(kind) is tuple else None
    if inner is not None and inner == RoomName:
        return st.lists(st.sampled_from(ROOMS), min_size=1, unique=True)
    if inner is not None:
        return st.lists(st.sampled_from(WINDOWS), min_size=1, max_size=2, unique=True)
    marks = {id(mark) for mark in info.metadata}
    if marks & {id(mark) for mark in DayName.__metadata__}:
        return st.sampled_from(DAYS)
    if kind in (int, int | None):
        least = max((mark.ge for mark in info.metadata if hasattr(mark, "ge")), default=0)
        return st.integers(least, least + 2) if kind is int else st.sampled_from((None, 1, 2))
    assert kind is str, f"teach tests/agreement/options.py options of type {kind}"
    return st.sampled_from([session.session for session in forum.sessions])
