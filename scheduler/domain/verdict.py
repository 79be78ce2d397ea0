"""What a judge finds: breaches, charges, and what is still open."""

from typing import Literal

from pydantic import Field

from scheduler.domain.clause import Tier
from scheduler.domain.value import Value


class Finding(Value):
    """Something a clause has to say of one subject, in one sentence with names and times."""

    clause: str
    mandate: str
    paragraph: str
    tier: Tier
    subject: str
    sentence: str


class Breach(Finding):
    """A clause of tier physical, mandate or practice is broken."""

    finding: Literal["breach"] = "breach"


class Charge(Finding):
    """What a preference costs."""

    finding: Literal["charge"] = "charge"
    price: int = Field(gt=0)


class Open(Finding):
    """What cannot be judged, because it is not decided yet or the file does not carry it."""

    finding: Literal["open"] = "open"


class Verdict(Value):
    """All that a judge found, in the order of tiers and clauses."""

    breaches: tuple[Breach, ...] = ()
    charges: tuple[Charge, ...] = ()
    opens: tuple[Open, ...] = ()
