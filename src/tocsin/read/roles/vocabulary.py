"""The roles of an incident that the encoder marks in a text, and the types that it tells apart."""

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""Perpetrators as people and as organisations, things and people aimed at, and weapons: the roles of MUC-4."""
TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
"""The types of incident of MUC-4."""
TAGS = ("outside", "begins", "inside")
"""What a token is to a role."""
