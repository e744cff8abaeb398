"""The Glass Orchard / Der gläserne Garten: a paper theatre of leaves at night, and one orange."""

from drawing.glass_orchard import nave, outside, pane, pond, posters

_IMAGES = "films/the-glass-orchard/images/the-glass-orchard"
PICTURES = {
    f"{_IMAGES}-still-1.jpg": nave.nave,
    f"{_IMAGES}-still-2.jpg": pane.pane,
    f"{_IMAGES}-still-3.jpg": outside.outside,
    f"{_IMAGES}-still-4.jpg": pond.pond,
    f"{_IMAGES}-poster-en.jpg": posters.english,
    f"{_IMAGES}-poster-de.jpg": posters.german,
}
