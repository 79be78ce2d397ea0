"""Duties that nobody has yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed


@dataclass(frozen=True)
class OpenDuties:
    """Roles of a session that nobody has; a role that several are to have stands several times."""

    session: str
    title: str
    roles: tuple[str, ...]


def open_duties(forum: Forum) -> tuple[OpenDuties, ...]:
    """List the duties without a party.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    tuple of OpenDuties
        One for each session that has any, in their order.
    """
    found = [
        OpenDuties(one.session, one.title, tuple(duty.role for duty in one.duties if duty.party is None))
        for one in forum.sessions
    ]
    return tuple(one for one in found if one.roles)


def roles_listed(roles: Iterable[str]) -> str:
    """Join roles, each with how many have it where it is more than one.

    Parameters
    ----------
    roles
        At least one.

    Returns
    -------
    str
        Such as ``2 co-chairs and a moderator``.
    """
    counts = Counter(roles).items()
    return listed(f"{number} {role}s" if number > 1 else f"a {role}" for role, number in counts)
