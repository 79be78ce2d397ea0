"""What ``hemicycle new`` says."""

from collections.abc import Iterator
from typing import Any

from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.domain.listed import listed
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.wall_times import date_span
from scheduler.use_cases.new_forum import NewAnswer
from scheduler.use_cases.open_duties import roles_listed


def lines(answer: NewAnswer) -> Iterator[str]:
    """Say to a planner what was made, and what is to be decided.

    Parameters
    ----------
    answer
        What was made.

    Yields
    ------
    str
        Lines, the last one how to go on.
    """
    forum, like = answer.forum, answer.like
    days = forum.clock.days
    span = date_span(days[0].date, days[-1].date)
    yield from folded(f"{one_line(forum.title)}, {span}: made from {like.forum}.", 0)
    yield from section("To decide or to enter", _to_decide(answer))
    yield from section("These dates break", map(sentence, answer.breaches))
    yield from section("Files", (path.as_posix() for path in answer.files))
    yield from ("", f"Done. Schedule it with: hemicycle schedule {answer.files[0].parent.as_posix()}")


def _to_decide(answer: NewAnswer) -> Iterator[str]:
    for one in answer.open_duties:
        yield f"Who is appointed in {one_line(one.title)}: {roles_listed(one.roles)}."
    if answer.persons:
        yield f"Who comes in the place of {listed(map(one_line, answer.persons))}."
    if answer.forum.milestones:
        yield f"When {listed(one.milestone for one in answer.forum.milestones)} are done."
    if any(path.name == "side-event-slots.yaml" for path in answer.files):
        yield "Whether the slots for side events stay; nobody has asked for one yet."
    yield "Whether rooms, lengths, agendas, mandates and wishes stay as they were; SOURCES.md lists it all."


def document(answer: NewAnswer) -> dict[str, Any]:
    """Put what was made into JSON.

    Parameters
    ----------
    answer
        What was made.

    Returns
    -------
    dict
        What JSON can hold.
    """
    return {
        "forum": answer.forum.forum,
        "title": answer.forum.title,
        "like": answer.like.forum,
        "days": {day.name: day.date.isoformat() for day in answer.forum.clock.days},
        "files": [path.as_posix() for path in answer.files],
        "left-out": list(answer.persons),
        "open": [{"session": one.session, "roles": list(one.roles)} for one in answer.open_duties],
        "breaches": documents(answer.breaches),
    }
