"""The page in a browser: values lead to words and back, layers come and go, nothing is fetched, nothing overflows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from rashomon.publishing import page
from tests.publishing.factory import crowd, empty, hostile, market, talk

_REQUIRED = bool(os.environ.get("RASHOMON_BROWSER") == "1" or os.environ.get("CI"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. Where there is none the tests are skipped, unless RASHOMON_BROWSER=1 or CI asks for them."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None and _REQUIRED:
        pytest.fail("no Chromium on PATH: install it (apt-get install chromium) to test the page")
    if path is None:
        pytest.skip("no Chromium on PATH; set RASHOMON_BROWSER=1 to make this a failure")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Visit:
    """A page opened, and all that its console, its errors and its requests told."""

    def __init__(self, browser: Browser, file: Path, width: int, scripts: bool = True) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", java_script_enabled=scripts
        )
        self.context.set_default_timeout(5_000)
        self.page: Page = self.context.new_page()
        self.told: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def lit(self, selector: str) -> list[str]:
        """The text of the lit elements that match."""
        return self.page.locator(f"{selector}.lit").all_inner_texts()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of four reports."""
    path = tmp_path_factory.mktemp("page") / "ledgers.html"
    path.write_text(page.render([market(), hostile(), crowd(12), empty()]), encoding="utf-8")
    return path


@pytest.fixture
def visit(browser: Browser, file: Path) -> Iterator[Visit]:
    """The page on a desk. Whatever the test does, the console must stay empty and only the file itself be asked for."""
    visit = Visit(browser, file, 1400)
    yield visit
    assert visit.told == []
    assert visit.requests == [file.as_uri()]
    visit.context.close()


def test_a_value_leads_to_its_words(visit: Visit) -> None:
    visit.page.click("#r0 .accounts td.clashing a:has-text('9 or more')")
    assert "".join(visit.lit("#r0 mark")) == "at least nine people"
    assert visit.page.locator("#r0 mark.lit").first.is_visible()
    assert "at least nine" in visit.page.locator(".live").inner_text()


def test_words_cut_into_pieces_are_all_lit(visit: Visit) -> None:
    content = visit.page.locator("#r0 .statements .words a").first
    content.click()
    assert "".join(visit.lit("#r0 mark")) == content.inner_text()
    assert len(visit.lit("#r0 mark")) > 2


def test_a_word_leads_to_its_entries_one_after_the_other(visit: Visit) -> None:
    word = visit.page.locator("#r0 mark", has_text="four").first
    word.click()
    first = visit.page.evaluate("document.activeElement.closest('section').className")
    assert "4" in visit.lit("#r0 .counts a")
    assert "4" in visit.lit("#r0 .incidents a")
    seen = {first}
    for _ in visit.lit("#r0 .ledger a"):
        word.click()
        seen.add(visit.page.evaluate("document.activeElement.closest('section').className"))
    assert {"part incidents", "part events", "part counts", "part statements"} <= seen


def test_a_folded_mention_is_unfolded(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "talk.html"
    path.write_text(page.render([talk(30)]), encoding="utf-8")
    visit = Visit(browser, path, 1400)
    visit.page.click("button[data-layer=actors]")
    last = visit.page.locator(".actors a").last
    assert not last.is_visible()
    visit.page.locator("mark").last.click()
    assert last.is_visible()
    assert visit.page.evaluate("document.activeElement.classList.contains('lit')")
    visit.context.close()


def test_keys_lead_there_and_back(visit: Visit) -> None:
    value = visit.page.locator("#r0 .counts a", has_text="24 to 99")
    value.focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.tagName") == "MARK"
    assert visit.page.evaluate("document.activeElement.textContent") == "dozens"
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.textContent") == "24 to 99"
    assert visit.page.evaluate("!!document.activeElement.closest('.counts')")


def test_escape_puts_the_light_out_and_goes_back(visit: Visit) -> None:
    visit.page.locator("#r0 .times a", has_text="Tuesday").press("Enter")
    visit.page.keyboard.press("Escape")
    assert visit.lit("mark") == []
    assert visit.page.evaluate("document.activeElement.textContent") == "Tuesday"


def test_arrows_go_from_word_to_word(visit: Visit) -> None:
    visit.page.locator("#r0-text").focus()
    at = "document.activeElement.textContent"
    visit.page.keyboard.press("ArrowRight")
    assert visit.page.evaluate(at) == "Dolny Brod"
    visit.page.keyboard.press("ArrowRight")
    assert visit.page.evaluate(at) == "Shells struck"
    visit.page.keyboard.press("ArrowLeft")
    assert visit.page.evaluate(at) == "Dolny Brod"


def test_a_layer_comes_and_goes(visit: Visit) -> None:
    line = "getComputedStyle(document.querySelector('#r0 mark .place')).textDecorationLine"
    button = visit.page.locator("button[data-layer=places]")
    assert visit.page.evaluate(line) == "underline"
    button.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    assert visit.page.evaluate(line) == "none"
    button.click()
    assert visit.page.evaluate(line) == "underline"


def test_a_hidden_layer_answers_no_click(visit: Visit) -> None:
    word = visit.page.locator("#r0 mark", has_text="Tarnovik")
    visit.page.click("button[data-layer=places]")
    word.click()
    assert visit.lit("a") == []
    visit.page.click("button[data-layer=places]")
    word.click()
    assert "Tarnovik" in visit.lit("#r0 .places a")


@pytest.mark.parametrize("width", [360, 390, 768, 1000, 1400, 2560])
def test_nothing_overflows(browser: Browser, file: Path, width: int) -> None:
    visit = Visit(browser, file, width)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.told == []
    visit.context.close()


def test_on_a_narrow_screen_a_button_leads_back(browser: Browser, file: Path) -> None:
    visit = Visit(browser, file, 390)
    value = visit.page.locator("#r0 .counts a", has_text="24 to 99")
    value.click()
    back = visit.page.locator("button.back")
    assert back.is_visible()
    back.click()
    assert not back.is_visible()
    assert visit.page.evaluate("document.activeElement.textContent") == "24 to 99"
    visit.context.close()


def test_without_scripts_the_page_reads_and_its_links_lead(browser: Browser, file: Path) -> None:
    visit = Visit(browser, file, 1400, scripts=False)
    assert not visit.page.locator(".layers").is_visible()
    visit.page.click("#r0 .counts a:has-text('24 to 99')")
    assert visit.page.locator("mark:target").inner_text() == "dozens"
    visit.context.close()


def test_a_report_cannot_run_a_script(visit: Visit) -> None:
    assert visit.page.locator("#r1-text").inner_text().count("<script>alert('x')</script>") == 1
    assert visit.page.locator("script").count() == 1


_CONTRAST = """
() => {
  const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const numbers = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = numbers(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.checkVisibility() || e.matches("script, style")) continue;
    const [a, b] = [light(numbers(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push([e.className, ratio, walker.currentNode.data.trim()].join(" "));
  }
  return poor;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_of_aa(browser: Browser, file: Path, scheme: str) -> None:
    visit = Visit(browser, file, 1400)
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit.page.click("#r0 .counts a >> nth=0")
    visit.page.wait_for_timeout(50)
    assert visit.page.evaluate(_CONTRAST) == []
    visit.context.close()


def test_on_paper_the_text_stands_before_the_ledger_and_is_whole(browser: Browser, file: Path) -> None:
    visit = Visit(browser, file, 800)
    visit.page.emulate_media(media="print")
    text = visit.page.locator("#r0-text")
    assert text.evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    assert text.bounding_box()["y"] < visit.page.locator("#r0 .ledger").bounding_box()["y"]  # type: ignore[index]
    assert not visit.page.locator(".bar").is_visible()
    visit.context.close()
