"""The language of a text."""

_FEWEST_LETTERS = 60
_LOOKED_AT = 4000


def guess_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language, None where the text is too short to tell."""
    if sum(character.isalpha() for character in text) < _FEWEST_LETTERS:
        return None
    import py3langid  # noqa: PLC0415  # loading its model takes half a second

    # Capitals alone mislead it: English in capitals looks like a pidgin.
    return str(py3langid.classify(text[:_LOOKED_AT].lower())[0])
