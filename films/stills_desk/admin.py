"""The stills desk within the admin of films: its addresses, and its door in the film's form."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from films.models import Placement
from films.stills_desk import picture_views, views


class StillsDeskMixin:
    """Adds `/admin/films/film/<id>/stills/` and leads there from the film's form."""

    def get_urls(self):
        def at(route, view, name):
            return path(
                f"<int:film_id>/stills/{route}", self.admin_site.admin_view(view), name=name
            )

        return [
            at("", views.show_desk, "films_film_stills"),
            at("upload/", views.upload, "films_film_stills_upload"),
            at("order/", views.order, "films_film_stills_order"),
            at("act/", views.act, "films_film_stills_act"),
            at("undo/", views.undo, "films_film_stills_undo"),
            at("<uuid:uuid>/", picture_views.show_picture, "films_film_still"),
            at("<uuid:uuid>/file/", picture_views.replace, "films_film_still_file"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.GET.get("part") == "pictures" and object_id.isdigit():
            return HttpResponseRedirect(reverse("admin:films_film_stills", args=[object_id]))
        return super().change_view(request, object_id, form_url, extra_context)

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if formset.model is Placement:
            for row in formset.forms:
                if getattr(row, "reused", ""):
                    messages.info(request, row.reused)
