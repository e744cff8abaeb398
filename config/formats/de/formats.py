"""Dates of the desk in German: a comma before the time, and “Uhr” where the month is a word."""

DATETIME_FORMAT = r"j. F Y, H:i \U\h\r"
SHORT_DATETIME_FORMAT = "d.m.Y, H:i"
