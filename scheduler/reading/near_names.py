"""Files with almost the right name, which would else be passed over in silence."""

from difflib import get_close_matches

from scheduler.reading.desk import Desk

_FILES = (
    "bookings.csv",
    "bookings.ics",
    "clauses.yaml",
    "forum.yaml",
    "parties.csv",
    "pins.yaml",
    "rooms.yaml",
    "sessions.yaml",
    "side-event-slots.yaml",
    "side-events.csv",
    "tracks.yaml",
)


def refuse_near_names(desk: Desk) -> None:
    """Refuse files whose names are nearly those of a forum's files, where these are not there.

    Parameters
    ----------
    desk
        Knows the folder and takes problems.
    """
    found = sorted(path.name for path in desk.folder.iterdir())
    for name in found:
        near = [] if name in _FILES else get_close_matches(name, _FILES, n=1, cutoff=0.8)
        if near and near[0] not in found:
            file = (desk.folder / name).as_posix()
            desk.problems.add(file, None, "", name, f"is no file of a forum. Maybe rename it to {near[0]}")
