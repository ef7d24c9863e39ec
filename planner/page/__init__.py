"""The page for the leader: a finished plan on one or two sheets of A4, as HTML and as PDF."""

from planner.page.make import Written, page_html, write_page

__all__ = ["Written", "page_html", "write_page"]
