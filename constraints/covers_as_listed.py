"""The objectives are divided among sessions as a mandate lists them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.value import Value
from scheduler.domain.verdict import Charge, Open
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumPreference


class Listed(Value):
    """The objectives listed for the session with a number."""

    number: int
    objectives: tuple[int, ...]


class CoversAsListed(ForumPreference):
    """Each objective is discussed in the session for which it is listed, and in no other.

    Why: delegations prepare by the list, even where it only indicates. The price is 1 for each
    objective that stands elsewhere or nowhere.
    """

    class Options(RuleOptions):
        """What ``covers-as-listed`` speaks of; ``split`` names sessions by their number."""

        sessions: SessionSelector
        split: tuple[Listed, ...] = Field(min_length=1)

    options: Options

    OPTIONS = {
        "sessions": {"kind": "round-table"},
        "split": [{"number": 1, "objectives": [1, 3]}, {"number": 2, "objectives": [2]}],
    }
    KEPT = ({"sessions": {"round-table-1": {"objectives": [3, 1]}, "round-table-2": {"objectives": [2]}}},)
    CHARGED = (
        (
            {"sessions": {"round-table-1": {"objectives": [1]}, "round-table-2": {"objectives": [2, 3]}}},
            "objective 3 is taken up by round-table-2; it is listed for round-table-1",
            1,
        ),
        (
            {"sessions": {"round-table-1": {"objectives": [1]}, "round-table-2": {"objectives": [2]}}},
            "objective 3 is taken up by no session; it is listed for round-table-1",
            1,
        ),
    )

    def charges(self, forum: Forum) -> Iterator[Charge]:
        sessions = self.options.sessions.of(forum)
        for objective in self._objectives(sessions):
            listed = [one.number for one in self.options.split if objective in one.objectives]
            held = [one.number for one in sessions if objective in one.objectives]
            undecided = {one.number for one in sessions if not one.objectives}
            if set(listed) - undecided != set(held):
                here, there = _names(sessions, held), _names(sessions, listed)
                yield self.charge(
                    f"objective-{objective}",
                    f"objective {objective} is taken up by {here}; it is listed for {there}",
                    1,
                )

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            if not session.objectives:
                yield self.open_point(
                    session.session, f"nobody has said which objectives {session.title} takes up"
                )

    def _objectives(self, sessions: tuple[Session, ...]) -> list[int]:
        """List all objectives that are listed or taken up."""
        listed = {objective for one in self.options.split for objective in one.objectives}
        return sorted(listed.union(*(session.objectives for session in sessions)))


def _names(sessions: tuple[Session, ...], numbers: list[int | None] | list[int]) -> str:
    """Name the sessions with some numbers, or say that there is none."""
    titles = {session.number: session.title for session in sessions}
    return " and ".join(titles.get(number, f"number {number}") for number in numbers) or "no session"
