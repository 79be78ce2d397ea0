"""The order of names with numbers in them."""

import re

_NUMBER = re.compile(r"(\d{1,18})", re.ASCII)


def natural(text: str) -> list[str | int]:
    """Return a key that sorts 2 before 10.

    Parameters
    ----------
    text
        Such as ``round-table-10`` or ``18(a)/order``.

    Returns
    -------
    list of str and int
        Text and numbers in turn.
    """
    parts: list[str | int] = list(_NUMBER.split(text))
    parts[1::2] = map(int, parts[1::2])
    return parts
