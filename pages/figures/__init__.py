"""Figures for readers: what was counted, on which day, by whom; pictures of them, and a page."""

from pages.figures.page import pages

__all__ = ["pages"]
