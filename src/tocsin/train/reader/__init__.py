"""Trains the encoder of the reader: texts with marked roles in, weights out."""
