"""What people call the codes of a microsite: kinds of blocks, their forms, phases."""

from microsites.choices import PhaseKey


def block_word(key: str) -> str:
    """Return the kind's name; a key that this version does not know stays as it is."""
    # The kinds are loaded when somebody asks, not while the apps become ready.
    from microsites.blocks import find_kind

    kind = find_kind(key)
    return str(kind.label) if kind else key


def variant_word(key: str) -> str:
    """Return what a form is called; kinds that share a key mean the same by it."""
    from microsites.blocks import kinds

    found = (label for kind in kinds().values() for one, label in kind.variants if one == key)
    return str(next(found, key))


def phase_word(key: str) -> str:
    return str(dict(PhaseKey.choices).get(key, key))
