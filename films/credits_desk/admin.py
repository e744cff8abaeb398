"""The credits desk within the admin of films: its addresses, and its door in the film's form."""

from django.http import HttpResponseRedirect
from django.urls import path, reverse

from films.credits_desk import paste_views, views


class CreditsDeskMixin:
    """Adds `/admin/films/film/<id>/credits/` and leads there from the film's form."""

    def get_urls(self):
        def at(route, view, name):
            route = f"<int:film_id>/credits/{route}"
            return path(route, self.admin_site.admin_view(view), name=f"films_film_{name}")

        return [
            at("", views.show_desk, "credits"),
            at("new/", views.edit_row, "credit_new"),
            at("act/", views.act, "credits_act"),
            at("undo/", views.undo, "credits_undo"),
            at("names/", views.suggest, "credits_names"),
            at("paste/", paste_views.paste, "credits_paste"),
            at("<uuid:uuid>/", views.edit_row, "credit"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.GET.get("part") == "credits" and object_id.isdigit():
            return HttpResponseRedirect(reverse("admin:films_film_credits", args=[object_id]))
        return super().change_view(request, object_id, form_url, extra_context)
