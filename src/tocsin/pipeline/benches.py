"""Where judgements are made: a store with the registry and gazetteer that understand what people write."""

from functools import lru_cache

from tocsin.errors import MissingPartError
from tocsin.model import Correction
from tocsin.ontology.actors import Registry, load_registry
from tocsin.pipeline.coding import build_coder
from tocsin.pipeline.corrected_places import read_place
from tocsin.pipeline.judging import Bench
from tocsin.reconcile.corrections import read_correction
from tocsin.resolve.gazetteer import Gazetteer, open_gazetteer
from tocsin.settings import Settings
from tocsin.store import Store


def build_bench(store: Store, settings: Settings) -> Bench:
    """Return the bench over `store`; without a gazetteer a corrected place is taken as it is written."""
    registry = load_registry(settings.actors_path)

    def correct(field: str, text: str, country: str | None) -> Correction:
        # Opened only where it is asked for: most judgements name no place.
        gazetteer = _gazetteer(settings) if field == "place" else None
        find = gazetteer.find if gazetteer else None
        return read_correction(
            field, text, lambda place: read_place(place, find, country), lambda name: _id(registry, name)
        )

    return Bench(store, build_coder(registry), correct)


@lru_cache(maxsize=1)
def _gazetteer(settings: Settings) -> Gazetteer | None:
    try:
        return open_gazetteer(settings.gazetteer_path, build=False)
    except MissingPartError:
        return None


def _id(registry: Registry, name: str) -> str | None:
    found = registry.find(name)
    return found[0].id if len(found) == 1 else None
