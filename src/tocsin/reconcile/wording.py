"""The words of an account made comparable."""

from tocsin.model import Weapon
from tocsin.ontology import fold


def weapon_key(weapon: Weapon) -> str:
    """Return the weapon's last word in the singular: "mortar shells" is "shell"."""
    return (fold(weapon.name).split() or [""])[-1].rstrip("s")
