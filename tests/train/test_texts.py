import json
import lzma
from pathlib import Path

import pytest

from tocsin.errors import FormatError, InputError
from tocsin.train.texts import texts


def test_texts_come_of_every_shape(tmp_path: Path) -> None:
    records = [{"text": "A b."}, {"doctext": "C d."}, {"tokens": ["E", "f"]}, [{"sentences": [["G"], ["h", "."]]}]]
    lines = "\n".join(map(json.dumps, records))
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "a.jsonl.xz").write_bytes(lzma.compress(lines.encode()))
    for name in ("a.jsonl", "a.jsonl.xz"):
        assert list(texts(tmp_path / name)) == ["A b.", "C d.", "E f", "G h ."]


def test_what_holds_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "A"}\n{"title": "B"}\n', encoding="utf-8")
    with pytest.raises(FormatError, match="line 2 holds no text"):
        list(texts(path))
    with pytest.raises(InputError, match="can't be read"):
        list(texts(tmp_path / "none.jsonl"))
