"""Backup, verification and restore of a site with pictures, each command in a process of its own.

`command.py` runs the steps and takes their time and memory; `filling.py` makes the site.
"""
