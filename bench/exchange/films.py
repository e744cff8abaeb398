"""Folders of films to import."""

from pathlib import Path

from bench.imports import FILM


def write_films(root: Path, count: int, name: str) -> Path:
    """Write films, each with three people of its own and three that others have."""
    for n in range(count):
        place = root / "films" / f"{name}-{n}"
        place.mkdir(parents=True)
        text = FILM.format(n=f"{name} {n}", category="feature", year=1990 + n % 35)
        (place / "index_en.md").write_text(text, encoding="utf-8")
    return root
