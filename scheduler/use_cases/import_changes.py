"""What another import of a file changes in a forum's sessions."""

from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session


@dataclass(frozen=True)
class ImportChanges:
    """Sessions by what became of them; those that stay as they are stand nowhere."""

    new: tuple[Session, ...] = ()
    gone: tuple[Session, ...] = ()
    other: tuple[Session, ...] = ()


def import_changes(before: Forum | None, now: Forum) -> ImportChanges:
    """Compare the sessions of a forum with those that it had before an import.

    Parameters
    ----------
    before
        ``None`` where it was not there.
    now
        As it was imported.

    Returns
    -------
    ImportChanges
        By the ids of sessions; nothing where the forum is new.
    """
    if before is None:
        return ImportChanges()
    then, here = before.session_by_id, now.session_by_id
    return ImportChanges(
        new=tuple(one for one in now.sessions if one.session not in then),
        gone=tuple(one for one in before.sessions if one.session not in here),
        other=tuple(one for one in now.sessions if one.session in then and one != then[one.session]),
    )
