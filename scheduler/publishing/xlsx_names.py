"""Names of sheets that every spreadsheet accepts."""

_LONGEST = 31


def sheet_names(wanted: list[str], taken: str) -> list[str]:
    """Make names of sheets unique and short enough.

    Parameters
    ----------
    wanted
        Letters, digits, hyphens and spaces.
    taken
        A name that another sheet has.

    Returns
    -------
    list of str
        One for each, of at most 31 characters, different also when capitals are not told apart.
    """
    names: list[str] = []
    seen = {taken.lower(), "history"}
    for name in wanted:
        free = next(one for one in _candidates(name) if one.lower() not in seen)
        seen.add(free.lower())
        names.append(free)
    return names


def _candidates(name: str) -> list[str]:
    """Return the name, and after it the name with numbers behind it."""
    short = name[:_LONGEST].rstrip()
    return [short, *(f"{name[: _LONGEST - 4].rstrip()} {number}" for number in range(2, 1000))]
