"""Text that a spreadsheet would run."""

_RUN_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""


def neutral(text: str) -> str:
    """Keep a spreadsheet from running a text.

    Parameters
    ----------
    text
        What stands in a cell.

    Returns
    -------
    str
        With an apostrophe before it where it would be taken for a formula.
    """
    return f"'{text}" if text.lstrip(" ").startswith(_RUN_AS_FORMULA) else text
