"""``sessions.yaml`` of a new edition: agendas stay, and nobody is appointed whom no clause names."""

from collections.abc import Iterator

from scheduler.reading.editing.edition import Edition
from scheduler.reading.editing.spans import Span, headed, in_place_of, spliced
from scheduler.reading.editing.yaml_parts import Part, parts_of


def new_sessions(text: str, edition: Edition) -> str:
    """Write ``sessions.yaml`` of a new edition.

    Parameters
    ----------
    text
        That of the forum it is like.
    edition
        What is otherwise.

    Returns
    -------
    str
        With duties without a party, which are reported as open, where somebody is to be appointed.
    """
    spans = [span for session in parts_of(text).at(("sessions",)).items for span in _spans(session, edition)]
    return headed(spliced(text, spans), _head(edition))


def _head(edition: Edition) -> Iterator[str]:
    like = edition.like.forum
    yield f"The sessions of {edition.name}, taken over from {like} by `hemicycle new`."
    yield "To decide: whether sessions, lengths and agendas stay as they were; who has the duties without a"
    yield "party: add party: and source: to them. Sources, certainty and other comments are still those of"
    yield f"{like}."


def _spans(session: Part, edition: Edition) -> Iterator[Span]:
    for duty in _items(session, "duties"):
        if duty.says("party") and duty.says("party") not in edition.offices:
            yield in_place_of(duty, _open_duty(duty))
    for segment in _items(session, "segments"):
        names = [one.text for one in _items(segment, "speakers")]
        kept = [name for name in names if name not in edition.persons]
        if len(kept) < len(names):
            yield in_place_of(segment.values["speakers"], f"[{', '.join(kept)}]")


def _items(part: Part, key: str) -> tuple[Part, ...]:
    return part.values[key].items if key in part.values else ()


def _open_duty(duty: Part) -> str:
    said = (f"{key}: {duty.says(key)}" for key in ("role", "segment") if duty.says(key))
    return f"{{{', '.join(said)}}}"
