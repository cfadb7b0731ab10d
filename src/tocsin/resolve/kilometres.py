"""Distances on the globe."""

import math


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the kilometres between two points by the haversine formula."""
    one, two = math.radians(lat), math.radians(other_lat)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))
