"""The addresses of the microsite desk, below /admin/.

The first word after `microsite/` says the tab: none is the pages, `look/`, `domain/`, `archive/`.
"""

from django.contrib import admin
from django.urls import path

from microsites.desk import views

wrap = admin.site.admin_view
HOME = "films/film/<int:film_id>/microsite/"

urlpatterns = [
    path(HOME, wrap(views.show_desk), name="microsite_desk"),
]
