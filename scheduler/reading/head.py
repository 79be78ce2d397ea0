"""``forum.yaml`` with what it leads to: the venue, and the clock of the forum."""

from dataclasses import dataclass

from scheduler.domain.clock import Clock
from scheduler.domain.venue import Venue
from scheduler.reading.desk import Desk, Mention
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Place, typed
from scheduler.reading.forum_file import ForumFile
from scheduler.reading.hours import read_clock
from scheduler.reading.venues import read_venue

_PHYSICAL = "physical"
"""The mandate that no forum can do without."""


@dataclass(frozen=True)
class Head:
    """What ``forum.yaml`` says, and where; ``venue`` and ``clock`` are ``None`` after a problem.

    ``first`` are levels that come before those of the file without standing there.
    """

    file: ForumFile
    place: Place
    venue: Venue | None
    clock: Clock | None
    first: tuple[tuple[str, ...], ...] = ()


def read_head(desk: Desk) -> Head | None:
    """Read ``forum.yaml`` and the venue that it names.

    Parameters
    ----------
    desk
        Reads files, takes problems, and understands windows from now on.

    Returns
    -------
    Head or None
        ``None`` after a problem in ``forum.yaml`` itself.
    """
    place = desk.own("forum.yaml")
    file = typed(ForumFile, place, desk.problems) if place else None
    if place is None or file is None:
        return None
    if file.forum != desk.name:
        sentence = f"'{file.forum}' is not the name of its folder. Maybe {desk.name}"
        place.problem(desk.problems, ("forum",), file.forum, sentence)
    if _PHYSICAL not in file.mandates:
        sentence = f"'{_PHYSICAL}' is not among them, and so a room might hold two meetings at once"
        place.problem(desk.problems, ("mandates",), ", ".join(file.mandates), f"{sentence}. Maybe add it")
    milestones = [
        (one.milestone, place, ("milestones", number, "milestone"))
        for number, one in enumerate(file.milestones)
    ]
    refuse_doubles(milestones, "milestone", desk.problems)
    venue = read_venue(desk, file.venue, Mention(place, ("venue",)))
    if venue is None:
        return Head(file, place, None, None)
    return Head(file, place, file.has_at(venue[0]), read_clock(desk, file, place, *venue))
