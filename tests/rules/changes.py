"""Changes of a forum's data, each a function from forum to forum."""

from collections.abc import Callable
from datetime import date, timedelta

from scheduler.domain.clock import Clock, Day
from scheduler.domain.forum import Forum
from scheduler.domain.session import Duty, Session

Change = Callable[[Forum], Forum]


def session(name: str, change: Callable[[Session], Session]) -> Change:
    """Change one session of a forum."""
    return lambda forum: forum.replace(
        sessions=tuple(change(one) if one.session == name else one for one in forum.sessions)
    )


def segment(name: str, part: str, **changes: object) -> Change:
    """Change one segment of a session."""
    return session(
        name,
        lambda one: one.replace(
            segments=tuple(each.replace(**changes) if each.segment == part else each for each in one.segments)
        ),
    )


def turned(name: str, *order: str) -> Change:
    """Put the segments of a session in another order."""
    return session(
        name,
        lambda one: one.replace(segments=tuple(sorted(one.segments, key=lambda s: order.index(s.segment)))),
    )


def entered(name: str, role: str, *parties: str) -> Change:
    """Enter other parties for a role, for the whole session."""
    duties = tuple(Duty(role=role, party=party) for party in parties)
    return session(
        name, lambda one: one.replace(duties=(*(d for d in one.duties if d.role != role), *duties))
    )


def beside(name: str, other: str, **changes: object) -> Change:
    """Hold a session beside another one and like it."""

    def add(forum: Forum) -> Forum:
        more = forum.session_by_id[name].replace(session=other, **changes)
        return forum.replace(sessions=(*forum.sessions, more))

    return add


def both(*changes: Change) -> Change:
    """Make several changes."""

    def change(forum: Forum) -> Forum:
        for one in changes:
            forum = one(forum)
        return forum

    return change


def days(**dates: str) -> Change:
    """Move days, or add one; ``day_1`` is day-1."""

    def move(forum: Forum) -> Forum:
        known = {day.name: day.date for day in forum.clock.days}
        moved = {name.replace("_", "-"): date.fromisoformat(on) for name, on in dates.items()}
        held = tuple(Day(name=name, date=on) for name, on in (known | moved).items())
        clock = Clock(timezone=forum.clock.timezone, days=held, periods=forum.clock.periods)
        return forum.replace(clock=clock)

    return move


def later(weeks: int) -> Change:
    """Hold the whole forum some weeks later."""

    def move(forum: Forum) -> Forum:
        moved = {day.name: (day.date + timedelta(weeks=weeks)).isoformat() for day in forum.clock.days}
        return days(**moved)(forum)

    return move


def done(milestone: str, on: str) -> Change:
    """Say when a milestone is done."""
    return lambda forum: forum.replace(
        milestones=tuple(
            one.replace(done=date.fromisoformat(on)) if one.milestone == milestone else one
            for one in forum.milestones
        )
    )


def without(name: str, part: str, field: str, value: object) -> Change:
    """Take one entry out of a list of a segment."""

    def take(forum: Forum) -> Forum:
        found = next(one for one in forum.session_by_id[name].segments if one.segment == part)
        kept = tuple(one for one in getattr(found, field) if one != value)
        return segment(name, part, **{field: kept})(forum)

    return take


def speaking(name: str, part: str, *speakers: str) -> Change:
    return segment(name, part, speakers=speakers)
