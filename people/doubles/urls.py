"""Addresses of likely doubles, below /admin/people/doubles/."""

from django.contrib import admin
from django.urls import path

from people.doubles import views

wrap = admin.site.admin_view
urlpatterns = [
    path("", wrap(views.show_doubles), name="doubles"),
    path("apart/", wrap(views.show_apart), name="doubles_apart"),
    path("apart/note/", wrap(views.note_apart), name="doubles_note_apart"),
    path("apart/<int:pair_id>/forget/", wrap(views.forget_apart), name="doubles_forget_apart"),
]
