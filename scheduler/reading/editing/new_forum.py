"""``forum.yaml`` of a new edition: other name and dates, nothing done yet, and what is to be decided said."""

from collections.abc import Iterator

from scheduler.reading.editing.edition import Edition
from scheduler.reading.editing.spans import Span, headed, in_place_of, remark, spliced
from scheduler.reading.editing.yaml_edits import NOTHING, quoted
from scheduler.reading.editing.yaml_parts import Part, parts_of

_REMARKS = {
    "title": "To decide: the title.",
    "as-of": "To decide: the day on which these dates were decided. It is still that of {like}.",
    "mandates": "To decide: whether these mandates still hold; `hemicycle roll-forward` compares them.",
    "days": "To decide: whether these days are right. They are as far from one another as those of {like}.",
    "levels": "To decide: whether wishes still count in this order.",
    "set-aside": "To decide: whether these clauses are set aside again.",
    "milestones": "To enter: when each of them is done.",
    "url": "To enter: the page of the forum, and the address for questions.",
}
_EMPTIED = ("url", "organizer", "placeholder")


def new_forum(text: str, edition: Edition) -> str:
    """Write ``forum.yaml`` of a new edition.

    Parameters
    ----------
    text
        That of the forum it is like.
    edition
        What is otherwise.

    Returns
    -------
    str
        With the comments that stood there, but for those at its head.
    """
    root = parts_of(text)
    spans = [*_fields(root, edition), *_days(root, edition), *_milestones(text, root)]
    remarks = {key: words.format(like=edition.like.forum) for key, words in _REMARKS.items()}
    spans += [remark(text, root, key, words) for key, words in remarks.items() if key in root.keys]
    return headed(spliced(text, spans), _head(edition))


def _head(edition: Edition) -> Iterator[str]:
    like = edition.like.forum
    yield f"{edition.name}: what holds for the whole forum, taken over from {like} by `hemicycle new`."
    yield "What is to be decided or entered is said above it. What other comments tell of dates, persons and"
    yield f"sources they tell of {like}: delete them as you go. SOURCES.md lists what to decide in all files."


def _fields(root: Part, edition: Edition) -> Iterator[Span]:
    year = edition.first_day.year
    title = root.values["title"]
    yield in_place_of(root.values["forum"], edition.name)
    yield in_place_of(title, quoted(title.text.replace(str(edition.like.edition), str(year))))
    yield in_place_of(root.values["edition"], str(year))
    for key in _EMPTIED:
        if key in root.values and root.values[key].text:
            yield in_place_of(root.values[key], '""')


def _days(root: Part, edition: Edition) -> Iterator[Span]:
    for name, part in root.at(("days",)).values.items():
        yield in_place_of(part, edition.days[name].isoformat())


def _milestones(text: str, root: Part) -> Iterator[Span]:
    """Let nothing be done yet; notes were on what was done."""
    milestones = root.values.get("milestones")
    for one in milestones.items if milestones else ():
        done, note = one.values.get("done"), one.values.get("note")
        if done and done.text:
            space = not one.flow and text[done.start - 1] == " "
            yield Span(done.start - space, done.end, NOTHING if one.flow else "")
        if note and note.text:
            yield in_place_of(note, '""')
