"""Objects of a folder -> rows: one transaction per film, nothing of the editors overwritten."""

from desk.loading.load import load_folder
from desk.loading.options import LoadOptions
from desk.loading.report import Report

__all__ = ["LoadOptions", "Report", "load_folder"]
