"""Finds the actors of a report: names, aliases and metonyms linked to the registry, bodies, crowds and re-mentions."""

import re
from collections.abc import Sequence

from tocsin.model import ActorMention, Component, Name, Report
from tocsin.ontology.actors import Registry
from tocsin.ontology.holders import load_holders
from tocsin.ontology.offices import load_offices
from tocsin.resolve.actors_again import as_group, named_again, short_forms
from tocsin.resolve.actors_aliases import AliasIndex
from tocsin.resolve.actors_bare import Bare
from tocsin.resolve.actors_bodies import Bodies
from tocsin.resolve.actors_choice import Chooser
from tocsin.resolve.actors_found import Found, beside, longest_first, unlisted, without_owners
from tocsin.resolve.actors_holders import Holding
from tocsin.resolve.actors_naming import Naming
from tocsin.resolve.actors_page import Page
from tocsin.resolve.actors_people import People
from tocsin.resolve.actors_scene import Demonyms, scene_of
from tocsin.resolve.actors_unknown import Unknown

_ARTICLE = re.compile(r"(?<![\w-])al[- ]$", re.IGNORECASE)


class Actors:
    """The actor finder. Building it reads the registry once; it keeps nothing of a report."""

    def __init__(self, registry: Registry) -> None:
        self.component = Component("actors", "2", registry.own)
        self._registry = registry
        self._index = AliasIndex(registry.aliases())
        self._states = AliasIndex(entry for entry in registry.aliases() if entry.actor.kind == "state")
        self._demonyms = Demonyms(registry)
        self._offices = load_offices()
        self._titles = dict.fromkeys(self._offices.offices, True)
        self._holders = load_holders()

    def find(self, report: Report, names: Sequence[Name]) -> tuple[ActorMention, ...]:
        """Return the actors of a report in text order, none overlapping another, the longest words first."""
        page = Page(report)
        matches = tuple(self._index.matches(page))
        demonyms = self._demonyms.find(page)
        scene = scene_of(page, matches, demonyms)
        chooser = Chooser(page, matches, scene, names, report.published)
        states = tuple(chooser.states(self._states.matches(page)))
        bodies = Bodies(page, self._registry, self._offices)
        behind = [*bodies.of_countries(demonyms), *bodies.of_owners(states)]
        owners = (*demonyms, *states)
        links, naming = tuple(chooser.link()), Naming(page)
        introduced = tuple(naming.introduced())
        linked = longest_first([*links, *behind, *unlisted(Unknown(page).armed(), links, page), *introduced], page)
        linked = beside(linked, naming.again([each for each in introduced if each in linked]), page)
        shorts = tuple(short_forms(page, linked))
        found = longest_first([*named_again(page, shorts), *linked], page)
        people = People(page, self._registry, self._offices, {each.last: each for each in found}, owners, scene.home)
        found = beside(found, people.find(names), page)
        places = {state.first: state.country for state in states}
        holding = Holding(page, self._registry, self._holders, scene, places, report.published)
        found = beside(found, holding.bare(found), page)
        found = beside(holding.filled(found), holding.people(names, found), page)
        bare = Bare(page, self._registry, self._offices, scene.country, places, found)
        found = beside(found, (*bodies.crowds(names), *bare.find()), page)
        found = beside(found, Unknown(page).bodies(names), page)
        found = beside(found, as_group(page, found, frozenset(self._offices.crowds)), page)
        return tuple(self._mention(page, each) for each in without_owners(found, page, self._titles))

    def _mention(self, page: Page, found: Found) -> ActorMention:
        start, end = page.words[found.first].start, page.words[found.last].end
        if found.kind != "person" and _ARTICLE.search(page.text, max(0, start - 4), start):
            start -= 3
        return ActorMention(
            name=" ".join(found.name.split()) if found.name else None,
            actor=found.actor,
            kind=found.kind,
            country=found.country,
            sector=found.sector,
            role=found.role,
            spans=(page.report.span(start, end),),
            by=self.component.id,
            confidence=found.confidence,
        )
