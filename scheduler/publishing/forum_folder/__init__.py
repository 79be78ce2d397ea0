"""The files of a forum's folder, written from a programme of another tool: ForeignProgramme -> bytes."""
