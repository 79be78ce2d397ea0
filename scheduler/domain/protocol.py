"""The customs by which a list of speakers is called, as a forum's clauses state them."""

from scheduler.domain.value import Identifier, Value


class Protocol(Value):
    """Levels of speakers, the highest first, and the seconds of a party's rights of reply in one meeting."""

    levels: tuple[Identifier, ...] = ()
    replies: tuple[int, ...] = ()
