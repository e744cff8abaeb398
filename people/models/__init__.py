"""People, companies and the vocabulary of roles."""

from people.models.company import Company
from people.models.depiction import Depiction
from people.models.doubles import DistinctPair, Merging
from people.models.person import Gender, Person, PersonName, check_partial_date, make_sort_name
from people.models.role import Department, Role
from people.name_keys import NameKey

__all__ = [
    "Company",
    "Department",
    "Depiction",
    "DistinctPair",
    "Gender",
    "Merging",
    "NameKey",
    "Person",
    "PersonName",
    "Role",
    "check_partial_date",
    "make_sort_name",
]
