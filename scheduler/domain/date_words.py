"""Dates in words, never in the machine's language."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_and_month(on: date) -> str:
    """Say a date without its year.

    Parameters
    ----------
    on
        A date.

    Returns
    -------
    str
        Such as ``17 May``.
    """
    return f"{on.day} {MONTHS[on.month - 1]}"


def day_month_year(on: date) -> str:
    """Say a date.

    Parameters
    ----------
    on
        A date.

    Returns
    -------
    str
        Such as ``17 May 2022``.
    """
    return f"{day_and_month(on)} {on.year}"
