"""What is taken in from texts of others brings no erased person back."""

from desk.erasing.register import ErasedNames
from sources.taking.naming import Holds, register_held_names


def read_register() -> Holds:
    return ErasedNames().hold


register_held_names(read_register)
