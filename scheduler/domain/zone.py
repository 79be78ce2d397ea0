"""Time zones by their names."""

from difflib import get_close_matches
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator


class NoSuchTime(ValueError):
    """A wall-clock time that the zone skips or has twice on that date."""


def _likely_zone(name: str) -> str:
    """Suggest a time zone, by its city where one is named."""
    zones = sorted(zone for zone in available_timezones() if "/" in zone)
    word = name.strip().replace(" ", "_")
    city = [zone for zone in zones if zone.rpartition("/")[2].casefold() == word.casefold()]
    likely = city or get_close_matches(word, zones, n=1, cutoff=0.8)
    return f"Maybe {likely[0]}" if likely else "Maybe a name such as America/New_York"


def _known_zone(name: str) -> str:
    if name != "UTC" and "/" not in name:
        raise ValueError(f"{name} is no IANA time zone name. {_likely_zone(name)}")
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError(f"{name} is no IANA time zone name. {_likely_zone(name)}") from None
    return name


ZoneName = Annotated[str, AfterValidator(_known_zone)]
"""A time zone of the IANA database."""
