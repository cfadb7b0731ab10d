"""What a verb with its subject and objects, or a noun, says in PLOVER, whoever governs it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.read.coding_words import ActRule, act_words, frame

_OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "nsubjpass", "acomp", "npadvmod"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_BARE, _OBJECT, _DEEPER, _SUBJECT, _WORD, _NOUN = 2.0, 2.0, 1.0, 1.0, 0.6, 2.2
_STRONG, _WEAK = 2.0, 1.5
_CLAUSES = frozenset({"xcomp", "advcl", "ccomp"})
_LOOSE = frozenset({"for", "on", "upon", "to", "with", "against", "at", "from", "into", "of", "behind", "by", "until"})
_DEEP = 2
_IRREGULAR = {"forgave": "forgive", "mistook": "mistake", "oversaw": "oversee", "forsook": "forsake"}


@dataclass(frozen=True, slots=True)
class Act:
    """A rule that holds for a predicate, how well it fits, and the noun that the act lies in, if it does."""

    rule: ActRule
    score: float
    token: Token
    noun: Token | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Arguments:
    """The words of a verb's objects and subject: lemmas, words and phrases, near and further down."""

    near: frozenset[str]
    deep: frozenset[str]
    subject: frozenset[str]
    beside: frozenset[str]
    heads: tuple[Token, ...]


def lemma(token: Token) -> str:
    """Return a token's lemma in lower case; the tagger's "stag" of "staged" is put right."""
    found = str(token.lemma_).lower()
    if token.pos_ == "VERB" and token.lower_ in {f"{found}ed", f"{found}ing"} and f"{found}e" in act_words().verbs:
        return found if token.lower_.endswith("ing") and found in act_words().verbs else f"{found}e"
    if token.pos_ == "VERB" and found not in act_words().verbs and found.removesuffix("e") in act_words().verbs:
        return found.removesuffix("e")
    if token.tag_ == "NNPS" and found == token.lower_:
        return found.removesuffix("s")
    return _IRREGULAR.get(found, found)


def act_of(verb: Token, subjects: list[Token]) -> Act | None:
    """Return what a verb says with its arguments, the best-fitting rule first."""
    arguments = _arguments(verb, subjects)
    found = [*_by_rules(verb, arguments), *_by_nouns(verb, arguments)]
    best = max(found, key=lambda act: (act.score, -act.rule.order), default=None)
    return _finer(best, arguments) if best is not None else None


def _finer(act: Act, arguments: Arguments) -> Act:
    """Return an act with the mode that a noun of its objects gives, where its own rule gives none."""
    if act.rule.mode or act.undone:
        return act
    nouns = filter(None, map(noun_act, arguments.heads))
    finer = next((each.rule for each in nouns if each.rule.event == act.rule.event and each.rule.mode), act.rule)
    return replace(act, rule=finer)


def noun_act(noun: Token) -> Act | None:
    """Return what a noun says by itself, with the words before it that belong to its name."""
    for text in sorted(_names(noun), key=len, reverse=True):
        rule = act_words().nouns.get(text)
        if rule is not None:
            return Act(rule, 1.0, noun, noun)
    return None


def _by_rules(verb: Token, arguments: Arguments) -> Iterator[Act]:
    everything = arguments.near | arguments.deep | arguments.beside
    for rest, rule in act_words().verbs.get(lemma(verb), ()):
        if rest and not all(word in everything for word in rest):
            continue
        score = _BARE + _WORD * len(rest) + _STRONG * rule.strong - _WEAK * rule.weak
        if rule.objects:
            fit = _fit(rule, arguments)
            if not fit:
                continue
            score += fit
        if rule.subjects:
            if not rule.subjects & arguments.subject:
                continue
            score += _SUBJECT
        yield Act(rule, score, verb)


def _fit(rule: ActRule, arguments: Arguments) -> float:
    near, deep = rule.objects & arguments.near, rule.objects & (frozenset() if rule.near else arguments.deep)
    longest = max((len(text.split()) for text in near or deep), default=0)
    return ((_OBJECT if near else _DEEPER) + 0.3 * (longest - 1)) if longest else 0.0


def _by_nouns(verb: Token, arguments: Arguments) -> Iterator[Act]:
    """Yield what the nouns say that a light verb brings, "staged a raid", or that a verb ends, "called off talks"."""
    undoes = lemma(verb) in frame("undo")
    if not undoes and lemma(verb) not in frame("light"):
        return
    for head in arguments.heads:
        act = noun_act(head)
        if act is not None:
            yield Act(act.rule, _NOUN, verb, head, undone=undoes)


def _arguments(verb: Token, subjects: list[Token]) -> Arguments:
    heads = tuple(_heads(verb))
    near = {text for head in heads for text in _names(head)}
    deep = {text for head in heads for token in _below(head, _DEEP) for text in _names(token)}
    deep |= set(_of_clauses(verb))
    subject = _subject_words(subjects)
    return Arguments(frozenset(near), frozenset(deep), subject, frozenset(_beside(verb)), heads)


def _beside(verb: Token) -> Iterator[str]:
    """Yield the particles and prepositions of a verb: those that stand right behind it, others where they govern."""
    for child in verb.children:
        if child.dep_ in {"prt", "advmod", "acomp", "oprd"}:
            yield child.lower_
        elif child.dep_ in {"prep", "dative", "agent"}:
            if child.lower_ in _LOOSE or child.i <= verb.i + 1:
                yield child.lower_
            yield from (each.lower_ for each in child.children)
        elif child.dep_ in _CLAUSES:
            yield lemma(child)
    if verb.i + 1 < verb.sent.end and verb.nbor().pos_ in {"ADP", "ADV", "SCONJ"}:
        yield verb.nbor().lower_


def _subject_words(subjects: list[Token]) -> frozenset[str]:
    """Return the words of a subject; "(country)" where it is one, "(several)" where it joins some."""
    found = {text for head in subjects for token in (head, *_below(head, 1)) for text in _names(token)}
    for head in subjects:
        inner = (child for token in (head, *_below(head, 1)) for child in token.children if child.dep_ == "acl")
        found |= {text for clause in inner for each in _heads(clause) for text in _names(each)}
    found |= {"(country)"} if any(head.ent_type_ == "GPE" for head in subjects) else set()
    found |= {"(several)"} if any(token.dep_ == "conj" for head in subjects for token in head.subtree) else set()
    return frozenset(found)


def _of_clauses(verb: Token) -> Iterator[str]:
    """Yield what is done what for, "to disperse the crowd", and "(clause)" where the verb governs another."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"}:
            yield "(clause)"
        elif child.dep_ == "advcl":
            yield from (text for each in child.children if each.dep_ == "dobj" for text in _names(each))


def _heads(verb: Token) -> Iterator[Token]:
    """Yield the heads of a verb's objects, plain and behind its prepositions, with those joined to them."""
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            yield from _joined(child)
        elif child.dep_ in {"prep", "prt", "advmod"}:
            yield from _behind(child)


def _behind(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield from _joined(child)
        elif child.dep_ == "prep":
            yield from _behind(child)


def _joined(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ == "conj":
            yield from _joined(child)


def _below(head: Token, depth: int) -> Iterator[Token]:
    """Yield the nouns and modifiers under a noun, so many prepositions deep; clauses are left out."""
    for child in head.children:
        if child.dep_ in _MODIFIERS or child.dep_ == "appos":
            yield child
            yield from _below(child, 0) if child.dep_ != "appos" else ()
        elif child.dep_ == "conj":
            yield child
            yield from _below(child, depth)
        elif child.dep_ == "prep" and depth:
            for each in _behind(child):
                yield each
                yield from _below(each, depth - 1)


def _names(head: Token) -> Iterator[str]:
    """Yield a noun's lemma and word, alone and with up to three words before it, and with "of" what follows."""
    yield from {lemma(head), head.lower_}
    before: list[str] = []
    for at in range(head.i - 1, max(head.sent.start, head.i - 4) - 1, -1):
        token = head.doc[at]
        if token.dep_ not in _MODIFIERS | {"punct"} or (token.is_punct and token.text != "-"):
            break
        before.insert(0, token.lower_)
        text = " ".join(before)
        yield f"{text} {lemma(head)}".replace(" - ", "-")
        yield f"{text} {head.lower_}".replace(" - ", "-")
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            for each in child.children:
                if each.dep_ == "pobj":
                    yield f"{lemma(head)} {child.lower_} {lemma(each)}"
                    yield f"{lemma(head)} {child.lower_} {each.lower_}"
