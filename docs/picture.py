"""Takes the picture of the page that the README shows, with Debian's Chromium.

python docs/picture.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from rashomon.intake.files import read_path
from rashomon.publishing.page import render
from rashomon.running.engine import Engine

ROOT = Path(__file__).parents[1]


def main() -> None:
    report, issues = read_path(ROOT / "examples/wire-rival-tolls.txt", published="2024-02-14", publisher="Orbis")
    page_text = render([Engine().read(report, issues)])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_text(page_text, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1360, "height": 900})
        page.goto(path.as_uri())
        page.screenshot(path=str(ROOT / "docs/page.png"))
        browser.close()


if __name__ == "__main__":
    main()
