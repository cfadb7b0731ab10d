"""What is kept of a mention so that it can be compared without its report's body."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tocsin.model import Mention, Report
from tocsin.ontology.folding import fold_text
from tocsin.reconcile.sketch import Sketch, sketch
from tocsin.reconcile.word_lists import word_list


@dataclass(frozen=True, slots=True)
class Profile:
    """The terms of a mention, and whether its report looks back at the incident: trial, anniversary, funeral."""

    sketch: Sketch = field(default_factory=Sketch)
    looks_back: bool = False


def profile(mention: Mention, report: Report, others: Iterable[Mention] = ()) -> Profile:
    """Return a mention's profile; the report has its body, `others` are its other mentions."""
    return Profile(sketch(mention, report, others), looks_back(mention, report))


def looks_back(mention: Mention, report: Report) -> bool:
    """Say whether the mention's sentences, or the title over its news, tell of it as of something past."""
    texts = [span.text for span in mention.evidence]
    if mention.scope == "headline":
        texts.append(report.title)
    return any(not word_list("following").isdisjoint(fold_text(text).split()) for text in texts)
