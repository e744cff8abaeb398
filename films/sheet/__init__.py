"""The sheet: the frozen object that every output of a film renders."""

from films.sheet.build import desk_sheet, live_sheet, make_sheet
from films.sheet.objects import FilmSheet

__all__ = ["FilmSheet", "desk_sheet", "live_sheet", "make_sheet"]
