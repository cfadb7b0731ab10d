"""Weights of Tocsin's reader of roles for English; `tocsin.read.roles` reads them."""
