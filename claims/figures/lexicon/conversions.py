"""What units are in others of their dimension, as data: "a mile is 1,609.344 metres".

Exact by definition where there is one factor. Two factors bound what a name leaves open: a
ton is anything from the short one to the long one, a month 28 to 31 days.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Conversion(NamedTuple):
    """So many of the dimension's base unit is one of the unit: ``factor`` to ``most``."""

    dimension: str
    factor: Decimal
    most: Decimal
    shift: Decimal = Decimal(0)


_SIZES: dict[str, dict[str, str | tuple[str, str]]] = {
    # in percent of the whole: "one in five" is 20
    "share": {"percent": "1"},
    # in percentage points: "50 basis points" are half a point
    "points": {"percentage point": "1", "basis point": "0.01"},
    # in metres
    "length": {
        "nanometre": "0.000000001",
        "micrometre": "0.000001",
        "millimetre": "0.001",
        "centimetre": "0.01",
        "decimetre": "0.1",
        "metre": "1",
        "kilometre": "1000",
        "inch": "0.0254",
        "foot": "0.3048",
        "yard": "0.9144",
        "mile": "1609.344",
        "nautical mile": "1852",
        "light year": "9460730472580800",
    },
    # in square metres
    "area": {
        "square millimetre": "0.000001",
        "square centimetre": "0.0001",
        "square metre": "1",
        "hectare": "10000",
        "square kilometre": "1000000",
        "square inch": "0.00064516",
        "square foot": "0.09290304",
        "square yard": "0.83612736",
        "acre": "4046.8564224",
        "square mile": "2589988.110336",
    },
    # in litres; a gallon and a pint are American or imperial
    "volume": {
        "microlitre": "0.000001",
        "millilitre": "0.001",
        "centilitre": "0.01",
        "decilitre": "0.1",
        "litre": "1",
        "kilolitre": "1000",
        "megalitre": "1000000",
        "gigalitre": "1000000000",
        "cubic centimetre": "0.001",
        "cubic metre": "1000",
        "cubic kilometre": "1000000000000",
        "billion cubic metres": "1000000000000",
        "cubic foot": "28.316846592",
        "cubic yard": "764.554857984",
        "acre-foot": "1233481.83754752",
        "barrel": "158.987294928",
        "gallon": ("3.785411784", "4.54609"),
        "quart": ("0.946352946", "1.1365225"),
        "pint": ("0.473176473", "0.56826125"),
        "fluid ounce": ("0.0284130625", "0.0295735295625"),
    },
    # in kilograms
    "mass": {
        "microgram": "0.000000001",
        "milligram": "0.000001",
        "gram": "0.001",
        "kilogram": "1",
        "tonne": "1000",
        "kilotonne": "1000000",
        "megatonne": "1000000000",
        "gigatonne": "1000000000000",
        "ton": ("907.18474", "1016.0469088"),
        "pound": "0.45359237",
        "ounce": "0.028349523125",
        "troy ounce": "0.0311034768",
        "stone": "6.35029318",
        "carat": "0.0002",
    },
    # in seconds; calendars have longer and shorter months
    "time": {
        "nanosecond": "0.000000001",
        "microsecond": "0.000001",
        "millisecond": "0.001",
        "second": "1",
        "minute": "60",
        "hour": "3600",
        "day": "86400",
        "week": "604800",
        "fortnight": "1209600",
        "month": ("2419200", "2678400"),
        "quarter": ("7776000", "7948800"),
        "year": ("31536000", "31622400"),
        "decade": ("315360000", "316224000"),
        "century": ("3153600000", "3162240000"),
    },
    # in metres per hour
    "speed": {
        "metre per second": "3600",
        "kilometre per hour": "1000",
        "kilometre per second": "3600000",
        "mile per hour": "1609.344",
        "mile per second": "5793638.4",
        "foot per second": "1097.28",
        "knot": "1852",
    },
    # in watts
    "power": {
        "milliwatt": "0.001",
        "watt": "1",
        "kilowatt": "1000",
        "megawatt": "1000000",
        "gigawatt": "1000000000",
        "terawatt": "1000000000000",
    },
    # in joules
    "energy": {
        "joule": "1",
        "kilojoule": "1000",
        "megajoule": "1000000",
        "gigajoule": "1000000000",
        "watt hour": "3600",
        "kilowatt hour": "3600000",
        "megawatt hour": "3600000000",
        "gigawatt hour": "3600000000000",
        "terawatt hour": "3600000000000000",
    },
    # in bytes
    "data": {
        "byte": "1",
        "kilobyte": "1000",
        "megabyte": "1000000",
        "gigabyte": "1000000000",
        "terabyte": "1000000000000",
        "petabyte": "1000000000000000",
    },
    "frequency": {
        "hertz": "1",
        "kilohertz": "1000",
        "megahertz": "1000000",
        "gigahertz": "1000000000",
    },
    "pressure": {
        "pascal": "1",
        "hectopascal": "100",
        "kilopascal": "1000",
        "megapascal": "1000000",
        "bar": "100000",
    },
}


def _conversion(dimension: str, size: str | tuple[str, str]) -> Conversion:
    least, most = (size, size) if isinstance(size, str) else size
    return Conversion(dimension, Decimal(least), Decimal(most))


CONVERSIONS: dict[str, Conversion] = {
    **{
        unit: _conversion(dimension, size)
        for dimension, sizes in _SIZES.items()
        for unit, size in sizes.items()
    },
    # in degrees Fahrenheit, into which Celsius goes without a rest
    "degree Fahrenheit": Conversion("temperature", Decimal(1), Decimal(1)),
    "degree Celsius": Conversion("temperature", Decimal("1.8"), Decimal("1.8"), Decimal(32)),
    "kelvin": Conversion("temperature", Decimal("1.8"), Decimal("1.8"), Decimal("-459.67")),
}
