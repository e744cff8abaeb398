"""The look of microsites: fonts, colours that can be read, ready themes, the style sheet."""

from microsites.theming.fonts import FONTS, font_choices
from microsites.theming.ready import READY
from microsites.theming.sheet import ThemeSheet, make_theme
from microsites.theming.stylesheet import stylesheet_url

__all__ = ["FONTS", "READY", "ThemeSheet", "font_choices", "make_theme", "stylesheet_url"]
