"""What the start page of the admin shows: not a list of tables but the work at hand."""

from desk.start.desk import desk_of

__all__ = ["desk_of"]
