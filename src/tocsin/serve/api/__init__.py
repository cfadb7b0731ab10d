"""The JSON API behind the pages."""
