"""Words that stand around place names, and what they say about them."""

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

LOCATIVE = frozenset(
    {"in", "at", "near", "from", "outside", "inside", "around", "toward", "towards", "throughout", "across", "into"}
)
DIRECTIONS = frozenset(
    "northern southern eastern western central north south east west northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern downtown upper lower greater mid metropolitan suburban "
    "north-eastern north-western south-eastern south-western neighbouring neighboring nearby fortified".split()
)
NEAR_BEFORE = (
    r"(?:\b(?:near|nearby|outside(?: of)?|close to|vicinity of|outskirts of|next to|adjacent to|bordering|"
    r"border with|frontier with|(?:north|south|east|west|northeast|northwest|southeast|southwest|kilomet(?:er|re)s?|"
    r"km|kms|miles?|meters|metres) (?:of|from))\s+(?:the\s+)?(?:\w+\s+)?)$"
)
"""What stands right before a name whose place is not the place itself but a point near it."""

TITLES = frozenset(
    "mr mrs ms dr sheikh president minister general gen colonel col captain capt major maj lt lieutenant sgt sergeant "
    "judge senator sen rep governor gov mayor king queen prince princess ayatollah pope father bishop archbishop sir "
    "lord lady ambassador chairman commander secretary professor prof officer detective sheriff chief don doctor saint "
    "martyr imam mullah maulana abu bin ibn ben al-haj".split()
)
"""Words before a person's name; a place name after them is part of the person's."""

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
}  # fmt: skip
"""How American newspapers shorten the states after a town: "Alexandria, La."."""

REGIONAL = {
    "chechen": "Chechnya", "dagestani": "Dagestan", "ingush": "Ingushetia", "kashmiri": "Kashmir", "gazan": "Gaza Strip",
    "crimean": "Crimea", "darfuri": "Darfur", "tibetan": "Tibet", "catalan": "Catalonia", "acehnese": "Aceh",
    "south ossetian": "South Ossetia", "abkhazian": "Abkhazia", "tigrayan": "Tigray", "scottish": "Scotland",
    "bavarian": "Bavaria", "texan": "Texas", "californian": "California", "northern irish": "Northern Ireland",
}  # fmt: skip
"""Adjectives of regions: "the Dagestani capital"."""
