"""What is wrong with a site, where, and what to do: `manage.py doctor`.

A check is a function without arguments that yields findings; `checks.py` lists them all.
"""

from desk.doctor.checks import examine
from desk.doctor.finding import Finding

__all__ = ["Finding", "examine"]
