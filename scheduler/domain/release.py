"""A numbered timetable that was given out."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from scheduler.domain.timetable import Timetable
from scheduler.domain.value import Value


class Release(Value):
    """A timetable with its number, its status, and the calendar ids of its meetings.

    ``uids`` holds a permanent calendar id for each meeting; ``released`` is when it was given out.
    """

    number: int = Field(ge=1)
    status: Literal["draft", "tentative", "published"]
    released: datetime
    note: str = ""
    timetable: Timetable
    uids: dict[str, str] = Field(default_factory=dict)
