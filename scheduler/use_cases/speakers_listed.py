"""The lines of a list of speakers: estimates, what was inscribed, and why a line stands where it does."""

from collections.abc import Sequence

from scheduler.domain.estimates import Estimate, estimates
from scheduler.domain.inscription import Inscription
from scheduler.domain.list_of_speakers import Debate
from scheduler.domain.speakers_plan import Entry
from scheduler.reading.speakers import Debated
from scheduler.use_cases.speakers_debate import debate_of
from scheduler.use_cases.speakers_planning import Planned
from scheduler.use_cases.speakers_reasons import departures


def entries_of(
    debated: Debated,
    inscriptions: Sequence[Inscription],
    limits: dict[str, int],
    planned: Planned,
    replanned: int,
) -> tuple[Entry, ...]:
    """Put together the lines of a list.

    Parameters
    ----------
    debated
        The debate.
    inscriptions
        All of them, those without a place in the list among them.
    limits
        Seconds by party.
    planned
        The list.
    replanned
        A number that grows with all that is told of the list.

    Returns
    -------
    tuple of Entry
        In the order of time.
    """
    listed = [one for one in inscriptions if one.party in planned.spoken.by_party]
    whole = debate_of(debated, listed, limits)
    because = departures(debated.forum, whole, planned.spoken, planned.because)
    by_party = {one.party: one for one in listed}
    found: list[Entry] = []
    titles = debated.protocol.titles
    margin, said = debated.figures.margin_seconds, planned.debate.said
    for estimate in estimates(planned.debate.stretches, planned.spoken, margin, replanned, said):
        place = 0 if estimate.reply else 1 + sum(one.place > 0 for one in found)
        entry = _entry(estimate, by_party, whole, place, because)
        found.append(entry.replace(level=titles.get(entry.level, entry.level)))
    made = {(one.party, one.start) for one in said}
    return tuple(one.replace(spoken=(one.estimate.party, one.estimate.start) in made) for one in found)


def _entry(
    estimate: Estimate,
    by_party: dict[str, Inscription],
    whole: Debate,
    place: int,
    because: dict[str, str],
) -> Entry:
    if estimate.reply:
        return Entry(estimate=estimate, because="right of reply")
    inscription = by_party[estimate.party]
    return Entry(
        estimate=estimate,
        level=inscription.level,
        language=inscription.language,
        on_behalf_of=inscription.on_behalf_of,
        place=place,
        plain=1 + whole.place_by_party[estimate.party],
        because=because.get(estimate.party, ""),
    )
