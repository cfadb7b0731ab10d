"""Finds bodies that the registry doesn't hold, by the words that their names are made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.model import Name
from tocsin.model.vocabulary import ActorKind
from tocsin.resolve.actors_found import GUESSED, Found
from tocsin.resolve.actors_page import Page
from tocsin.resolve.tokens import words

_ARMED_LAST = words(
    "brigade brigades battalion battalions militia militias guerrillas cartel commandos resistance insurgents "
    "separatists fedayeen mujahideen mujahedeen martyrs"
)
_ARMED_FIRST = words(
    "jaish jaysh lashkar harakat harkat haraka ansar jund kataib liwa saraya ahrar jamaat jamaah hizb jabhat "
    "jabha tehrik asaib sipah hizbul soldiers brigades partisans army"
)
_ARMED_WORDS = words(
    "liberation resistance revolutionary islamic jihad peoples people martyrs national freedom salvation "
    "patriotic popular democratic armed independence separatist"
)
_SHARED_LAST = words("front army movement force forces command")
_FRONTS = words("army front forces soldiers brigades")
_REGULAR = words("army air naval infantry armored armoured mechanized mechanised airborne marine")
_KINDS: dict[str, tuple[ActorKind, str | None]] = {
    **dict.fromkeys(words("party parties"), ("party", "PTY")),
    **dict.fromkeys(words("movement"), ("group", None)),
    **dict.fromkeys(words("ministry"), ("ministry", "GOV")),
    **dict.fromkeys(words("police constabulary sheriff"), ("police", "COP")),
    **dict.fromkeys(words("court tribunal"), ("government", "JUD")),
    **dict.fromkeys(words("parliament senate assembly congress"), ("government", "LEG")),
    **dict.fromkeys(words("newspaper times tribune herald news tv television radio magazine"), ("media", "MED")),
    **dict.fromkeys(words("inc ltd corp corporation company airlines airways plc enterprise"), ("company", "BUS")),
    **dict.fromkeys(
        words(
            "association organisation organization union federation committee council commission institute foundation "
            "society league network agency office department authority observatory alliance "
            "coalition secretariat university confederation"
        ),
        ("organisation", None),
    ),
}
_POLICE = words("police constabulary")
_FORCE = words("department service force bureau")
_NO_TOWN = words("the national federal state chief military riot local senior former secret military royal")
_TOWN_WORDS = 3
_LINKS = words("of for the and in de la e i ul al")
_LONGEST = 9
_MEMBERS = words("rebels fighters members militants gunmen leaders commanders supporters guerrillas forces men")
_ACRONYM = re.compile(r"\s\(([A-Z]{3,8})\)")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Finds names of bodies on one page that nothing links."""

    page: Page

    def armed(self) -> Iterator[Found]:
        """Yield armed groups by the capital words of their names."""
        if not self.page.lower:
            for first, last in self._runs():
                yield from self._armed(first, last)
                yield from self._with_acronym(first, last)
                yield from self._police(first, last)

    def _police(self, first: int, last: int) -> Iterator[Found]:
        """Yield a town's or county's own police: "Springfield Police Department"."""
        at = next((index for index in range(first + 1, last + 1) if self.page.low(index) in _POLICE), None)
        first = max([first, *(index + 1 for index in range(first, at or first) if self.page.low(index) == "and")])
        if at is None or at == first or self.page.low(first) in _NO_TOWN or at - first > _TOWN_WORDS:
            return
        end = at + (at < last and self.page.low(at + 1) in _FORCE)
        name = self.page.text[self.page.words[first].start : self.page.words[end].end]
        yield Found(first=first, last=end, name=name, kind="police", sector="COP", confidence=GUESSED)

    def _with_acronym(self, first: int, last: int) -> Iterator[Found]:
        """Yield a name whose initials stand in brackets behind it: "Asia-Pacific Economic Cooperation (APEC)"."""
        match = _ACRONYM.match(self.page.text, self.page.words[last].end)
        for start in range(first, last) if match else ():
            initials = "".join(
                self.page.words[i].text[0] for i in range(start, last + 1) if self.page.words[i].is_capital
            )
            if match and initials == match[1] and self.page.words[start].is_capital:
                name = self.page.text[self.page.words[start].start : self.page.words[last].end]
                yield Found(first=start, last=last, name=name, kind="organisation", confidence=GUESSED)

    def bodies(self, names: Sequence[Name]) -> Iterator[Found]:
        """Yield the bodies among the annotator's names."""
        for name in names:
            if name.label == "ORG" and "\n" not in name.span.text and not self.page.lower:
                yield from self._body(name)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the longest runs of capital words, link words between them allowed."""
        index = 0
        while index < len(self.page.words):
            last = self._run(index) if self.page.words[index].is_capital else index
            if last > index:
                yield index, last
            index = last + 1

    def _run(self, first: int) -> int:
        last = index = first
        while self.page.joined(index) and index - first < _LONGEST:
            index += 1
            if self.page.words[index].is_capital:
                last = index
            elif not self._links(index, last):
                break
        return last

    def _links(self, index: int, last: int) -> bool:
        """Say whether a small word goes on with a name whose last capital word so far is `last`."""
        low = self.page.low(index)
        return low in _LINKS and not (low == "the" and last == index - 1) and self.page.low(index - 1) != "and"

    def _armed(self, first: int, last: int) -> Iterator[Found]:
        while first < last and (self.page.low(first) in _LINKS or self._counts_members(first)):
            first += 1
        low = [self.page.low(index) for index in range(first, last + 1)]
        if (
            len(low) < 2
            or _REGULAR & set(low[1:-1])
            or low[0][0].isdigit()
            or (low[0] in _REGULAR and low[1] not in _LINKS)
        ):
            return
        stem = low[: low.index("of")] if "of" in low[1:] else low
        shared = len(stem) > 1 and stem[-1] in _SHARED_LAST and bool(_ARMED_WORDS & set(stem[:-1]))
        opened = low[0] in _ARMED_FIRST and (low[1] in _LINKS or low[0] not in {"army", "soldiers", "brigades"})
        if low[-1] in _ARMED_LAST or shared or opened or (low[0] in _FRONTS and low[1] in {"of", "for"}):
            yield Found(
                first=first,
                last=last,
                name=self.page.text[self.page.words[first].start : self.page.words[last].end],
                kind="armed_group",
                sector="REB",
                confidence=GUESSED,
            )

    def _counts_members(self, index: int) -> bool:
        """Say whether a word only says who of a group: "Rebels of the …"."""
        return self.page.low(index) in _MEMBERS and self.page.after(index) == "of"

    def _body(self, name: Name) -> Iterator[Found]:
        first, last = self.page.inside(name.span)
        while first < last and (self.page.low(first) in _LINKS or not self.page.words[first].is_capital):
            first += 1
        low = [self.page.low(index) for index in range(first, last + 1)]
        if not low or not self.page.words[first].is_capital:
            return
        head = next((low[i - 1] for i in range(1, len(low)) if low[i] in {"of", "for"}), low[-1])
        known = _KINDS.get(low[-1]) or _KINDS.get(head)
        if known is not None and len(low) > 1:
            text = self.page.text[self.page.words[first].start : self.page.words[last].end]
            yield Found(first=first, last=last, name=text, kind=known[0], sector=known[1], confidence=GUESSED)
