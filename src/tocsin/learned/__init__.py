"""Models that were learnt, as any stage asks them: plain numbers, no framework at run time."""
