"""The customs by which a list of speakers is called, as a forum's clauses state them."""

from pydantic import Field

from scheduler.domain.value import Identifier, Value


def level_of(title: str) -> str:
    """Return the id of a level, however its title is written.

    Parameters
    ----------
    title
        Such as ``Head of State``.

    Returns
    -------
    str
        Such as ``head-of-state``.
    """
    return "-".join(title.casefold().replace("-", " ").split())


class Protocol(Value):
    """Levels of speakers, the highest first, and the seconds of a party's rights of reply on one day.

    ``titles`` are the words for levels, by level.
    """

    levels: tuple[Identifier, ...] = ()
    titles: dict[Identifier, str] = Field(default_factory=dict)
    replies: tuple[int, ...] = ()
