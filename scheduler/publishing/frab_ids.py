"""The ids by which readers of exchange files know a meeting again: all follow from its permanent id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import permanent_uuid

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CODE = 6
_MOST = 2**31 - 1
"""Some readers keep a number in 32 bits with a sign; it has at most six digits of base 36."""
_SHORTEST_NAME = 4


@dataclass(frozen=True)
class FrabIds:
    """A UUID, a number, the same number as a code of six digits and capital letters, and words for a path."""

    guid: str
    number: int
    code: str
    slug: str


def frab_ids(forum: Forum, meetings: Iterable[str], acronym: str) -> dict[str, FrabIds]:
    """Give each meeting its ids.

    Parameters
    ----------
    forum
        The forum; ids that any of its releases has given out stay as they are.
    meetings
        Ids of meetings.
    acronym
        With which every slug begins.

    Returns
    -------
    dict of str to FrabIds
        By meeting; no two have the same of anything. They depend on no title, room or time.
    """
    guids = {meeting: permanent_uuid(forum, meeting) for meeting in sorted(meetings)}
    return {
        meeting: FrabIds(str(guids[meeting]), number, _code(number), _slug(acronym, number, meeting))
        for meeting, number in numbers(guids).items()
    }


def numbers(guids: Mapping[str, UUID]) -> dict[str, int]:
    """Make a number of each UUID; where two come upon the same number, the later takes the next.

    Parameters
    ----------
    guids
        By whatever they belong to, in an order that is always the same.

    Returns
    -------
    dict of str to int
        From 1 up to what 32 bits with a sign hold, no two the same.
    """
    found: dict[str, int] = {}
    taken: set[int] = set()
    for name, guid in guids.items():
        number = guid.int % _MOST + 1
        while number in taken:
            number = number % _MOST + 1
        taken.add(number)
        found[name] = number
    return found


def _code(number: int) -> str:
    digits = ""
    for _ in range(_CODE):
        number, rest = divmod(number, len(_DIGITS))
        digits = _DIGITS[rest] + digits
    return digits


def _slug(acronym: str, number: int, meeting: str) -> str:
    """Write a slug in the strictest form of the schemas: acronym, six digits, a name of four or more."""
    return f"{acronym}-{number % 10**6:06}-{meeting.rjust(_SHORTEST_NAME, '_')}"
