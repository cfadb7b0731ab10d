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
    "counties": frozenset({"admin2"}),
    "districts": frozenset({"admin2", "district", "neighbourhood"}),
    "towns": frozenset({"city"}),
    "villages": frozenset({"city"}),
    "cities": frozenset({"city"}),
    "township": frozenset({"city", "admin2"}),
    "townships": frozenset({"city", "admin2"}),
}
"""What the word after a name, or before "of" and a name, says about the place: the features that fit."""

WATERS = words("river creek lake bay sea ocean gulf strait canal reservoir harbor harbour falls sound brook")
HEIGHTS = words("mountain mountains mount hills valley peak range desert forest island islands coast plateau")
ROADS = words(
    "street avenue road lane drive boulevard highway route bypass interstate freeway st ave rd blvd hwy parkway"
)
DISTRICTS = words("county parish township twp borough district province governorate region state co territory oblast")
SITES = words(
    "park airport university college school hospital church mosque prison jail stadium bridge museum cemetery hotel "
    "mall library station base camp dam crossing embassy"
)
KINDS = WATERS | HEIGHTS | ROADS | DISTRICTS | SITES
"""Words that end the names of places of a kind."""

LOCATIVE = words(
    "in at near from outside inside around toward towards throughout across into to within of between leaving "
    "reached entering visited via off northwest northeast southwest southeast"
)
"""Words before a name that make it a place where the capital letter alone doesn't."""

INSIDE = words("in at near outside around from")
"""Those of them before which persons seldom stand."""

DIRECTIONS = words(
    "northern southern eastern western central north south east west northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern downtown upper lower greater mid metropolitan suburban "
    "neighbouring neighboring nearby fortified rural coastal"
)
SIDES = words(
    "northern southern eastern western central northeastern northwestern southeastern southwestern north-eastern "
    "north-western south-eastern south-western"
)
GENERIC = (
    DIRECTIONS
    | AFTER.keys()
    | words("saint st park hill hills hall market metro street road avenue bay beach coast center centre church court ")
    | words("far east end side lake river mount fort port house king queen lane square garden gardens bank station way")
    | words("headquarters air")
)
"""Words that make no name by themselves or in a row: "North", "City Park"."""

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
    "sergeant judge senator sen rep governor gov mayor king queen prince princess ayatollah pope father bishop "
    "archbishop sir lord lady "
    "ambassador chairman commander secretary professor prof officer detective sheriff chief don doctor "
    "martyr imam mullah maulana abu bin ibn ben justice congressman deputy coach"
)
"""Words before a person's name; a place name after them is the person's."""

BODIES = words(
    "police university court hospital prison airport army military garrison militia provincial regional municipal "
    "city county state province district school college council sheriff's sheriff fire parish embassy consulate "
    "border governorate region area"
)
"""Words after a place name inside the name of a body that sits there: "Baghdad Police"."""

PUBLISHERS = words(
    "times post news herald tribune gazette journal globe star mail press inc corp co ltd group bank united fc giants "
    "band magazine review observer guardian telegraph chronicle football league championship"
)
"""Words at the end of names that a place name only adorns: "Washington Post"."""

LOCALS = words(
    "man woman boy girl teen teenager resident residents native police policeman policemen officer officers mayor "
    "businessman businesswoman couple mosque market neighborhood neighbourhood suburb suburbs residence hospital "
    "apartment restaurant court jail prison airport office branch bureau headquarters street streets area hotel"
)
"""Who and what is named after the town that it is in: "a Mosul man", "the Karachi market"."""

PLACE_LABELS = words("GPE LOC FAC")
NUMBER_LABELS = words("DATE TIME MONEY QUANTITY CARDINAL ORDINAL PERCENT LANGUAGE")
_AFTER_TOWN = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts",
    "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "Tenn": "Tennessee",
    "Tex": "Texas", "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming",
    "Ont": "Ontario", "Alta": "Alberta", "Sask": "Saskatchewan", "Man": "Manitoba", "Que": "Quebec",
}  # fmt: skip
_POSTAL = {
    "AL": "Alabama", "AZ": "Arizona", "CA": "California", "CO": "Colorado", "CT": "Connecticut", "FL": "Florida",
    "IL": "Illinois", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "NJ": "New Jersey",
    "NY": "New York", "NC": "North Carolina", "OH": "Ohio", "OK": "Oklahoma", "SC": "South Carolina",
    "TN": "Tennessee", "TX": "Texas", "WA": "Washington", "WI": "Wisconsin", "WV": "West Virginia",
    "NSW": "New South Wales", "QLD": "Queensland",
}  # fmt: skip
_DOTTED = {
    "N.H": "New Hampshire", "N.J": "New Jersey", "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina",
    "N.D": "North Dakota", "R.I": "Rhode Island", "S.C": "South Carolina", "S.D": "South Dakota",
    "W.Va": "West Virginia", "D.C": "District of Columbia", "B.C": "British Columbia", "N.S": "Nova Scotia",
    "N.B": "New Brunswick", "P.E.I": "Prince Edward Island",
}  # fmt: skip
STATES = _AFTER_TOWN | _POSTAL | _DOTTED
"""How newspapers shorten states and provinces, mostly after a town: "Alexandria, La."."""

STATE = re.compile(
    rf"(?<=[a-zA-Z.], )(?:(?:{'|'.join(_AFTER_TOWN)})\.|(?:{'|'.join(_POSTAL)})\b)"
    rf"|(?<![\w.])(?<![0-9] )(?:{'|'.join(map(re.escape, _DOTTED))})\.(?!\w)"
)

REGIONAL: dict[str, tuple[str | None, str]] = {
    "chechen": ("RU", "Chechnya"),
    "dagestani": ("RU", "Dagestan"),
    "ingush": ("RU", "Ingushetia"),
    "tatar": ("RU", "Tatarstan"),
    "ossetian": ("RU", "North Ossetia"),
    "south ossetian": ("GE", "South Ossetia"),
    "abkhazian": ("GE", "Abkhazia"),
    "abkhaz": ("GE", "Abkhazia"),
    "gazan": ("PS", "Gaza Strip"),
    "crimean": ("UA", "Crimea"),
    "darfuri": ("SD", "Darfur"),
    "tibetan": ("CN", "Tibet"),
    "uighur": ("CN", "Xinjiang"),
    "catalan": ("ES", "Catalonia"),
    "basque": ("ES", "Basque Country"),
    "acehnese": ("ID", "Aceh"),
    "tigrayan": ("ET", "Tigray"),
    "scottish": ("GB", "Scotland"),
    "northern irish": ("GB", "Northern Ireland"),
    "bavarian": ("DE", "Bavaria"),
    "texan": ("US", "Texas"),
    "californian": ("US", "California"),
    "kashmiri": ("IN", "Kashmir"),
    "sinhalese": ("LK", "Sri Lanka"),
    "pashtun": ("AF", "Afghanistan"),
    "european": (None, "Europe"),
    "african": (None, "Africa"),
    "asian": (None, "Asia"),
    "latin american": (None, "South America"),
    "middle eastern": (None, "Middle East"),
    "scandinavian": (None, "Scandinavia"),
}
"""Adjectives and people of regions, with the region and the country that they point to, None where it is no one's."""
