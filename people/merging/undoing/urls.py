"""Taking merges apart, below /admin/people/merging/."""

from django.contrib import admin
from django.urls import path

from people.merging.undoing.views import unmerge_view

urlpatterns = [
    path("<int:pk>/undo/", admin.site.admin_view(unmerge_view), name="people_unmerge"),
]
