"""Executors: each result is there once, whoever is killed meanwhile."""
