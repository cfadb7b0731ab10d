from tests.reconcile.accounts import make_account

from tocsin.model import ActorMention, Mention, Perpetrator, Report
from tocsin.reconcile.profile import looks_back
from tocsin.reconcile.sketch import Sketch, sketch

TEXT = (
    "Sheriff Tom Sample said that Ann Marlow, 31, was shot on Elm Street in Kismayo, Somalia, at 2300 hours. "
    "The Example Front was blamed."
)


def of(text: str, title: str = "Woman shot in Kismayo") -> Sketch:
    held = Perpetrator(actor=ActorMention(name="Example Front", actor="group:x"), attribution="accused")
    account = make_account("r1", title=title, evidence=text, perpetrators=(held,))
    report = Report(id="r1", title=title, body=text, outlet="Daily Example")
    return sketch(account.mention, report)


def test_names_are_capitalised_words_inside_sentences_of_nobody_who_recurs() -> None:
    found = of(TEXT)
    assert found.names == ("ann", "elm", "marlow", "street")
    assert found.pairs == ("ann marlow", "elm street")
    assert found.streets == {"elm street"}


def test_numbers_go_with_the_word_after_them() -> None:
    assert {"31 was", "2300", "2300 hours"} <= set(of(TEXT).numbers)


def test_titles_in_capitals_give_no_names() -> None:
    assert "dead" not in of("Nothing more.", "Woman Shot Dead In Night Of Fire").names
    assert "night" in of("Nothing more.", "Woman Shot Dead In Night Of Fire").title


def test_a_report_of_two_incidents_gives_each_its_own_words() -> None:
    first, second = "A bomb hit the market.", "Gunmen stormed a hotel."
    body = f"{first} {second} Rain fell."
    report = Report(id="r1", title="", body=body)

    def mention(number: int, text: str, scope: str) -> Mention:
        start = report.text.index(text)
        own = report.span(start, start + len(text))
        return Mention(id=f"r1:m{number}", report="r1", trigger=own, kind="bombing", scope=scope, evidence=(own,))  # type: ignore[arg-type]  # a scope

    news = [mention(1, first, "headline"), mention(2, second, "headline")]
    assert set(sketch(news[0], report, news).words) == {"bomb", "hit", "market"}
    past = [news[0], mention(2, second, "background")]
    assert {"bomb", "rain"} <= set(sketch(past[0], report, past).words)
    assert "hotel" not in sketch(past[0], report, past).words
    assert {"stormed", "hotel"} <= set(sketch(past[1], report, past).words)
    assert "bomb" not in sketch(past[1], report, past).words


def test_a_report_without_body_is_known_by_its_sentences() -> None:
    account = make_account("r1", evidence="A bomb hit the fish market.")
    assert "fish" in sketch(account.mention, account.report).words


def test_what_looks_back_is_told_by_its_words() -> None:
    trial = make_account("r1", title="Man sentenced for bombing")
    assert looks_back(trial.mention, trial.report)
    assert not looks_back(make_account("r2").mention, make_account("r2").report)
