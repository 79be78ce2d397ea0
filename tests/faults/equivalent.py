"""Faults that change nothing: by rule, by line of the source and change, with the reason."""

EQUIVALENT: dict[str, dict[tuple[str, str], str]] = {
    "exclusive": {
        (
            "twice = there in selected and one.meeting > other.meeting",
            "one.meeting > other.meeting -> one.meeting >= other.meeting",
        ): "the two are of different sessions where it matters, and so never the same meeting",
    },
    "shortest-departures": {
        (
            "behind = (one for one in order[index + 1 :] if one.free and places[one.party] < own)",
            "places[one.party] < own -> places[one.party] <= own",
        ): "no two speakers have the same place",
        (
            "return sum(places[one.party] > own for one in order[:index]) + sum(1 for _ in behind)",
            "places[one.party] > own -> places[one.party] >= own",
        ): "no two speakers have the same place",
    },
    "keep-to-release": {
        (
            "start, end = found.get(part.segment, (first, 0))",
            "0 -> 1",
        ): "it only stands until the first part ends, which is at minute 1 of the session at least",
    },
    "nobody-in-two-rooms": {
        (
            "filter",
            "no filter (chair, False) not in found",
        ): "who is there as somebody else too stays wanted, whether the chairs count or not",
        (
            "found |= {(chair, True) for chair in track.chairs if (chair, False) not in found}",
            "False -> True",
        ): "nobody is found as a chair of the track before; so it is as without the filter",
        (
            'return f"in {periods[0].words}" if periods[0] and periods[0] == periods[1] else ""',
            "0 -> 1",
        ): "the two are alike where it is said and where one of them is asked for",
        (
            "filter",
            "no filter here[one.session] or there[one.session]",
        ): "a session that nobody is wanted in has nobody in common with another",
    },
    "numbered-in-track": {
        (
            "filter",
            "no filter any((one.number for one in found))",
        ): "of a track in which nobody has a number nothing is asked",
    },
    "session-costs": {
        (
            "each = sum(one.of(session.session, period.words, place.room) for one in rows) if period else 0",
            "0 -> 1",
        ): "what lies in no period is not charged anyway",
        (
            "filter",
            "no filter not one.session or session.session in one.session",
        ): "a row that does not fit a session costs nothing there",
    },
}
