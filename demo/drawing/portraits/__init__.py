"""Portraits: heads modelled as solids, lit hard from one side, printed in few inks."""

from functools import partial

from drawing.portraits import sitters_first, sitters_last
from drawing.portraits.press import portrait

SITTERS = {
    "greta-nordhus": sitters_first.greta,
    "carlotta-behrens": sitters_first.carlotta,
    "tarek-lindholm": sitters_first.tarek,
    "yasemin-korkut": sitters_first.yasemin,
    "ole-fahrenkrug": sitters_first.ole,
    "ilse-marquart": sitters_first.ilse,
    "paul-nwosu": sitters_last.paul,
    "agnes-schilling": sitters_last.agnes,
    "mirela-vaskova": sitters_last.mirela,
    "inka-morgenroth": sitters_last.inka,
    "jonas-hartwig": sitters_last.jonas,
}
PICTURES = {
    f"people/{key}/images/{key}-portrait.jpg": partial(portrait, sitter)
    for key, sitter in SITTERS.items()
}
