"""A film or page whose files were accepted, ready to be written."""

from dataclasses import dataclass
from typing import TypeAlias

from desk.importing.objects import ParsedFilm, ParsedPage
from desk.importing.problems import Problem
from desk.loading.options import LoadOptions
from desk.loading.pictures import Files, prepare_files

Item: TypeAlias = ParsedFilm | ParsedPage


@dataclass(frozen=True)
class Prepared:
    """`problems` are those of the text and of the files."""

    item: Item
    files: Files
    problems: tuple[Problem, ...]


def prepare(item: Item, options: LoadOptions) -> Prepared:
    """Accept and store the files of an item. Needs no database."""
    problems = list(item.problems)
    files = prepare_files(item, problems, options.is_dry_run)
    return Prepared(item, files, tuple(problems))
