"""Cast, crew and companies of a sheet."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from films.choices import CompanyFunction
from films.sheet.context import Context
from films.sheet.lookups import in_languages
from films.sheet.objects import (
    CompanySheet,
    DepartmentSheet,
    FunctionSheet,
    NameSheet,
    RoleSheet,
)
from people.functions import ASKED

CAST = "actor"
OTHER = "other"
Ranked = tuple[int, RoleSheet]


def make_names(context: Context) -> list[tuple[str, str, NameSheet]]:
    """Return (role key, role as printed, name) of every credit, in the order of the desk."""
    names = []
    for row in context.document.get("credits", []):
        name = _make_name(context, row)
        if name is not None:
            printed = context.text("credits", row["uuid"], "role_text").value
            names.append((row.get("role", ""), printed, name))
    return names


def _make_name(context: Context, row: dict[str, Any]) -> NameSheet | None:
    facts = {
        "credited_as": row.get("credited_as", ""),
        "character": context.text("credits", row["uuid"], "character"),
        "is_lead": row.get("is_lead", False),
        "billing": row.get("billing", ""),
        "is_uncredited": row.get("is_uncredited", False),
    }
    if row.get("is_group"):
        group = context.text("credits", row["uuid"], "group")
        return NameSheet(group.value, "group", **facts)
    if row.get("company"):
        company = context.lookups.companies.get(row["company"])
        if company is None:
            return None
        return NameSheet(company.name, "company", company.record.key, **facts)
    person = context.lookups.people.get(row.get("person", ""))
    if person is None:
        return None
    return NameSheet(person.name, "person", person.record.key, word_form=person.word_form, **facts)


def make_departments(
    context: Context, names: Iterable[tuple[str, str, NameSheet]]
) -> tuple[DepartmentSheet, ...]:
    """Group the crew by department and role; the cast stands by itself."""
    roles: dict[tuple[str, str], list[NameSheet]] = defaultdict(list)
    for key, printed, name in names:
        if key != CAST:
            roles[key, "" if key else printed].append(name)
    departments: dict[int | None, list[Ranked]] = defaultdict(list)
    for (key, printed), members in roles.items():
        role = context.lookups.roles.get(key)
        label = context.choose(in_languages(role, "name")).value if role else printed
        sheet = RoleSheet(key, label, tuple(members), role.schema_property if role else "")
        place = role.billing_rank if role else 9999
        departments[role.department_id if role else None].append((place, sheet))
    return tuple(
        _make_department(context, department_id, entries)
        for department_id, entries in sorted(departments.items(), key=_first_rank)
    )


def _first_rank(item: tuple[int | None, list[Ranked]]) -> int:
    return min(place for place, _role in item[1])


def _make_department(
    context: Context, department_id: int | None, entries: list[Ranked]
) -> DepartmentSheet:
    departments = context.lookups.departments
    department = None if department_id is None else departments.get(department_id)
    label = context.choose(in_languages(department, "name")).value if department else ""
    ordered = sorted(entries, key=lambda entry: entry[0])
    key = department.key if department else OTHER
    return DepartmentSheet(key, label, tuple(role for _place, role in ordered))


def make_functions(context: Context) -> tuple[FunctionSheet, ...]:
    """Group companies by function, in the order of the trade."""
    grouped: dict[str, list[CompanySheet]] = defaultdict(list)
    for row in context.document.get("companies", []):
        company = context.lookups.companies.get(row["company"])
        if company is not None:
            grouped[row["function"]].append(
                CompanySheet(
                    name=row.get("credited_as") or company.name,
                    slug=company.record.key,
                    function=row["function"],
                    territory=row.get("territory", ""),
                    note=context.text("companies", row["uuid"], "note"),
                    website=company.website,
                    email=company.email if row["function"] in ASKED else "",
                    phone=company.phone if row["function"] in ASKED else "",
                )
            )
    return tuple(
        FunctionSheet(function.value, str(function.label), tuple(grouped[function.value]))
        for function in CompanyFunction
        if grouped[function.value]
    )
