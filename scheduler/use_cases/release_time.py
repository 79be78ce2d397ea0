"""When a release is given out: after the one before it, and not in the future."""

from datetime import datetime, timedelta

from scheduler.domain.forum import Forum

_SLACK = timedelta(days=1)
"""How far the clocks of those who release may be apart."""


class TooEarly(ValueError):
    """A release would be older than the one before it."""


class NotYet(ValueError):
    """A release is said to be given out in the future."""


def release_time(said: datetime | None, now: datetime, forum: Forum) -> datetime:
    """Choose the time of the next release.

    Parameters
    ----------
    said
        What the planner says, with an offset; ``None`` for the present moment.
    now
        The present moment, with an offset.
    forum
        The forum with its releases.

    Returns
    -------
    datetime
        To the second; the present moment in the forum's zone.

    Raises
    ------
    NotYet
        It is more than a day after the present moment.
    TooEarly
        It is not after the last release.
    """
    present = now.astimezone(forum.clock.zone).replace(microsecond=0)
    at, last = (said or present).replace(microsecond=0), forum.release
    if last and at <= last.released:
        raise TooEarly(
            f"{at.isoformat()} is not after release {last.number}, which was given out at "
            f"{last.released.isoformat()}. Maybe {(last.released + timedelta(minutes=1)).isoformat()}"
        )
    if at > present + _SLACK:
        what = f"{at.isoformat()} is in the future: it is {present.isoformat()} now"
        raise NotYet(f"{what}. Maybe leave --released out")
    return at
