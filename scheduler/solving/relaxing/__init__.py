"""Ways out of an impossible forum: the cheapest changes that make a programme possible."""
