"""The forum is held at a given venue."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Breach
from scheduler.options import RuleOptions
from scheduler.rules import ForumRule


class HeldAt(ForumRule):
    """The forum is held at the venue named.

    Why: a mandate that names the place leaves no choice of it, only of rooms.
    """

    class Options(RuleOptions):
        """What ``held-at`` speaks of."""

        venue: Identifier

    options: Options

    OPTIONS = {"venue": "mini-venue"}
    KEPT = ({},)
    BROKEN = (
        (
            {
                "venue": {
                    "venue": "lake",
                    "name": "House at the lake",
                    "city": "Geneva",
                    "periods": [],
                    "rooms": [],
                }
            },
            "the forum is held at House at the lake, Geneva (lake); it has to be held at mini-venue",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        venue = forum.venue
        if venue.venue != self.options.venue:
            where = f"{venue.name}, {venue.city} ({venue.venue})"
            yield self.breach(
                venue.venue, f"the forum is held at {where}; it has to be held at {self.options.venue}"
            )
