"""What separates the cells of a table."""

from collections.abc import Collection

_MOST_ABOVE = 10


def delimiter_of(text: str, names: Collection[str] = ()) -> str:
    """Tell what separates the cells of a table: spreadsheets write commas, semicolons or tabs.

    Parameters
    ----------
    text
        The table.
    names
        Names of its columns: they may stand under a title.

    Returns
    -------
    str
        What stands most often in the line with the most of the names, which is else the first.
    """
    lines = text.lstrip().splitlines()[:_MOST_ABOVE]
    head = max(lines, key=lambda line: sum(name in line.casefold() for name in names), default="")
    return max(",;\t", key=head.count)
