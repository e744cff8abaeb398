"""A merge and its end on a site of its own: run as a program, with the folder for its exports."""

import sys
from pathlib import Path

import django

django.setup()

from people.merging import merge_records  # noqa: E402
from people.merging.undoing import unmerge  # noqa: E402
from tests.people.unmerging_world import export, make_companies, make_rich_world  # noqa: E402


def main(folder: Path) -> None:
    world = make_rich_world()
    company, other, third = make_companies(world.films[0])
    before = export(folder / "before")
    people = merge_records(world.kept, [world.other], {"name": "A. Sol"}, keeps_spelling=True)
    companies = merge_records(company, [third, other], {"city": "Kiel"})
    print(export(folder / "merged") == before)
    unmerge(people)
    unmerge(companies)
    print(export(folder / "after") == before)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
