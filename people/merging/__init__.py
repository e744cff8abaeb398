"""Two records that are one: people and companies merged, whatever refers to them moved along."""

from people.merging.folding import Twin, find_twins
from people.merging.merge import CannotMerge, merge_records
from people.merging.relations import rows_naming

__all__ = ["CannotMerge", "Twin", "find_twins", "merge_records", "rows_naming"]
