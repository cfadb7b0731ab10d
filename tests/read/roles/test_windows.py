from typing import Any

import pytest

from tocsin.read.roles.fillers import FillerReader
from tocsin.read.roles.windows import Piece, cut


@pytest.fixture(scope="module")
def tokenizer(reader: FillerReader) -> Any:
    return reader.encoder._tokenizer  # the one that the weights come with


def _fresh(pieces: list[Piece]) -> list[tuple[int, int]]:
    return [offset for piece in pieces for offset in piece.offsets[piece.fresh : -1]]


@pytest.mark.parametrize("size", [16, 64, 512])
def test_each_token_is_fresh_in_one_window(tokenizer: Any, size: int) -> None:
    text = "Gunmen shot a judge in the capital. Nobody claimed it! " * 40
    pieces = list(cut(tokenizer, text, size))
    assert all(len(piece.tokens) == len(piece.offsets) <= size for piece in pieces)
    assert _fresh(pieces) == tokenizer.encode(text, add_special_tokens=False).offsets


def test_windows_end_with_sentences_where_they_can(tokenizer: Any) -> None:
    text = "Gunmen shot a judge in the capital. " * 30
    *pieces, _ = cut(tokenizer, text, 64)
    assert all(text[piece.offsets[-2][0]] == "." for piece in pieces)


def test_an_empty_text_has_no_window(tokenizer: Any) -> None:
    assert list(cut(tokenizer, "")) == []
