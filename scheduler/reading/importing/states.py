"""Events that are in a file and are not held."""

from collections.abc import Sequence

from scheduler.reading.importing.foreign_events import ForeignEvent
from scheduler.reading.importing.wordings import counted
from scheduler.reading.importing.words import Words

_OFF = frozenset(
    {"canceled", "cancelled", "deleted", "draft", "rejected", "rejecting", "submitted", "withdrawn"}
)
"""States in which frab and pretalx keep what is not, or not yet, in the programme."""


def is_off(words: Words) -> bool:
    """Tell whether an event is not held.

    Parameters
    ----------
    words
        An event.

    Returns
    -------
    bool
        True where its state says so; an event without a state is held.
    """
    return words.says("state", "status").casefold() in _OFF


def left_out(events: Sequence[ForeignEvent]) -> list[str]:
    """Say which events are left out.

    Parameters
    ----------
    events
        Those that are not held.

    Returns
    -------
    list of str
        One sentence, or none.
    """
    return [f"Left out, as they are cancelled or not accepted: {counted(events)}."] if events else []
