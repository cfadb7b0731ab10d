"""Reads a GeoNames dump: tab-separated, 19 columns, no header, as `IQ.txt` or `allCountries.txt` come."""

from collections.abc import Iterator
from typing import TextIO

from tocsin.errors import FormatError
from tocsin.model import Place
from tocsin.resolve.gazetteer_known import Known
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.gazetteer_reading import Entry, Problem, checked, inhabitants, point
from tocsin.resolve.gazetteer_sources import Row
from tocsin.resolve.tokens import words

_COLUMNS = 19
_ENOUGH_BAD = 20
_KINDS = {
    "country": "PCL PCLD PCLF PCLI PCLIX PCLS TERR",
    "admin1": "ADM1",
    "admin2": "ADM2",
    "district": "ADM3 ADM4 ADM5 ADMD",
    "neighbourhood": "PPLX PPLL",
    "region": "RGN AREA RGNE RGNH DSRT MTS PEN PLAT PLN VAL VALS RDGE FRST",
    "island": "ISL ISLS ATOL",
    "sea": "SEA GULF BAY STRT LK LKS OCN CHN LGN SD",
    "airport": "AIRP AIRF AIRB AIRH",
    "base": "MILB NVB INSM FT",
    "camp": "CMPRF CMP CMPL CMPQ",
    "dam": "DAM",
    "crossing": "PSTB PSTC PASS BDG",
    "site": "PRN UNIV HSP MSQE CH MNMT PAL PS PSN PSH OILR OILF GASF RSTN EST STDM MKT DIP EMB GOVL MALL PRT HBR MN "
    "MNAU MT PK HLL TRIG RES RUIN ANS SHRN TMPL FCL",
}
_FEATURE = {code: feature for feature, codes in _KINDS.items() for code in words(codes.lower())}


def read_geonames(text: TextIO, known: Known, source: str) -> Iterator[Entry]:
    """Yield an entry a line; roads, streams, wells, schools and the like give none.

    Raises FormatError where the first lines show that the file is something else.
    """
    good = False
    for number, line in enumerate(text, 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != _COLUMNS:
            if not good and number >= _ENOUGH_BAD:
                raise FormatError("this is no GeoNames dump", advice="it has 19 columns parted by tabs, such as IQ.txt")
            yield Problem(number, f"it has {len(cells)} columns, not {_COLUMNS}: copy it from the dump again")
            continue
        good = True
        try:
            yield _entry(cells, known, source)
        except ValueError as error:
            yield Problem(number, str(error))


def feature_of(kind: str, code: str) -> str | None:
    """Return the gazetteer's word for a GeoNames class and code, None for kinds that are left out."""
    found = _FEATURE.get(code.lower())
    return found or ("city" if kind == "P" else None)


def _entry(cells: list[str], known: Known, source: str) -> Entry:
    feature = feature_of(cells[6], cells[7])
    if feature is None:
        return None
    name = checked(cells[1])
    aliases = tuple(filter(None, (checked(cells[2]), *checked(cells[3]).split(","))))
    if not any(fold(one) for one in (name, *aliases)):
        return None
    lat, lon = point(cells[4], cells[5])
    country = cells[8] or None
    place = Place(
        id=f"geonames:{int(cells[0])}",
        name=name,
        lat=lat,
        lon=lon,
        country=country,
        admin=_chain(cells, known, name, feature),
        feature=feature,
        population=inhabitants(cells[14]),
        aliases=aliases,
        source=source,
    )
    return Row(place)


def _chain(cells: list[str], known: Known, name: str, feature: str) -> tuple[str, ...]:
    country, first, second = cells[8], cells[10], cells[11]
    if feature == "admin1":
        return known.division(f"{country}.{first}") or (*known.whole(country), name)
    chain = known.division(f"{country}.{first}.{second}") if second else ()
    return chain or known.division(f"{country}.{first}") or known.whole(country)
