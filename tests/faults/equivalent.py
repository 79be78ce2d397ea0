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
}
