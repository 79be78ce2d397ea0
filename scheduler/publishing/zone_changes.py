"""When the clocks of a time zone change, found by asking ``zoneinfo`` for its offsets."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

_STEP = timedelta(days=4)
"""Short enough that no zone changes its clocks and changes them back within one step."""


@dataclass(frozen=True)
class ZoneChange:
    """A moment from which another offset holds; ``name`` is what the time is called from then on."""

    moment: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def onset(self) -> datetime:
        """What the clock would have shown at that moment without the change, without a zone."""
        return self.moment.replace(tzinfo=None) + self.before

    @property
    def forward(self) -> bool:
        """Whether clocks are put forward."""
        return self.after > self.before


def offset(zone: tzinfo, moment: datetime) -> timedelta:
    """Return how far a zone is ahead of UTC.

    Parameters
    ----------
    zone
        A time zone.
    moment
        In UTC.

    Returns
    -------
    datetime.timedelta
        Negative west of Greenwich.
    """
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def zone_changes(zone: tzinfo, first: int, last: int) -> list[ZoneChange]:
    """Find all changes of a zone's offset in some years.

    Parameters
    ----------
    zone
        A time zone.
    first, last
        Years of the common calendar, both included.

    Returns
    -------
    list of ZoneChange
        In the order of time; a change of name alone is none.
    """
    found: list[ZoneChange] = []
    since, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    before = offset(zone, since)
    while since < end:
        until = since + _STEP
        after = offset(zone, until)
        if after != before:
            found.append(_change(zone, since, until))
        since, before = until, after
    return found


def _change(zone: tzinfo, low: datetime, high: datetime) -> ZoneChange:
    """Find the one change after ``low`` and not after ``high``, to the second."""
    before, after = offset(zone, low), offset(zone, high)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        if offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return ZoneChange(high, before, after, high.astimezone(zone).tzname() or "")
