"""The curated layer against Who's On First, which only the project's developers have."""

import importlib.util
from pathlib import Path


def test_curated_sites_lie_where_places_of_their_name_do(root: Path, shared: Path) -> None:
    spec = importlib.util.spec_from_file_location("benchmark_curated", root / "benchmarks" / "curated.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = [km for km, _ in module.distances(shared / "data" / "wof" / "places.tsv.xz")]
    assert len(found) > 150
    # the rest are other places of the name, farther off in the country
    assert sum(km <= module.FAR_KM for km in found) / len(found) > 0.9
