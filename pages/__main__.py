"""Write every page that is drawn from the library: ``python -m pages``."""

from pages.navigation import NAVIGATION, with_navigation
from pages.page import DOCS
from pages.written import pages

if __name__ == "__main__":
    for page in pages():
        path = DOCS / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.write(), encoding="utf-8")
    NAVIGATION.write_text(with_navigation(NAVIGATION.read_text(encoding="utf-8")), encoding="utf-8")
