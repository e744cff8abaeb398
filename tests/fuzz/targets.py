"""All targets, in the order in which they run."""

from tests.fuzz.files import FILES
from tests.fuzz.texts import TEXTS

TARGETS = (*TEXTS, *FILES)
