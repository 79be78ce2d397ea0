"""Calendars across releases, and real programs that subscribe to them."""
