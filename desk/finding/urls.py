"""Addresses of the search, below admin/search/."""

from django.contrib import admin
from django.urls import path

from desk.finding.views import search_view, suggest_view

guarded = admin.site.admin_view

urlpatterns = [
    path("", guarded(search_view), name="desk_search"),
    path("suggest/", guarded(suggest_view), name="desk_search_suggest"),
]
