"""Small debates and lists drawn at random, a minute being the unit so that windows and breaks bite."""

from hypothesis import strategies as st

from scheduler.domain.list_of_speakers import Call, Debate, ListOfSpeakers, Reply, Statement, Stretch

LEVELS = 2
MEETINGS = ("debate-1", "debate-2")
START = 36_000


@st.composite
def debates(draw, most=4):
    """Draw a debate of one or two short meetings, in which something may have been said already."""
    count = draw(st.integers(1, 2))
    lengths = [draw(st.integers(4, 12)) * 60 for _ in range(count)]
    starts = [START, START + lengths[0] + draw(st.sampled_from([0, 300]))]
    stretches = tuple(
        Stretch(meeting=name, day="day-1", start=start, end=start + length)
        for name, start, length in zip(MEETINGS, starts, lengths, strict=False)
    )
    ranks = sorted(draw(st.lists(st.integers(0, LEVELS), min_size=1, max_size=most)))
    was = draw(st.booleans())
    calls = tuple(_call(draw, number, rank, stretches, was) for number, rank in enumerate(ranks))
    replies = tuple(
        Reply(party="p0", meeting=stretches[-1].meeting, number=number + 1, seconds=60)
        for number in range(draw(st.sampled_from([0, 0, 1, 2])))
    )
    over = draw(st.sampled_from([0, 30]))
    made = Statement(party="past", meeting="debate-0", start=START - 300, end=START - 60)
    return Debate(
        stretches=stretches,
        calls=calls,
        change_over=over,
        replies=replies,
        replanned=was,
        made=(made,) if draw(st.booleans()) else (),
    )


def _call(draw, number, rank, stretches, was):
    whole = tuple((one.start, one.end) for one in stretches)
    free = draw(st.booleans())
    there = whole
    if not free:
        stretch = draw(st.sampled_from(stretches))
        first = draw(st.integers(0, (stretch.end - stretch.start) // 60 - 1)) * 60
        last = min(stretch.end, stretch.start + first + draw(st.integers(2, 8)) * 60)
        there = ((stretch.start + first, last),)
        free = there == whole
    return Call(
        party=f"p{number}",
        rank=rank,
        seconds=draw(st.sampled_from([60, 60, 120])),
        there=there,
        free=free,
        meeting=draw(st.sampled_from([None, *MEETINGS])) if was else None,
    )


@st.composite
def lists(draw, debate, *, whole=False, tidy=False, exact=False):
    """Draw a list: near to a good one, or anything at all.

    A ``whole`` one has every speaker once; a ``tidy`` one keeps to the hours, one after the other; an
    ``exact`` one has no statement of another length than its limit.
    """
    parties = [call.party for call in draw(st.permutations(debate.calls))]
    if not whole:
        parties = parties[: draw(st.integers(max(0, len(parties) - 1), len(parties)))]
        parties += draw(st.sampled_from([[], [], [], parties[:1], ["stranger"]]))
    cut = draw(st.integers(0, len(parties)))
    groups = [parties[:cut], parties[cut:]] if len(debate.stretches) == 2 else [parties]
    statements = list(debate.made)
    for stretch, group in zip(debate.stretches, groups, strict=True):
        statements += _held(draw, debate, stretch, group, tidy=tidy, exact=exact or tidy)
    return ListOfSpeakers(statements=tuple(sorted(statements, key=lambda one: (one.start, one.end))))


def _held(draw, debate, stretch, parties, *, tidy, exact):
    """Hold some statements one after the other, some of them too early, too late or too long."""
    early = [0, 0, 0, 60] if tidy else [0, 0, 0, 60, -60]
    shifts = [0, 0, 0, 30] if tidy else [0, 0, 0, 30, -30]
    longer = [0] if exact else [0, 0, 0, 0, 60]
    found, ready = [], stretch.start + draw(st.sampled_from(early))
    for party in parties:
        known = debate.call_by_party.get(party)
        start = ready + draw(st.sampled_from(shifts))
        end = start + (known.seconds if known else 60) + draw(st.sampled_from(longer))
        found.append(Statement(party=party, meeting=stretch.meeting, start=start, end=end))
        ready = end + debate.change_over
    for reply in (one for one in debate.replies if one.meeting == stretch.meeting):
        start = ready + draw(st.sampled_from(shifts))
        end = start + reply.seconds + draw(st.sampled_from(longer))
        if tidy or draw(st.sampled_from([True, True, True, False])):
            found.append(
                Statement(party="p0", meeting=stretch.meeting, start=start, end=end, reply=reply.number)
            )
        ready = end + debate.change_over
    return found
