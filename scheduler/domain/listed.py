"""Several things named in one sentence."""

from collections.abc import Iterable


def listed(things: Iterable[str]) -> str:
    """Join words as a sentence does.

    Parameters
    ----------
    things
        At least one.

    Returns
    -------
    str
        Such as ``day-1, day-2 and day-3``.
    """
    *most, last = things
    return f"{', '.join(most)} and {last}" if most else last
