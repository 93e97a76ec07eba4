"""The brief: one HTML file that shows what happened, who says so, and in which words."""

from rasid.products.brief.page import BriefOptions, render_brief, write_brief

__all__ = ["BriefOptions", "render_brief", "write_brief"]
