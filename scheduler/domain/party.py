"""Those who attend or officiate."""

from pydantic import Field

from scheduler.domain.value import Identifier, Value
from scheduler.domain.window import Window


class Party(Value):
    """A delegation, an organisation, a group of stakeholders or an officer.

    ``attends`` names the kinds of session the party comes to; empty means all of them. A party
    that ``officiates`` only comes where it has a duty. ``delegates`` is how many people it sends.
    """

    party: Identifier
    name: str = Field(min_length=1)
    kind: Identifier
    group: str = ""
    attends: tuple[Identifier, ...] = ()
    delegates: int = Field(default=1, ge=0)
    unavailable: tuple[Window, ...] = ()
