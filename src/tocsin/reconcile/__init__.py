"""Mentions of one incident joined across reports: candidates, likeness, groups, and the ledger of values."""
