"""Which meetings have a part in a breach."""

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.rules import TimetableRule


def involved(forum: Forum, rule: TimetableRule, timetable: Timetable, breach: Breach) -> tuple[str, ...]:
    """Return meetings of which none can be left out without the breach being another one.

    Parameters
    ----------
    forum
        The forum.
    rule
        The rule that is broken.
    timetable
        The timetable that breaks it.
    breach
        One of the rule's breaches of that timetable.

    Returns
    -------
    tuple of str
        Ids, in the order of the timetable.
    """
    needed = list(timetable.by_meeting)
    for meeting in timetable.by_meeting:
        fewer = [one for one in needed if one != meeting]
        places = tuple(timetable.by_meeting[one] for one in fewer)
        if breach in rule.breaches(forum, timetable.replace(placements=places)):
            needed = fewer
    return tuple(needed)
