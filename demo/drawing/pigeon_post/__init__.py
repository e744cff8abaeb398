"""Pigeon Post / Brieftauben: a collage of envelopes, stamps and halftone in blue and red ink."""

from functools import partial

from drawing.pigeon_post.scenes import (
    draw_border,
    draw_escape,
    draw_holes,
    draw_poster,
    draw_roofs,
)

IMAGES = "films/pigeon-post/images/pigeon-post-{}.jpg"

PICTURES = {
    IMAGES.format("still-1"): draw_escape,
    IMAGES.format("still-2"): draw_roofs,
    IMAGES.format("still-3"): draw_holes,
    IMAGES.format("still-4"): draw_border,
    IMAGES.format("poster-en"): partial(draw_poster, "en"),
    IMAGES.format("poster-de"): partial(draw_poster, "de"),
}
