"""``SOURCES.md`` of an imported forum: what its file says, what was derived, and what was left out."""

from collections.abc import Iterator

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.publishing.forum_folder.origin import Origin
from scheduler.publishing.markdown_words import markdown


def sources_md(programme: ForeignProgramme, origin: Origin) -> bytes:
    """Write where the data of a forum comes from.

    Parameters
    ----------
    programme
        What the file says.
    origin
        Which file that is.

    Returns
    -------
    bytes
        Markdown in UTF-8.
    """
    return "".join(f"{line}\n" for line in _lines(programme, origin)).encode()


def _lines(programme: ForeignProgramme, origin: Origin) -> Iterator[str]:
    yield f"# Where the data of {origin.forum} comes from"
    yield ""
    yield f"From {markdown(origin.file)}, {origin.format}, by `hemicycle import`; nothing was looked up."
    yield from _facts(programme)
    yield from _list("What was derived, as an assumption", programme.derived)
    yield from _list("What the file has besides", programme.noted)


def _facts(programme: ForeignProgramme) -> Iterator[str]:
    first, last = programme.days[0].date, programme.days[-1].date
    yield from ("", "## What the file says", "", "| what | value | where |", "| --- | --- | --- |")
    yield f"| the title | {markdown(programme.title)} | `forum.yaml` |"
    yield f"| the days | {len(programme.days)}, {first} to {last} | `forum.yaml`, days |"
    yield f"| the time zone | {programme.timezone} | `forum.yaml` |"
    yield f"| rooms | {len(programme.rooms)} | the venue, `rooms.yaml` |"
    yield f"| sessions | {len(programme.sessions)} | `sessions.yaml` |"
    yield f"| tracks | {len(programme.tracks)} | `tracks.yaml` |"
    yield f"| people | {len(programme.people)} | `parties.csv` |"
    yield f"| rooms and times of sessions | {len(programme.placements)} | `releases/` |"


def _list(heading: str, sentences: tuple[str, ...]) -> Iterator[str]:
    if sentences:
        yield from ("", f"## {heading}", "")
        yield from (f"- {markdown(one)}" for one in sentences)
