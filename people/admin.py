"""People, companies and roles in the admin."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from assets.previews import framed
from editorial.admin.base import EditorialAdmin, RowTable, VocabularyAdmin
from editorial.fields import columns
from people.merging.admin import DuplicatesFilter, MergingMixin
from people.models import Company, Department, Person, PersonName, Role
from people.searching import search_names
from people.telling import describe, with_films


class PersonNameTable(RowTable):
    model = PersonName
    row_fields = ("name", "kind", "script", "position")


@admin.register(Person)
class PersonAdmin(MergingMixin, EditorialAdmin):
    list_display = ("name_column", "sort_name", "credit_count")
    list_select_related = ("portrait",)
    list_filter = (DuplicatesFilter,)
    search_fields = ("name", "sort_name", "names__name")
    search_help_text = _("Name or other spelling")
    empty_text = _("People appear here when you credit them in a film, or add them here.")
    autocomplete_fields = ("portrait",)
    inlines = (PersonNameTable,)
    fieldsets = (
        (None, {"fields": (("name", "sort_name", "word_form"), "portrait")}),
        (_("Biography"), {"fields": ("short_biography", "biography", "birthplace")}),
        (_("Facts and notes"), {"fields": (("born_on", "died_on"), "website", "internal_notes")}),
    )

    def get_queryset(self, request):
        own = Person.objects.filter(pk=OuterRef("pk")).order_by()
        total = own.annotate(total=Count("credits")).values("total")
        return with_films(super().get_queryset(request)).annotate(credit_total=Subquery(total))

    def get_search_results(self, request, queryset, search_term):
        return search_names(queryset, search_term, "person"), False

    def picker_text(self, person: Person) -> str:
        return describe(person)

    @admin.display(description=_("name"), ordering="name")
    def name_column(self, person: Person) -> str:
        return format_html("{}<span>{}</span>", framed(person.portrait), person.name)

    @admin.display(description=_("number of credits"), ordering="credit_total")
    def credit_count(self, person: Person) -> int:
        return person.credit_total


@admin.register(Company)
class CompanyAdmin(MergingMixin, EditorialAdmin):
    list_display = ("name", "city", "country")
    list_filter = (DuplicatesFilter, "country")
    search_fields = ("name", "other_names")
    search_help_text = _("Name or other name")
    empty_text = _("Companies appear here when a film names them, or add them here.")
    autocomplete_fields = ("logo",)
    fieldsets = (
        (None, {"fields": ("name", "other_names", ("city", "country"), "logo", "description")}),
        (_("Contact"), {"fields": ("address", "contact", ("email", "phone"), "website")}),
        (_("Notes"), {"fields": ("internal_notes",)}),
    )

    def get_search_results(self, request, queryset, search_term):
        return search_names(queryset, search_term, "company"), False


@admin.register(Role)
class RoleAdmin(VocabularyAdmin):
    list_display = ("key", *columns("name"), "department", "billing_rank")
    list_filter = ("department",)
    search_help_text = _("Name, key or other spelling")
    search_fields = (
        "key",
        *columns("name"),
        *columns("name_feminine"),
        *columns("name_masculine"),
        "aliases",
    )
    ordering = ("billing_rank",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "key",
                    "department",
                    "name",
                    "name_feminine",
                    "name_masculine",
                    ("schema_property", "billing_rank"),
                    "aliases",
                )
            },
        ),
    )


@admin.register(Department)
class DepartmentAdmin(VocabularyAdmin):
    list_display = ("key", *columns("name"), "position")
    search_fields = ("key", *columns("name"))
    fieldsets = ((None, {"fields": ("key", "name", "position")}),)
