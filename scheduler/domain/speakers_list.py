"""The figures by which a list of speakers is called: limits, change-over, and who may be on it.

All of them are the forum's own. No resolution on these forums sets a limit; the Assembly may decide on one
(A/520/Rev.20, rule 72).
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from scheduler.domain.certainty import Sourced
from scheduler.domain.party import Party
from scheduler.domain.value import Identifier, Value

_LONGEST = 3600


class Compression(Value):
    """A step by which statements become shorter when not all of them fit.

    ``limit_seconds`` holds for the kinds named ``members``, ``other_limit_seconds`` for all others; without
    the latter the limit is one for all. Without any limit the time is divided equally.
    """

    limit_seconds: int | None = Field(default=None, gt=0, le=_LONGEST)
    other_limit_seconds: int | None = Field(default=None, gt=0, le=_LONGEST)
    equally: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if self.equally == (self.limit_seconds is not None):
            raise ValueError("a step has a limit, or divides equally. Maybe limit-seconds: 120")
        return self


class SpeakersList(Sourced):
    """A list of speakers who are called one after the other, such as that of a general debate.

    ``change_over_seconds`` pass between two statements, until the next speaker has the floor.
    ``limit_seconds`` is the length of a statement of a party for itself, ``group_limit_seconds`` of one on
    behalf of a group, ``other_limits_seconds`` that of parties of some kinds. ``open_to`` are the kinds of
    party that may be inscribed; ``members`` those to which the first limit of a compression applies.
    ``margin_seconds`` is how much each statement before may be shorter or longer than its limit.
    ``set_aside`` has clauses on lists of speakers that the forum does not follow, with the reason.
    """

    change_over_seconds: int = Field(ge=0, le=3600)
    limit_seconds: int | None = Field(default=None, gt=0, le=_LONGEST)
    group_limit_seconds: int | None = Field(default=None, gt=0, le=_LONGEST)
    other_limits_seconds: dict[Identifier, int] = Field(default_factory=dict)
    open_to: tuple[Identifier, ...] = ()
    members: tuple[Identifier, ...] = ()
    absent: Literal["end-of-level", "end-of-list"] = "end-of-level"
    margin_seconds: int = Field(default=0, ge=0, le=600)
    compression: tuple[Compression, ...] = ()
    compression_source: str = ""
    set_aside: dict[str, str] = Field(default_factory=dict)

    def limit_of(self, party: Party | None, *, for_group: bool) -> int | None:
        """Return how long a party may speak.

        Parameters
        ----------
        party
            Who speaks; ``None`` where it stands in no list.
        for_group
            Whether it speaks on behalf of a group.

        Returns
        -------
        int or None
            Seconds; ``None`` where the forum has not decided on a limit.
        """
        if for_group and self.group_limit_seconds is not None:
            return self.group_limit_seconds
        own = self.other_limits_seconds.get(party.kind) if party else None
        return self.limit_seconds if own is None else own

    @property
    def shortest(self) -> int:
        """The shortest statement that the figures speak of, in seconds; 1 where they speak of none."""
        steps = (limit for one in self.compression for limit in (one.limit_seconds, one.other_limit_seconds))
        known = (self.limit_seconds, self.group_limit_seconds, *self.other_limits_seconds.values(), *steps)
        return min((one for one in known if one is not None), default=1)

    def may_speak(self, party: Party) -> bool:
        """Tell whether a party may be inscribed.

        Parameters
        ----------
        party
            One of the forum's.

        Returns
        -------
        bool
            True for all kinds where none is named.
        """
        return not self.open_to or party.kind in self.open_to
