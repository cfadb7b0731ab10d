"""The words that the made-up world of `generated.py` is told in; all ours."""

from typing import NamedTuple

from tocsin.model.vocabulary import Kind, TargetKind


class Deed(NamedTuple):
    """A kind of incident with the noun for it and what it may be done with."""

    kind: Kind
    noun: str
    weapons: tuple[str, ...]


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


KINDS = (
    Deed("bombing", "bombing", ("car bomb", "roadside bomb", "suicide vest", "parcel bomb")),
    Deed("bombing", "blast", ("truck bomb", "bomb", "grenade")),
    Deed("rocket_or_shelling", "shelling", ("mortar shells", "artillery shells")),
    Deed("rocket_or_shelling", "rocket attack", ("rockets", "missiles")),
    Deed("airstrike_or_drone", "air strike", ("bombs", "missiles")),
    Deed("airstrike_or_drone", "drone attack", ("drone",)),
    Deed("armed_attack", "ambush", ("rifles", "machine guns")),
    Deed("armed_attack", "gun attack", ("rifles", "pistols")),
    Deed("assassination", "assassination", ("pistol", "rifle")),
    Deed("abduction", "kidnapping", ("rifles", "pistols")),
    Deed("battle", "clash", ("machine guns", "mortar shells")),
    Deed("stabbing", "stabbing", ("knife",)),
    Deed("arson_or_sabotage", "arson attack", ("petrol bombs", "petrol")),
)
TARGETS: tuple[tuple[str, TargetKind, str | None], ...] = (
    ("civilians", "civilians", None),
    ("soldiers", "military", "mil"),
    ("police officers", "police", "pol"),
    ("the council offices", "facility", None),
    ("the power station", "facility", None),
    ("villagers", "civilians", None),
)
TITLES = (
    "{Deed} near {landmark} in {city} leaves {killed} dead",
    "{killed} killed in {city} {deed}",
    "{city}: {deed} at {landmark}",
    "{target} hit by {weapon} in {city}",
    "{Deed} in {city}: {killed} dead, {injured} wounded",
    "{by} blamed as {weapon} strikes {landmark}",
)
LEADS = (
    "A {deed} near {landmark} in {city} on {weekday} killed {killed} and wounded {injured}, officials said.",
    "{killed} died and {injured} were wounded in {city} on {weekday} in a {deed} against {target} at {landmark}.",
    "On {weekday} {by} struck {target} with {weapon} beside {landmark} in {city}; the {deed} left {killed} dead.",
    "The {deed} at {landmark}, {city}, took {killed} lives on {weekday}, hospital staff said; {injured} are in care.",
    "Residents of {city} spoke of a {deed} on {weekday} at {landmark}, in which {target} counted {killed} dead.",
)
DETAILS = (
    "{witness}, who sells bread at {landmark}, said that the windows of house {number} broke.",
    "An inquiry into the use of {weapon} was opened in {city} under file {number}.",
    "“We ran towards {landmark}”, said {witness}, a teacher of {city}.",
    "The road between {landmark} and the old quarter of {city} was closed for {number} minutes.",
    "{target} had moved through the area hours before, a clerk named {witness} said.",
    "Two schools near {landmark} sent {number} children home.",
    "A doctor, {witness}, asked for blood at the clinic of {city}.",
    "Shops in {city} stayed shut, and {number} people gathered where the {deed} had been.",
    "The council of {city} named {witness} to speak for the families.",
    "It was not clear how the {weapon} had come past the {number} guards of {landmark}.",
    "Power was out in the streets around {landmark} until engineer {witness} came.",
    "A neighbour of {landmark}, {witness}, filmed {number} seconds of what followed.",
    "Farmers on the way to {city} turned round at kilometre {number}.",
    "“Nobody warned us”, said {witness} beside what is left of the gate of {landmark}.",
)
LANDMARKS = _list(
    "market, bridge, station, mosque, school, barracks, bus stop, clinic, checkpoint, hotel, mill, court, stadium, "
    "depot, gate"
)
STREETS = _list(
    "Almond, Anchor, Barley, Beacon, Birch, Candle, Cedar, Clover, Copper, Dove, Eagle, Fig, Garden, Harbour, Hazel, "
    "Indigo, Iron, Jasmine, Juniper, Lantern, Laurel, Lemon, Linen, Maple, Martyrs, Meadow, Mint, Mulberry, North, "
    "Olive, Orchard, Palm, Pepper, Quarry, River, Saffron, Silver, South, Tannery, Willow"
)
FIRST = _list(
    "Ada, Amin, Bela, Chidi, Dalia, Elif, Farid, Goran, Hana, Idris, Jamal, Kofi, Leila, Marta, Nadim, Olena, Pavel, "
    "Rana, Samir, Tala"
)
LAST = _list(
    "Abara, Bekir, Cisse, Dorin, Essam, Fadel, Gamal, Haddo, Irani, Jabra, Kamara, Lupan, Musa, Nasser, Okoro, Perez, "
    "Qadir, Rahim, Sow, Tuma, Umarov, Vidal, Warsame, Yusuf, Zaman"
)
OUTLETS = tuple(
    f"{place} {sort}"
    for place in ("Eastern", "Northern", "Delta", "Harbour", "Highland", "River", "Capital", "Coast")
    for sort in ("Wire", "Post", "Herald", "Radio", "Gazette")
)
WHERE = "IQ SY AF PK NG SO ML YE SD CD UA RU IN MM PH CO MX IL PS LB ET MZ BF NE TR"
FURTHER = (
    "{victim}, {age}, a {trade} from {quarter}, was among those brought to the hospital.",
    "On {street} a {thing} and a torn {other} lay between the shards.",
    "The family of {victim} had moved to {quarter} {years} years ago to open a workshop for {thing}s.",
    "“I had gone out to buy a {thing}”, said {neighbour}, a {trade}.",
    "{neighbour} of the {quarter} Relief Committee counted {tents} tents along {street}.",
    "Traffic was led over {street} to {quarter}, where buses waited until {hour}:{minute}.",
    "Investigators took a {thing}, a {other} and {tents} casings from the yard of {neighbour}.",
    "A {trade} who gave his name as {neighbour} said that he had warned the {quarter} precinct about a parked {other}.",
    "The wedding of {victim}, planned for next week in {quarter}, will be a burial instead, said an aunt on {street}.",
    "Insurers put the damage on {street} at {sum} dollars, most of it at the shop of {neighbour}.",
)
TRADES = _list(
    "tailor, welder, nurse, plumber, barber, potter, fisherman, shepherd, cobbler, weaver, baker, butcher, mechanic, "
    "painter, carpenter, beekeeper, locksmith, florist, surveyor, translator, midwife, dentist, librarian, referee, "
    "violinist, wrestler, ferryman, blacksmith, pharmacist, electrician, upholsterer, typist, stonemason, porter"
)
THINGS = _list(
    "bicycle, kettle, ladder, suitcase, sewing machine, umbrella, wheelbarrow, mattress, radio, mirror, basket, oboe, "
    "generator, trolley, pram, helmet, stove, carpet, chandelier, typewriter, freezer, tarpaulin, anvil, barrel, "
    "blanket, lantern, bucket, violin, saddle, parasol, telescope, tractor, rake, cradle, cupboard, scooter, piano, "
    "bookcase, aquarium, loudspeaker, projector, samovar, tambourine, trumpet, wardrobe, windmill, spindle, sledge"
)
SURNAMES = 20_000
_SYLLABLES = _list(
    "ba, dor, fen, gal, hi, jo, kar, lem, mu, nev, os, pra, qui, rud, sal, tem, ul, vor, wen, xa, yil, zob, che, bri, "
    "sto, mak, len, tur"
)


def coined(number: int) -> str:
    """Return a name that nobody bears, another for each number under 20,000."""
    size, parts = len(_SYLLABLES), []
    for _ in range(3):
        number, at = divmod(number, size)
        parts.append(_SYLLABLES[at])
    return "".join(reversed(parts)).capitalize()
