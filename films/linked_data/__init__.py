"""The film for search engines: JSON-LD in the words of schema.org."""

from films.linked_data.lists import (
    calendar_linked_data,
    catalogue_linked_data,
    festival_linked_data,
    festivals_linked_data,
    home_linked_data,
)
from films.linked_data.page import film_linked_data

__all__ = [
    "calendar_linked_data",
    "catalogue_linked_data",
    "festival_linked_data",
    "festivals_linked_data",
    "film_linked_data",
    "home_linked_data",
]
