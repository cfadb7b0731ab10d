"""Serves the record to people and programs: pages, map and JSON API."""
