"""Where an imported forum comes from."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Origin:
    """An import.

    Parameters
    ----------
    forum
        Name of the forum that is made.
    file
        Name of the file, without its folder.
    format
        What planners call its format.
    as_of
        When the forum was first imported: it stamps calendars while there is no release.
    """

    forum: str
    file: str
    format: str
    as_of: datetime
