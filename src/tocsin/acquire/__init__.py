"""Turns files, folders, standard input and web pages into reports."""

from tocsin.acquire.inputs import Failure, acquire, acquire_one
from tocsin.acquire.twins import bands, is_twin, signature, similarity

__all__ = ["Failure", "acquire", "acquire_one", "bands", "is_twin", "signature", "similarity"]
