"""Random small forums, so tight that many of them are impossible."""

from typing import Any

from hypothesis import strategies as st

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.rules import TimetableRule, find_rule, rule_names
from tests.agreement.options import options
from tests.agreement.strategies import forums
from tests.explaining.stages import PHYSICAL, pin
from tests.mini import clause_of

_RULES = tuple(
    rule
    for rule in map(find_rule, rule_names())
    if issubclass(rule, TimetableRule)
    and not rule.OF_RELEASE
    and rule.name() not in {*PHYSICAL, "official-hours", "represented"}
)
_HALF, _HALF_HOURS = ":30", (15, 30)
RELEASED = ("stays-as-released", "not-as-released")


@st.composite
def tight(draw: st.DrawFn) -> Forum:
    """Draw a forum without agendas, of three meetings at most, in one or two rooms, on full hours."""
    forum = draw(forums())
    days = draw(st.sampled_from((1, 2)))
    clock = forum.clock.model_copy(update={"days": forum.clock.days[:days]})
    known = {"day-1", "day-2"} if days == 2 else {"day-1"}
    forum = forum.replace(
        sessions=_sessions(forum),
        rooms=forum.rooms[: draw(st.sampled_from((1, 1, 2)))],
        clock=type(clock).model_validate(clock.model_dump()),
    )
    return draw(_ruled(_on_days(forum, known), known))


def _sessions(forum: Forum) -> tuple[Session, ...]:
    left, found = 3, []
    for number, one in enumerate(forum.sessions):
        meetings = min(one.meetings, left - (len(forum.sessions) - number - 1))
        left -= meetings
        duties = tuple(duty.replace(segment=None) for duty in one.duties)
        setup = 60 if one.setup else 0
        found.append(
            one.replace(meetings=meetings, minutes=180, setup=setup, teardown=0, segments=(), duties=duties)
        )
    return tuple(found)


def _on_days(forum: Forum, days: set[str]) -> Forum:
    """Leave out what lies on other days, or speaks of other rooms."""

    def here(words: str) -> bool:
        return _HALF not in words and any(day in words for day in days)

    return forum.replace(
        closures=tuple(
            one for one in forum.closures if here(one.window.words) and one.room in forum.room_by_id
        ),
        parties=tuple(
            one.replace(unavailable=tuple(window for window in one.unavailable if here(window.words)))
            for one in forum.parties
        ),
    )


@st.composite
def _ruled(draw: st.DrawFn, forum: Forum, days: set[str]) -> Forum:
    """Give a forum two to five clauses, the last of them a pin now and then."""
    clauses = [clause_of(rule, {}, "physical") for rule in (*PHYSICAL, "official-hours")]
    for number, rule in enumerate(draw(st.lists(st.sampled_from(_RULES), min_size=1, max_size=4))):
        words = _rounded(draw(options(rule.Options, forum)))
        if _known(words, days):
            clauses.append(clause_of(rule.name(), words, name=f"{rule.name()}-{number}"))
    if draw(st.booleans()):
        window = draw(st.sampled_from(("day-1 morning", "day-1 afternoon", "day-1 11:00-16:00")))
        clauses.append(pin("held-in", forum.sessions[0].session, windows=[window]))
    return forum.replace(clauses=tuple(clauses))


def _rounded(words: dict[str, Any]) -> dict[str, Any]:
    return {name: 60 if value in _HALF_HOURS else value for name, value in words.items()}


def _known(words: Any, days: set[str]) -> bool:
    """Tell whether options name no other days, and no half hours."""
    return not any(other in str(words) for other in {_HALF, "day-1", "day-2", "day-6"} - days)


@st.composite
def released(draw: st.DrawFn) -> Forum:
    """Draw a forum with agendas and a release, which pins hold and which some of the clauses spare."""
    forum = draw(forums(released=True))
    given = draw(st.sampled_from(((*PHYSICAL, "official-hours"), PHYSICAL)))
    clauses = [clause_of(rule, {}, "physical") for rule in given]
    for number, rule in enumerate(draw(st.lists(st.sampled_from(_RULES), min_size=1, max_size=3))):
        words = draw(options(rule.Options, forum))
        clauses.append(clause_of(rule.name(), words, "practice", f"{rule.name()}-{number}"))
    spared = tuple(one.clause for one in clauses[len(given) :] if draw(st.booleans()))
    held = [session.session for session in forum.sessions if draw(st.booleans())]
    pins = [pin(draw(st.sampled_from(RELEASED)), session) for session in held]
    return forum.replace(clauses=(*clauses, *pins), spared=spared)
