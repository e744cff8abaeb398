"""The tables that there are."""

from desk.data_out.tables.credits import CREDITS
from desk.data_out.tables.festivals import FESTIVALS
from desk.data_out.tables.films import FILMS
from desk.data_out.tables.objects import Table

TABLES: dict[str, Table] = {table.key: table for table in (FILMS, CREDITS, FESTIVALS)}

__all__ = ["TABLES", "Table"]
