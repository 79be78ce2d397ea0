"""What is handed out of milestones: ``milestones.csv`` and ``calendars/milestones.ics``."""

from scheduler.domain.programme import Programme
from scheduler.publishing.milestones_csv import table
from scheduler.publishing.milestones_ics import calendar


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the milestones of a forum; its timetable has no part in it.

    Parameters
    ----------
    programme
        With the last days that the forum's clauses set.

    Returns
    -------
    dict of str to bytes
        Table and calendar by path: none of the two where the forum has no milestone, and no calendar
        where no clause sets a day.
    """
    files = {"milestones.csv": table(programme)} if programme.forum.milestones else {}
    return files | calendar(programme)
