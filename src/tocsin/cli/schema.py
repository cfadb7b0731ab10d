"""`tocsin schema`: the records as JSON Schema."""

import json

import typer

from tocsin.model import RECORDS, schema


def print_schema() -> None:
    """Print the JSON Schema of every record."""
    typer.echo(json.dumps(schema(RECORDS), indent=2))
