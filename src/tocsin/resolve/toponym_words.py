"""Words that stand around place names, and what they say about them."""

import re

from tocsin.resolve.tokens import words

SITE = frozenset(
    {"site", "base", "camp", "airport", "dam", "crossing", "neighbourhood", "city", "university", "district", "region"}
)
AFTER: dict[str, frozenset[str]] = {
    "province": frozenset({"admin1"}),
    "provinces": frozenset({"admin1"}),
    "governorate": frozenset({"admin1"}),
    "state": frozenset({"admin1"}),
    "department": frozenset({"admin1"}),
    "oblast": frozenset({"admin1"}),
    "prefecture": frozenset({"admin1"}),
    "republic": frozenset({"admin1", "country"}),
    "region": frozenset({"admin1", "region", "district", "admin2"}),
    "county": frozenset({"admin2"}),
    "parish": frozenset({"admin2"}),
    "district": frozenset({"admin2", "district", "neighbourhood"}),
    "subdistrict": frozenset({"admin2", "district", "city"}),
    "agency": frozenset({"district", "admin2"}),
    "municipality": frozenset({"admin2", "city", "district"}),
    "city": frozenset({"city"}),
    "town": frozenset({"city"}),
    "village": frozenset({"city"}),
    "suburb": frozenset({"city", "neighbourhood", "district"}),
    "neighborhood": frozenset({"neighbourhood", "district"}),
    "neighbourhood": frozenset({"neighbourhood", "district"}),
    "quarter": frozenset({"neighbourhood", "district"}),
    "valley": frozenset({"region", "district", "admin2"}),
    "peninsula": frozenset({"region", "island"}),
    "island": frozenset({"island", "region", "city", "admin1"}),
    "camp": SITE,
    "base": SITE,
    "airbase": SITE,
    "airfield": SITE,
    "airport": SITE,
    "prison": SITE,
    "university": SITE,
    "dam": SITE,
    "crossing": SITE,
    "checkpoint": SITE,
    "hospital": SITE,
    "border": frozenset({"country", "border", "region"}),
}
"""What the word after a name, or before "of" and a name, says about the place: the features that fit."""

LOCATIVE = words(
    "in at near from outside inside around toward towards throughout across into to within of between leaving "
    "reached entering visited via off northwest northeast southwest southeast"
)
"""Words before a name that make it a place where the capital letter alone doesn't."""

DIRECTIONS = words(
    "northern southern eastern western central north south east west northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern downtown upper lower greater mid metropolitan suburban "
    "neighbouring neighboring nearby fortified rural coastal"
)
NEAR_BEFORE = re.compile(
    r"\b(?:near|nearby|just outside|outside(?: of)?|close to|vicinity of|outskirts of|next to|adjacent to|bordering|"
    r"(?:border|frontier) with|off(?: the coasts? of)?|"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|kilomet(?:er|re)s?|km|kms|miles?|"
    r"met(?:er|re)s) (?:of|from))\s+(?:the\s+)?(?:(?:town|city|village|capital|port)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
"""What stands right before a name where the place meant is a point near it."""

TITLES = words(
    "mr mrs ms miss dr sheikh president minister general gen colonel col captain capt major maj lt lieutenant sgt "
    "sergeant judge senator sen rep governor gov mayor king queen prince princess ayatollah pope father bishop archbishop sir "
    "lord lady ambassador chairman commander secretary professor prof officer detective sheriff chief don doctor "
    "martyr imam mullah maulana abu bin ibn ben justice congressman deputy sen coach"
)
"""Words before a person's name; a place name after them is the person's."""

BODIES = words(
    "police university court hospital prison airport army military garrison militia provincial regional municipal "
    "city county state province district school college council sheriff's sheriff fire parish embassy consulate "
    "border governorate region area"
)
"""Words after a place name inside the name of a body that sits there: "Baghdad Police"."""

PLACE_LABELS = words("GPE LOC FAC")
NUMBER_LABELS = words("DATE TIME MONEY QUANTITY CARDINAL ORDINAL PERCENT LANGUAGE")
STATES = {
    "ala": "Alabama", "ariz": "Arizona", "ark": "Arkansas", "calif": "California", "colo": "Colorado",
    "conn": "Connecticut", "del": "Delaware", "fla": "Florida", "ga": "Georgia", "ill": "Illinois", "ind": "Indiana",
    "kan": "Kansas", "ky": "Kentucky", "la": "Louisiana", "md": "Maryland", "mass": "Massachusetts",
    "mich": "Michigan", "minn": "Minnesota", "miss": "Mississippi", "mo": "Missouri", "mont": "Montana",
    "neb": "Nebraska", "nev": "Nevada", "n.h": "New Hampshire", "n.j": "New Jersey", "n.m": "New Mexico",
    "n.y": "New York", "n.c": "North Carolina", "n.d": "North Dakota", "okla": "Oklahoma", "ore": "Oregon",
    "pa": "Pennsylvania", "r.i": "Rhode Island", "s.c": "South Carolina", "s.d": "South Dakota", "tenn": "Tennessee",
    "tex": "Texas", "vt": "Vermont", "va": "Virginia", "wash": "Washington", "w.va": "West Virginia",
    "wis": "Wisconsin", "wyo": "Wyoming",
    "al": "Alabama", "az": "Arizona", "ca": "California", "co": "Colorado", "ct": "Connecticut", "fl": "Florida",
    "il": "Illinois", "ma": "Massachusetts", "mi": "Michigan", "mn": "Minnesota", "nj": "New Jersey",
    "ny": "New York", "nc": "North Carolina", "oh": "Ohio", "ok": "Oklahoma", "sc": "South Carolina",
    "tn": "Tennessee", "tx": "Texas", "wa": "Washington", "wi": "Wisconsin", "wv": "West Virginia",
    "ont": "Ontario", "alta": "Alberta", "sask": "Saskatchewan", "man": "Manitoba", "que": "Quebec",
    "b.c": "British Columbia", "n.s": "Nova Scotia", "n.b": "New Brunswick", "p.e.i": "Prince Edward Island",
    "nsw": "New South Wales", "qld": "Queensland",
}  # fmt: skip
"""How newspapers shorten states and provinces after a town: "Alexandria, La."."""

REGIONAL = {
    "chechen": "Chechnya", "dagestani": "Dagestan", "ingush": "Ingushetia", "kashmiri": "Kashmir",
    "gazan": "Gaza Strip", "crimean": "Crimea", "darfuri": "Darfur", "tibetan": "Tibet", "catalan": "Catalonia", "acehnese": "Aceh",
    "south ossetian": "South Ossetia", "abkhazian": "Abkhazia", "tigrayan": "Tigray", "scottish": "Scotland",
    "bavarian": "Bavaria", "texan": "Texas", "californian": "California", "northern irish": "Northern Ireland",
}  # fmt: skip
"""Adjectives of regions: "the Dagestani capital"."""
