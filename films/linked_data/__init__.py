"""The film for search engines: JSON-LD in the words of schema.org."""

from films.linked_data.page import film_linked_data
from films.linked_data.screenings import screening_data

__all__ = ["film_linked_data", "screening_data"]
