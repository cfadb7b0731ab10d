"""Report → mentions, statements, tallies and relations: annotate, then extract."""
