"""The files in which side events are handed out, and how they are known again."""

TABLE = "side-events.csv"
PAGE = "side-events.html"
CALENDAR = "calendars/side-events.ics"

COLUMNS = (
    "standing",
    "day",
    "date",
    "begins",
    "ends",
    "slot",
    "slot is for",
    "side event",
    "title",
    "organiser",
    "where",
    "people",
    "speakers",
    "wish",
    "url",
    "because",
)
HEAD = f"{','.join(COLUMNS)}\n"
"""The head line, by which a table of ours is known again."""

MARK = "hemicycle side events"
"""What a page of ours says it was made by."""
