"""Words around a name that tell whether it is an actor there, a place or part of another name."""

from tocsin.resolve.tokens import words

LOCATIVE = words(
    "in at near inside into throughout around within outside across northern southern eastern western central "
    "north south east west northeast northwest southeast southwest northeastern northwestern southeastern "
    "southwestern neighbouring neighboring downtown"
)
"""Words before the name of a place where something is."""
NO_PARTY = LOCATIVE | words(
    "from to of over through via toward towards off leave left visit visited visiting than borders bordering"
)
"""Words before a country's name where it is a place or a mere complement, no party."""
TOWARDS = words(
    "by with against accuse accused accuses accusing urge urged urges urging blame blamed blames blaming warn "
    "warned warns told tells tell asked asks condemned criticised criticized denounced thanked pressed called"
)
"""Words before a capital where it stands for its government."""
AUXILIARIES = words(
    "has have had also will would is was are were later reportedly repeatedly then quickly now again already "
    "swiftly not long immediately previously since still itself"
)
DEEDS = words(
    "accuse accused accuses accusing acknowledged acknowledges added adds admitted admits agreed agrees alleged "
    "alleges announced announces announcing appealed approved argued argues asked asks asserted backs banned "
    "believes blamed blames blaming called calls cancelled claimed claims claiming condemned condemns condemning "
    "confirmed confirms conceded considers criticised criticized cut decided declared declares declined demanded "
    "demands denied denies denounced deplored deployed designated dismissed dismisses dispatched disputed "
    "expelled expressed fears gave halted hailed hopes imposed insisted insists insisting intends launched lifted "
    "maintains offered ordered orders plans pledged pledges praised pressed promised promises proposed protested "
    "pushed reacted recalled recognised recognized refused refuses rejected rejects rejecting reported requested "
    "responded responds retaliated said says saying seeks sees sent severed signalled signed slammed sought "
    "stated states suggested summoned supported supports supplied supplies suspended suspects threatened "
    "threatens told tells tried urged urges urging views vowed vows wants wanted warned warns warning welcomed "
    "withdrew backed blocked condemn agree warn deny reject urge vow blame insist confirm announce denounce welcome "
    "apologised apologized thanked informed demanded"
)
"""What a capital does where it stands for its government."""
ACTS = words(
    "airstrike airstrikes strike strikes attack attacks raid raids offensive invasion intervention incursion "
    "incursions bombardment bombing bombings shelling missile missiles rocket rockets drone drones occupation "
    "blockade assault annexation bombs artillery sanctions aggression shells gunfire fire retaliation operation "
    "operations siege invaders bombers cannon barrage onslaught"
)
"""What a country does where its adjective stands before it."""
ELSEWHERE = words(
    "post times tribune herald university embassy consulate street square airport stadium hotel hospital palace "
    "park road avenue station institute club fc museum prison jail international marathon accords accord treaty "
    "summit conference declaration protocol dam strip news tv radio television journal daily"
)
"""Words after a name that make it part of another."""
SAME = words(
    "group movement organisation organization militia party faction network militants militant fighters fighter "
    "rebels rebel insurgents insurgent guerrillas guerrilla gunmen gunman terrorists terrorist forces force "
    "militiamen members member extremists jihadists operatives operative supporters separatists cell cells troops "
    "units activists combatants regime cartel gang"
)
"""Words after a group's name that belong to it."""
GROUP_KINDS = words(
    "armed terrorist militant rebel islamist jihadist extremist insurgent separatist guerrilla maoist leftist "
    "rightist radical sunni shiite shia subversive paramilitary marxist nationalist islamic militia outlawed "
    "banned"
)
"""Adjectives of armed groups."""
HYPHENED = words(
    "led backed based born brokered controlled held allied owned run trained made occupied dominated ruled "
    "speaking funded supported linked affiliated inspired friendly mediated sponsored"
)
"""What stands behind a name and a hyphen where another body is meant."""
CALENDAR = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
OFFICIAL = words(
    "president prime vice deputy foreign interior defence defense finance justice minister ministers secretary "
    "ambassador envoy army navy air police military king queen premier chancellor attorney supreme senator coach "
    "state special i government embassy republican democrat democratic sen rep gen general ministry marine "
    "marines troops forces coalition"
)
"""Capital words behind a country's name that tell of its own offices and bodies."""
RANKS = words(
    "general gen colonel col major maj captain capt lieutenant lt brigadier brig admiral sergeant sgt staff "
    "corporal private professor prof dr mr mrs ms sir lord lady sheikh shaikh sheik ayatollah imam mullah maulana "
    "reverend rev father bishop archbishop senator sen rep engineer comrade judge justice inspector "
    "superintendent marshal"
)
"""Words before a person's name that rank or address the bearer."""
