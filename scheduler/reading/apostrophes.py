"""Apostrophes that keep a spreadsheet from running a cell as a formula."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def without_apostrophe(cell: str) -> str:
    """Return what a cell says without the apostrophe that only a spreadsheet needs.

    Parameters
    ----------
    cell
        A cell of a table.

    Returns
    -------
    str
        As it was where no formula would begin behind the apostrophe.
    """
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip().startswith(_FORMULA) else cell
