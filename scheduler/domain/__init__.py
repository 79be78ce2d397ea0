"""The values of a forum: frozen, in minutes and zoned datetimes, without input or output."""
