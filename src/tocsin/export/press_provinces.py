"""Afghanistan's provinces under the names that the corpus of press releases gives them."""

import re
import unicodedata
from functools import cache

from tocsin.model import Toponym

_SPELLINGS = {
    "badakhshan": "",
    "badghis": "",
    "baghlan": "baghlan",
    "balkh": "",
    "bamyan": "bamian, bamiyan",
    "daykundi": "daikondi, daikundi, dai kundi",
    "farah": "",
    "faryab": "",
    "ghazni": "ghanzi",
    "ghor": "ghowr",
    "helmand": "hilmand, hilmend",
    "herat": "",
    "jowzjan": "jawzjan, jozjan",
    "kabul": "",
    "kandahar": "qandahar",
    "kapisa": "",
    "khost": "khowst",
    "kunar": "konar, kunarha",
    "kunduz": "konduz, kondoz, qunduz",
    "laghman": "",
    "logar": "lowgar",
    "nangarhar": "ningarhar, nangahar",
    "nimroz": "nimruz",
    "nuristan": "nurestan",
    "paktika": "",
    "paktya": "paktia, paktiya",
    "panjshir": "panjshayr, panjsher",
    "parwan": "parvan",
    "samangan": "",
    "sar-e pul": "sar-e pol, sari pul, sar-i pul, sar e pol, sar e pul, saripul",
    "takhar": "",
    "uruzgan": "oruzgan, urozgan, uruzghan",
    "wardak": "vardak, maidan wardak, maydan wardak, wardag",
    "zabul": "zabol",
}
_ENDS = re.compile(r"\s+(?:province|wilayat|velayat)$")


@cache
def _names() -> dict[str, str]:
    found = {}
    for province, others in _SPELLINGS.items():
        for name in (province, *others.split(", ")):
            found[_folded(name)] = province
    found.pop("", None)
    return found


def _folded(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z]+", " ", _ENDS.sub("", plain)).strip()


def province_of(place: Toponym) -> str | None:
    """Return the province that a place lies in, None where it lies in none or isn't known to."""
    named = _names().get(_folded(place.admin1)) if place.admin1 else None
    return named or (_names().get(_folded(place.name)) if place.precision == "admin1" else None)


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"[\s'’-]") for name in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"\b({names})\b(\s+province\b)?", re.IGNORECASE)


def provinces_in(text: str) -> tuple[str, ...]:
    """Return the provinces that a text names, those that it calls provinces first, then in the order of the text."""
    found = [(match[2] is None, match.start(), _names()[_folded(match[1])]) for match in _pattern().finditer(text)]
    return tuple(dict.fromkeys(province for _, _, province in sorted(found)))
