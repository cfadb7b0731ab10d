"""Surfaces to identities: actors, places, times and counts."""
