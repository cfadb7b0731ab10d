"""Copies are recognised: word for word, shortened, or under another dateline."""

from tocsin.acquire import bands, is_twin, signature, similarity
from tocsin.model import Report, report_id

STORY = (
    "A suicide bomber blew himself up at a barracks on Thursday and killed eleven recruits, officials said. "
    "The recruits had queued since dawn to hand in their papers, a doctor at the hospital of the town told reporters. "
    "Nineteen people were taken there with wounds, four of them in danger of their lives, the doctor added. "
    "The governor blamed a group that has attacked the barracks twice this year, and ordered a curfew until Sunday. "
    "Nobody had said by evening that they were behind the bombing."
)
OTHER = (
    "Police in the port fired tear gas on Thursday at dock workers who had blocked two gates for the third day. "
    "Union leaders said that six people were hurt, and that talks with the ministry would go on at the weekend. "
    "Trucks stood in a line of four miles outside the container terminal by noon, the road authority said."
)


def report(body: str, title: str = "Bomber kills recruits") -> Report:
    return Report(id=report_id(title, body), title=title, body=body)


def test_the_same_story_under_another_dateline_is_a_twin() -> None:
    wire, paper = signature(report(f"KABUL (Reuters) - {STORY}")), signature(report(STORY, "Recruits die in blast"))
    assert similarity(wire, paper) > 0.95
    assert set(bands(wire)) & set(bands(paper))


def test_a_copy_without_its_last_sentence_is_a_twin() -> None:
    short = STORY[: STORY.rindex("Nobody")]
    assert is_twin(signature(report(STORY)), signature(report(short)))


def test_another_story_is_none() -> None:
    assert not is_twin(signature(report(STORY)), signature(report(OTHER)))
    assert similarity(signature(report(STORY)), signature(report(OTHER))) < 0.2


def test_a_body_of_a_few_words_is_like_nothing() -> None:
    empty = signature(report("Two killed."))
    assert empty == ()
    assert bands(empty) == ()
    assert not is_twin(empty, empty)


def test_signatures_are_the_same_in_every_run() -> None:
    assert signature(report(STORY))[:3] == signature(report(STORY))[:3]
    assert all(0 <= number < 2**32 for number in signature(report(STORY)))
