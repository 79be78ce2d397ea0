"""Calendars read by the programs that delegates use."""
