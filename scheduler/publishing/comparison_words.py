"""Several programmes side by side, in the words that the page and the command share."""

from collections.abc import Iterator

from scheduler.domain.release import GivenMeeting
from scheduler.publishing.comparison_values import Compared, Comparison, Elsewhere, Row
from scheduler.publishing.difference_words import day_of, room_of
from scheduler.publishing.plain_words import named, one_line
from scheduler.publishing.wall_times import hours

NOT_KNOWN = "not known"
NO_LEVEL = "–"
BEST = "*"
EQUAL = "="
KEY = (
    (BEST, "the best value of its row"),
    (EQUAL, "the same value in all programmes"),
    (NO_LEVEL, "the forum has no such level"),
)
"""What the signs of the table mean."""

SORTS = {
    "breaches": "Clauses",
    "level": "Levels of the objective (less is better)",
    "criterion": "Criteria",
}
"""What rows of each sort stand below."""


APART = "How the forum of {} differs from that of A"
"""What stands above the sentences on a forum."""


def value_words(row: Row, number: int) -> str:
    """Say the value of a programme in a row.

    Parameters
    ----------
    row
        What is counted.
    number
        Of the programme, from 0.

    Returns
    -------
    str
        A number, with ``*`` behind it where it is the best; ``not known``, or a dash where there is no such
        level.
    """
    value = row.values[number]
    if value is None:
        return NO_LEVEL if row.absent[number] else NOT_KNOWN
    return f"{value:,}{BEST if row.best[number] else ''}"


def title_words(row: Row) -> str:
    """Say what a row counts, and in what unit.

    Parameters
    ----------
    row
        What is counted.

    Returns
    -------
    str
        Such as ``Time for the general debate (minutes, more is better)``.
    """
    if row.sort == "level":
        return one_line(row.title)
    return f"{row.title} ({row.unit}, {row.better} is better)"


def programme_words(one: Compared) -> str:
    """Name a programme in full.

    Parameters
    ----------
    one
        One of those compared.

    Returns
    -------
    str
        What the planner wrote, what it is, and the forum.
    """
    return f"{one_line(one.name)} ({one.what}), {named(one.title, one.forum or one.name)}"


def counted(found: Comparison) -> str:
    """Count the meetings whose place differs.

    Parameters
    ----------
    found
        A comparison.

    Returns
    -------
    str
        Without a full stop.
    """
    number = len(found.elsewhere)
    if not number:
        return f"All {found.same} meetings are held at the same places"
    differing = f"{number} meeting{'s differ' if number > 1 else ' differs'} in place"
    return (
        f"{differing}, {found.same or 'none'} {'is' if found.same == 1 else 'are'} the same in all programmes"
    )


def place_words(found: Comparison, one: Elsewhere, number: int) -> str:
    """Say where a programme holds a meeting.

    Parameters
    ----------
    found
        A comparison.
    one
        A meeting whose place differs.
    number
        Of the programme, from 0.

    Returns
    -------
    str
        ``as A`` where an earlier programme has said it; else hours, day, date and room.
    """
    if one.like[number] != number:
        return f"as {found.programmes[one.like[number]].letter}"
    held = one.held[number]
    return full_place(found, held, number) if held else "not held"


def full_place(found: Comparison, held: GivenMeeting, number: int) -> str:
    """Say where a meeting is held.

    Parameters
    ----------
    found
        A comparison.
    held
        One of its meetings.
    number
        Of the programme, from 0.

    Returns
    -------
    str
        Room, hours, day and date; between several zones also the zone.
    """
    state = found.programmes[number].state
    several = len({one.state.timezone for one in found.programmes}) > 1
    zone = f", {state.timezone} time" if several else ""
    return f"{room_of(held, state)}, {hours(held.start, held.end)} on {day_of(held)}{zone}"


def others_words(found: Comparison, one: Elsewhere, number: int) -> str:
    """Name the programmes that have a meeting at another place: seen from the first, all; else the first.

    Parameters
    ----------
    found
        A comparison.
    one
        A meeting whose place differs.
    number
        Of the programme that is looked at, from 0.

    Returns
    -------
    str
        Letters with commas; empty where the programme has it as the first one has.
    """
    if number:
        return "" if one.like[number] == 0 else found.programmes[0].letter
    return ", ".join(found.programmes[other].letter for other, like in enumerate(one.like) if like)


def notes(found: Comparison) -> Iterator[tuple[str, str]]:
    """Say what is to be known of the programmes, those of the same note together.

    Parameters
    ----------
    found
        A comparison.

    Yields
    ------
    tuple of str
        Letters with commas, and a sentence without a full stop.
    """
    letters: dict[str, list[str]] = {}
    for one in found.programmes:
        said = [f"{one.placeholder.rstrip('.')}"] if one.placeholder else []
        for sentence in (*said, *one.notes):
            letters.setdefault(one_line(sentence), []).append(one.letter)
    yield from ((", ".join(who), sentence) for sentence, who in letters.items())
