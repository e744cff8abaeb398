"""Accounts of members: logging in, second factors, sessions, the language of the desk.

django-allauth does the work (docs/decisions/0009-login-by-allauth.md); here is what we ask of it
beyond its defaults.
"""
