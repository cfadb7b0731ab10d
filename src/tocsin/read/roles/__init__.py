"""Who fills which role of the incidents that a report tells of: a trained encoder proposes, learnt trees decide."""
