"""The report of a dossier, to send and to print: one HTML file, or Markdown.

Nothing here reads a file but what comes with the package, so that it runs wherever Python does, a web
page included.
"""

from cpts_model.report.document.html import Fragment, html_fragment, html_report, stylesheet
from cpts_model.report.document.markdown import markdown_report

__all__ = ["Fragment", "html_fragment", "html_report", "markdown_report", "stylesheet"]
