"""``forum.yaml``: what a planner decides for the whole forum."""

import re
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator, Field

from scheduler.domain.address import MailAddress, WebAddress
from scheduler.domain.clock import Period
from scheduler.domain.costs import Cost, RelaxationSort
from scheduler.domain.forum import Milestone, SetAside
from scheduler.domain.value import CalendarDate, Identifier, Value
from scheduler.domain.venue import Venue
from scheduler.reading.written import no_instant

_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)", re.ASCII)


def _instant(words: Any) -> Any:
    """Refuse what does not say an instant: without an offset nobody knows when it is."""
    if isinstance(words, str) and not _INSTANT.fullmatch(words):
        raise ValueError(no_instant(words))
    return words


def _text(words: Any) -> Any:
    return words.strip() if isinstance(words, str) else words or ""


def _list(words: Any) -> Any:
    return [] if words is None else words


def _map(words: Any) -> Any:
    return {} if words is None else words


def _levels(words: Any) -> Any:
    """Let a level of one clause be written without a list of its own."""
    if not isinstance(words, list):
        return _list(words)
    return [[level] if isinstance(level, str) else level for level in words]


Instant = Annotated[AwareDatetime, BeforeValidator(_instant)]
"""A point in time with its offset (RFC 3339)."""


class OwnInterpretation(Value):
    """What a forum says otherwise than its venue on interpretation."""

    teams: int | None = Field(default=None, ge=0)
    meetings_per_week: int | None = Field(default=None, ge=0)
    interpreters_per_team: int | None = Field(default=None, ge=0)


class ForumFile(Value):
    """What stands in ``forum.yaml``; see ``Forum`` for what the fields mean."""

    forum: Identifier
    title: str = Field(min_length=1)
    edition: int
    timezone: str
    as_of: Instant
    venue: Identifier
    mandates: Annotated[tuple[Identifier, ...], BeforeValidator(_list)]
    days: dict[Identifier, CalendarDate] = Field(min_length=1)
    periods: Annotated[tuple[Period, ...], BeforeValidator(_list)] = ()
    interpretation: Annotated[OwnInterpretation, BeforeValidator(_map)] = OwnInterpretation()
    levels: Annotated[tuple[tuple[str, ...], ...], BeforeValidator(_levels)] = ()
    set_aside: Annotated[tuple[SetAside, ...], BeforeValidator(_list)] = ()
    milestones: Annotated[tuple[Milestone, ...], BeforeValidator(_list)] = ()
    costs: Annotated[dict[RelaxationSort, Cost], BeforeValidator(_map)] = Field(default_factory=dict)
    placeholder: Annotated[str, BeforeValidator(_text)] = ""
    url: WebAddress = ""
    organizer: MailAddress = ""

    def has_at(self, venue: Venue) -> Venue:
        """Put what this forum says otherwise in the place of what its venue says.

        Parameters
        ----------
        venue
            The venue, which other forums share.

        Returns
        -------
        Venue
            With the interpretation that this forum has there.
        """
        own = {name: said for name, said in self.interpretation if said is not None}
        return venue.replace(interpretation=venue.interpretation.replace(**own)) if own else venue
