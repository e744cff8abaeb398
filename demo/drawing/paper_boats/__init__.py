"""Paper Boats / Papierschiffe: an isometric world of folded paper on a pastel sea."""

from drawing.paper_boats.scenes import draw_fleet, draw_folds, draw_harbour, draw_poster

IMAGES = "films/paper-boats/images/paper-boats-{}.jpg"

PICTURES = {
    IMAGES.format("still-1"): draw_fleet,
    IMAGES.format("still-2"): draw_harbour,
    IMAGES.format("still-3"): draw_folds,
    IMAGES.format("poster"): draw_poster,
}
