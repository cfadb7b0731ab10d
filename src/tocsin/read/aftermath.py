"""Gives acts what sentences behind them say: who claims or is blamed, that nobody came to harm, what the toll is."""

import dataclasses

from tocsin.model import Component
from tocsin.read.attribution import claims_in, suspected_instead
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Draft
from tocsin.read.revisions import Revision, revise, revision_in
from tocsin.read.wordlists import Lexicon
from tocsin.read.zeros import zeros_in

_NOT_CLAIMED = {"arrest", "protest", "coup"}
_REACH = 12
_NEXT = 4


def with_aftermath(
    document: Document, sentences: tuple[Sentence, ...], drafts: list[Draft], lexicon: Lexicon, rules: Component
) -> list[Draft]:
    """Return the drafts with the claims, blames, denials and zeros of all sentences given to those they are about."""
    result = list(drafts)
    for sentence in sentences:
        zeros = zeros_in(document, sentence, rules)
        at = _told(result, sentence) if zeros else None
        if at is not None:
            result[at] = _also(dataclasses.replace(result[at], figures=result[at].figures + zeros), sentence)
        revision = revision_in(document, sentence, rules)
        if revision is not None:
            result = _revised(result, sentence, revision)
        agents = suspected_instead(document, sentence, rules)
        known = {a.phrase.head.i for a in agents}
        agents = [c for c in claims_in(document, sentence, lexicon, rules) if c.phrase.head.i not in known] + agents
        at = _about(result, sentence) if agents else None
        if at is not None:
            result[at] = _also(dataclasses.replace(result[at], agents=result[at].agents + tuple(agents)), sentence)
    return result


def _also(draft: Draft, sentence: Sentence) -> Draft:
    if sentence in draft.sentences:
        return draft
    return dataclasses.replace(draft, sentences=(*draft.sentences, sentence))


def _revised(drafts: list[Draft], sentence: Sentence, revision: Revision) -> list[Draft]:
    """Return the drafts with a sentence's tolls given to the act that it tells, else to the nearest before it."""
    bare = Revision(revision.sentence, former=revision.former)
    result = [revise(draft, bare) if sentence in draft.sentences else draft for draft in drafts]
    acts = [at for at, draft in enumerate(result) if not draft.harm_only or draft.sentences != (sentence,)]
    at = _told([result[at] for at in acts], sentence) if revision.figures else None
    if at is not None:
        result[acts[at]] = _also(revise(result[acts[at]], revision), sentence)
    return result


def _told(drafts: list[Draft], sentence: Sentence) -> int | None:
    """Return the act that a sentence tells last, else the nearest before it."""
    violent = [i for i, d in enumerate(drafts) if d.family not in {"arrest", "coup", "cyber"} and not d.vague]
    here = [i for i in violent if sentence in drafts[i].sentences]
    if here:
        return here[-1]
    last = {i: max((s.index for s in drafts[i].sentences if s.index < sentence.index), default=-99) for i in violent}
    before = [i for i in violent if sentence.index - last[i] <= _NEXT]
    return max(before, key=lambda i: last[i], default=None)


def _about(drafts: list[Draft], sentence: Sentence) -> int | None:
    """Return the act that a claim is about: told in its sentence, else the news, else the nearest before it."""
    violent = [
        i for i, d in enumerate(drafts) if d.family not in _NOT_CLAIMED and d.sentences[0].index <= sentence.index
    ]
    here = [i for i in violent if sentence in drafts[i].sentences]
    leads = [i for i in violent if drafts[i].lead]
    near = [i for i in violent if sentence.index - drafts[i].sentences[-1].index <= _REACH]
    for choice in (here, leads[:1], near[-1:]):
        if choice:
            return choice[0]
    return None
