"""Learns the weights that the package holds from data with known answers."""
