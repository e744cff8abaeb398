"""The public site as files that any web server can show, without Django behind it.

Nothing is imported here: worker processes load `crew` before Django is set up.
"""
