"""Pigeon Post / Brieftauben: a collage of envelopes, stamps and halftone in blue and red ink."""

from functools import partial

from drawing.pigeon_post.cut_out import cut_out_sheet
from drawing.pigeon_post.scenes import (
    draw_border,
    draw_escape,
    draw_holes,
    draw_poster,
    draw_roofs,
)
from drawing.pigeon_post.stickers import (
    lettering,
    line_on_the_map,
    pigeon_on_its_way,
    scissors_and_feathers,
    stamp_with_pigeon,
    window_as_address,
)
from drawing.pigeon_post.tile import counter

IMAGES = "films/pigeon-post/images/pigeon-post-{}.jpg"
STICKERS = "films/pigeon-post/images/pigeon-post-{}.webp"

PICTURES = {
    IMAGES.format("still-1"): draw_escape,
    IMAGES.format("still-2"): draw_roofs,
    IMAGES.format("still-3"): draw_holes,
    IMAGES.format("still-4"): draw_border,
    IMAGES.format("poster-en"): partial(draw_poster, "en"),
    IMAGES.format("poster-de"): partial(draw_poster, "de"),
    IMAGES.format("tile"): counter,
    "films/pigeon-post/documents/pigeon-post-cut-out.pdf": cut_out_sheet,
    STICKERS.format("title-art-en"): partial(lettering, "en"),
    STICKERS.format("title-art-de"): partial(lettering, "de"),
    STICKERS.format("sticker-stamp"): stamp_with_pigeon,
    STICKERS.format("sticker-pigeon"): pigeon_on_its_way,
    STICKERS.format("sticker-window"): window_as_address,
    STICKERS.format("sticker-scissors"): scissors_and_feathers,
    STICKERS.format("sticker-map"): line_on_the_map,
}
