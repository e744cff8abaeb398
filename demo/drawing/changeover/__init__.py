"""Changeover / Überblendung: a linocut in one black, light is what the gouge takes away."""

from drawing.changeover.booth import booth
from drawing.changeover.close import at_the_port, row_seven
from drawing.changeover.poster import poster_english, poster_german
from drawing.changeover.stalls import stalls

FOLDER = "films/changeover/images/changeover"
PICTURES = {
    f"{FOLDER}-booth.jpg": booth,
    f"{FOLDER}-stalls.jpg": stalls,
    f"{FOLDER}-row-seven.jpg": row_seven,
    f"{FOLDER}-port.jpg": at_the_port,
    f"{FOLDER}-poster-en.jpg": poster_english,
    f"{FOLDER}-poster-de.jpg": poster_german,
}
