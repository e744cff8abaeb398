"""Baikonur: gouache on black paper, the steppe below and far too many stars above."""

from functools import partial

from drawing.baikonur.backdrop import launch_seen_from_the_yurt, sky_after_the_launch
from drawing.baikonur.camp import yurt_under_stars
from drawing.baikonur.descent import descent_at_dawn
from drawing.baikonur.land import brushed, finish
from drawing.baikonur.landed import capsule_at_first_light
from drawing.baikonur.launch import launch_at_dusk
from drawing.baikonur.posters import poster, teaser, title_art
from drawing.baikonur.race import race_to_the_fire
from drawing.baikonur.radio import radio_at_night
from drawing.baikonur.sky import stars
from drawing.baikonur.trailer import frames
from drawing.baikonur.village import swing_under_the_trail

__all__ = ["PICTURES", "TRAILERS", "brushed", "finish", "stars"]

_IMAGES = "films/baikonur/images/baikonur-"
PICTURES = {
    f"{_IMAGES}still-1.jpg": yurt_under_stars,
    f"{_IMAGES}still-2.jpg": launch_at_dusk,
    f"{_IMAGES}still-3.jpg": race_to_the_fire,
    f"{_IMAGES}still-4.jpg": descent_at_dawn,
    f"{_IMAGES}still-5.jpg": radio_at_night,
    f"{_IMAGES}still-6.jpg": capsule_at_first_light,
    f"{_IMAGES}still-7.jpg": swing_under_the_trail,
    f"{_IMAGES}poster-en.jpg": partial(poster, "en"),
    f"{_IMAGES}poster-de.jpg": partial(poster, "de"),
    f"{_IMAGES}teaser-en.jpg": partial(teaser, "en"),
    f"{_IMAGES}teaser-de.jpg": partial(teaser, "de"),
    f"{_IMAGES}title-art.webp": title_art,
    f"{_IMAGES}backdrop.jpg": launch_seen_from_the_yurt,
    f"{_IMAGES}backdrop-calm.jpg": sky_after_the_launch,
}
TRAILERS = {"films/baikonur/videos/baikonur-trailer.mp4": frames}
