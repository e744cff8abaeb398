"""Addresses of the search, below admin/."""

from django.contrib import admin
from django.urls import path

from desk.finding.use_views import used_view
from desk.finding.views import search_view, suggest_view

guarded = admin.site.admin_view

urlpatterns = [
    path("search/", guarded(search_view), name="desk_search"),
    path("search/suggest/", guarded(suggest_view), name="desk_search_suggest"),
    path("used/<str:room>/<int:pk>/", guarded(used_view), name="desk_used"),
]
