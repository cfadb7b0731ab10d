"""Reading a corpus of grouped reports, as the commands that measure and learn do."""

import typer

from tocsin.evaluate.figures import read_accounts
from tocsin.evaluate.report_groups import Corpus, principal
from tocsin.pipeline.reading import build_reader
from tocsin.reconcile.account import Account
from tocsin.settings import load


def read_corpus(corpus: Corpus) -> dict[str, Account]:
    """Return the account that stands for each report, by the corpus' ids, telling how far it is."""
    reader = build_reader(load())
    return read_accounts(corpus, lambda report: principal(report, reader), _every_hundred)


def _every_hundred(number: int, of: int) -> None:
    if number % 100 == 0 or number == of:
        typer.echo(f"read {number} of {of}", err=True)
