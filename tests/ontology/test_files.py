"""Data files that can't be read are named."""

from pathlib import Path

import pytest

from tocsin.errors import FormatError
from tocsin.ontology.files import read_rows, read_yaml, yaml_files


def test_broken_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    source = tmp_path / "broken.yaml"
    source.write_text("good: yes\nbad: [1, 2\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"broken\.yaml.*line"):
        read_yaml(source)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"absent\.yaml"):
        read_yaml(tmp_path / "absent.yaml")


def test_rows_have_names_and_comments_are_left_out(tmp_path: Path) -> None:
    source = tmp_path / "table.tsv"
    source.write_text("# a comment\none\ttwo\n1\n\n2\t3\n", encoding="utf-8")
    assert list(read_rows(source)) == [{"one": "1", "two": ""}, {"one": "2", "two": "3"}]


def test_a_row_with_too_many_cells_is_named(tmp_path: Path) -> None:
    source = tmp_path / "table.tsv"
    source.write_text("one\ttwo\n1\t2\t3\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"table\.tsv"):
        list(read_rows(source))


def test_yaml_files_are_listed_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "notes.md"):
        (tmp_path / name).touch()
    assert [entry.name for entry in yaml_files(tmp_path)] == ["a.yaml", "b.yaml"]
