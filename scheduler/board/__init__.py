"""The only door from rules to CP-SAT: verbs over meetings, in ticks inside and minutes outside."""

from scheduler.board.board import Board
from scheduler.board.hints import hint
from scheduler.board.pins import pin
from scheduler.board.prices import Term
from scheduler.board.sparing import Sparing
from scheduler.board.times import Truth

__all__ = ["Board", "Sparing", "Term", "Truth", "hint", "pin"]
