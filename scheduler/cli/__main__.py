"""``python -m scheduler.cli`` does what ``hemicycle`` does."""

from scheduler.cli import main

main()
