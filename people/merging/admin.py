"""Merging within the admin: an action, an address, a filter of what may be the same."""

from django.contrib import admin
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from people.merging.views import MOST, merge_view
from people.models import NameKey


class DuplicatesFilter(admin.SimpleListFilter):
    """Records that have a name in common, whatever its spelling."""

    title = _("possible duplicates")
    parameter_name = "duplicates"

    def lookups(self, request, model_admin):
        return [("1", _("same name"))]

    def queryset(self, request, queryset):
        if self.value() != "1":
            return queryset
        mine = NameKey.objects.filter(
            form=NameKey.Form.NAME, record__kind=queryset.model.kind
        ).order_by()
        keys = mine.values("key").annotate(n=Count("record", distinct=True)).filter(n__gt=1)
        return queryset.filter(pk__in=mine.filter(key__in=keys.values("key")).values("record"))


class MergingMixin:
    """Lets editors merge rows of this list."""

    actions = ("merge_selected",)

    def get_urls(self):
        meta = self.opts

        def view(request):
            return merge_view(request, self.model)

        name = f"{meta.app_label}_{meta.model_name}_merge"
        return [path("merge/", self.admin_site.admin_view(view), name=name), *super().get_urls()]

    # A translator changes texts, but merges nothing.
    @admin.action(description=_("Merge"), permissions=["delete"])
    def merge_selected(self, request, queryset):
        meta = self.opts
        ids = ",".join(str(pk) for pk in queryset.values_list("pk", flat=True)[:MOST])
        name = f"admin:{meta.app_label}_{meta.model_name}_merge"
        return HttpResponseRedirect(f"{reverse(name)}?ids={ids}")
