"""Previews: the real pages, made of the desk or of an older state, for staff and by link."""
