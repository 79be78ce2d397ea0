"""What ``hemicycle release`` and ``hemicycle restore`` say."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from scheduler.cli.endings import BAD, BROKEN, KEPT, NOTHING_FOUND
from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.cli.printing import say
from scheduler.cli.schedule_words import files
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import state_of_timetable
from scheduler.domain.release import GivenMeeting
from scheduler.publishing.difference_words import day_of, title_of
from scheduler.publishing.plain_words import named
from scheduler.publishing.wall_times import hours
from scheduler.use_cases.release import NoSuchRelease, ReleaseAnswer, RoomGone
from scheduler.use_cases.release_gate import NothingToAcknowledge
from scheduler.use_cases.release_store import NoLongerLast
from scheduler.use_cases.release_time import NotYet, TooEarly

_LATE = "no timetable was proven best in the time given"


_TO_ANSWER = "Maybe answer for a breach of practice: --acknowledge CLAUSE --because TEXT"
_TO_PUT_RIGHT = "Only a breach of practice can be answered for. Maybe put the others right in the timetable."


@contextmanager
def usage() -> Iterator[None]:
    """Turn an order that does not go with what is there into bad usage.

    Yields
    ------
    None
        While the order is carried out.
    """
    try:
        yield
    except (NoSuchRelease, RoomGone, NothingToAcknowledge, TooEarly, NotYet, NoLongerLast) as error:
        raise click.UsageError(str(error)) from None


def ending(answer: ReleaseAnswer) -> int:
    """Choose the exit code.

    Parameters
    ----------
    answer
        What became of the release.

    Returns
    -------
    int
        One of ``scheduler.cli.endings``.
    """
    if answer.path is None:
        return BROKEN
    if answer.scheduled and answer.scheduled.status == "unknown":
        return NOTHING_FOUND
    return BAD if answer.unwritten else KEPT


def made(answer: ReleaseAnswer, here: Path) -> str:
    """Say that a release is made; it stays so, whatever becomes of the outputs.

    Parameters
    ----------
    answer
        With the path of the release.
    here
        The folder from which paths are named.

    Returns
    -------
    str
        One line.
    """
    assert answer.path is not None  # there is nothing to be told before
    where = files((answer.path,), here)[0]
    return f"Release {answer.release.number} ({answer.release.status}) is made: {where}"


def teller(as_json: bool, here: Path) -> Callable[[ReleaseAnswer], None]:
    """Return what says at once that a release is made, unless one document says all.

    Parameters
    ----------
    as_json
        Whether it does.
    here
        The folder from which paths are named.

    Returns
    -------
    callable
        Prints one line.
    """
    return (lambda _: None) if as_json else lambda answer: say(made(answer, here))


def lines(answer: ReleaseAnswer, here: Path, restored: int | None = None) -> Iterator[str]:
    """Say the answer to a planner, who knows already that the release is made.

    Parameters
    ----------
    answer
        What became of the release.
    here
        The folder from which paths are named.
    restored
        The number of the release whose timetable it has, where it was restored.

    Yields
    ------
    str
        Lines.
    """
    if answer.path is None:
        yield from _refused(answer)
        return
    folder = files((answer.path.parents[1],), here)[0]
    yield from section("Not checked", answer.said)
    told = (f"{one.clause}: {one.sentence}; because {one.because}" for one in answer.release.acknowledged)
    yield from section("Answered for", told)
    yield from section("Breaches", map(sentence, answer.breaches))
    yield from _outputs(answer, folder, here, answer.release.number if restored is None else restored)


def _refused(answer: ReleaseAnswer) -> Iterator[str]:
    practice = all(breach.tier == "practice" for breach in answer.breaches)
    who = "has answered" if practice else "can answer"
    yield f"Not published: this timetable breaks what nobody {who} for. Nothing was written."
    yield from section("Breaches", map(sentence, answer.breaches))
    yield from ("", *folded(_TO_ANSWER if practice else _TO_PUT_RIGHT, 0))


def _put_in(answer: ReleaseAnswer) -> tuple[GivenMeeting, ...]:
    """Return the meetings of the outputs that the release does not have."""
    programme = answer.scheduled.programme if answer.scheduled else None
    if programme is None:
        return ()
    state = state_of_timetable(programme.forum, programme.timetable)
    return tuple(one for one in state.meetings if one.id not in answer.release.timetable.by_meeting)


def _where(forum: Forum, one: GivenMeeting) -> str:
    room = named(forum.room_name(one.room), one.room)
    return f"{title_of(one)}: {room}, {hours(one.start, one.end)} on {day_of(one)}"


def _outputs(answer: ReleaseAnswer, folder: str, here: Path, given: int) -> Iterator[str]:
    scheduled = answer.scheduled
    programme = scheduled.programme if scheduled else None
    if scheduled is None or programme is None:
        why = answer.unwritten or "the forum cannot be scheduled as it is"
        yield from ("", *folded(f"The release is made, but not its outputs: {why}. Maybe see why:", 0))
        yield f"  hemicycle schedule {folder}"
        return
    if programme.release != answer.release.number:
        why = _LATE if programme.status == "feasible" else "it breaks a clause that they keep"
        yield from ("", f"The outputs differ from this release, as {why}.")
    where = (_where(programme.forum, one) for one in _put_in(answer))
    yield from section(f"Meetings put in that release {given} does not have", where)
    yield from section("Outputs made again", files(scheduled.files, here))


def document(answer: ReleaseAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What became of the release.

    Returns
    -------
    dict
        What JSON can hold; ``file`` is ``None`` when nothing was written, and ``unwritten`` says why
        there are no outputs although there is a release; ``put-in`` are meetings that only they have,
        ``not-checked`` sentences on what the timetable does not say.
    """
    keys = {"number", "status", "released", "note", "acknowledged"}
    where = {"id", "title", "room", "start", "end"}
    return {
        "forum": answer.forum.forum,
        "file": str(answer.path) if answer.path else None,
        **answer.release.model_dump(mode="json", by_alias=True, include=keys),
        "breaches": documents(answer.breaches),
        "outputs": [str(path) for path in answer.scheduled.files] if answer.scheduled else [],
        "unwritten": answer.unwritten,
        "not-checked": list(answer.said),
        "put-in": [one.model_dump(mode="json", include=where) for one in _put_in(answer)],
    }
