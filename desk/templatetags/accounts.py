"""What pages of the account show in words."""

from django import template

from desk.accounts.browsers import browser_name

register = template.Library()
register.filter("browser_name", browser_name)
