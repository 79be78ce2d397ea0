"""Programmes of other tools: files of theirs -> ForeignProgramme; one module a format."""
