"""Numbers and names in sentences: not more names than anybody reads."""

from scheduler.domain.listed import listed

_MOST = 6
"""How many names are given before the others are counted."""


def names(of: list[str]) -> str:
    """Join names, and count those that would be too many.

    Parameters
    ----------
    of
        At least one name.

    Returns
    -------
    str
        Such as ``day-1, day-2 and day-3``, or six names ``and 14 more``.
    """
    if len(of) <= _MOST:
        return listed(of)
    return f"{', '.join(of[:_MOST])} and {len(of) - _MOST} more"


def count(number: int, what: str) -> str:
    """Count things.

    Parameters
    ----------
    number
        How many there are.
    what
        One of them, such as ``party``.

    Returns
    -------
    str
        Such as ``4 parties``.
    """
    several = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number} {what if number == 1 else several}"
