"""Days of a forum, and the periods that the venue services as one meeting."""

from scheduler.domain.value import CalendarDate, Identifier, Minute, Value, WallTime


class Day(Value):
    """A day of the forum: its name in the programme and its date."""

    name: Identifier
    date: CalendarDate


class Period(Value):
    """A part of the day that the venue services as one meeting, such as the morning.

    Times are wall-clock times; ``end`` is after ``start``. An ``extra`` one, such as an evening, may be used;
    a day is full without it, and meetings follow one another over it. ``days`` names the days that have
    it; empty means all of them.
    """

    name: Identifier
    start: WallTime
    end: WallTime
    extra: bool = False
    days: tuple[Identifier, ...] = ()

    def is_on(self, day: str) -> bool:
        """Tell whether a day has this period.

        Parameters
        ----------
        day
            Name of a day of the forum.

        Returns
        -------
        bool
            True for every day unless ``days`` says otherwise.
        """
        return not self.days or day in self.days


class Stretch(Value):
    """A period of one day: from ``start`` up to ``end``, in minutes on the forum's axis."""

    day: str
    period: str
    start: Minute
    end: Minute

    @property
    def words(self) -> str:
        """As planners say it, such as ``day-1 morning``."""
        return f"{self.day} {self.period}"
