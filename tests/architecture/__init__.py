"""The layout of the code."""
