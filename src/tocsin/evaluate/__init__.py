"""Corpora, metrics and gates."""
