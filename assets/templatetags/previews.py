"""Small pictures in templates of the desk."""

from django import template

from assets import previews

register = template.Library()
register.filter("thumbnail", previews.thumbnail)
