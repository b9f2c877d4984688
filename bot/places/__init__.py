"""City, country or coordinates -> zones: what a person typed or sent -> places to confirm.

Nothing here decides: no result means "ask differently", several mean "ask which", and even a
single one is to be confirmed by the time on the person's clock. Only IANA names of places come
out, never "CET" or Etc/*. Sources: pytz (zone.tab), CLDR by Babel, tzfpy.
"""

from bot.places.coordinates import at_coordinates
from bot.places.countries import country_name, country_named, zones_in
from bot.places.finding import find
from bot.places.place import Place, likely_country

__all__ = [
    "Place",
    "at_coordinates",
    "country_name",
    "country_named",
    "find",
    "likely_country",
    "zones_in",
]
