"""The film in the admin."""

from films.admin.film import FilmAdmin
from films.admin.vocabulary import GenreAdmin

__all__ = ["FilmAdmin", "GenreAdmin"]
