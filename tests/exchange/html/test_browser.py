"""The web page in a real browser: mouse, keys, search, streams below others, themes, paper, hostile text."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.exchange.html.browser import Browser
from tests.exchange.html.pages import connected, render, several, thousand
from tests.exchange.svg.reading import replaced
from tests.exchange.svg.test_svg import NASTY
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Lane, Note, Role, Step, Stream, Tool
from vsdesigner.palette import DARK, LIGHT, Rgb

PDF_TEXT = shutil.which("pdftotext")

OPEN = "!document.getElementById('card').hidden"
HEADING = "document.getElementById('card-title').textContent"
GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def shown(browser: Browser, folder: Path, view: Snapshot, place: str = "") -> Browser:
    """Open a document's page from disk."""
    path = folder / "stream.html"
    path.write_bytes(render(view))
    browser.wants("light")
    browser.open(path, place=place)
    return browser


def nth(index: int) -> str:
    """The selector of a step by its number (demand is drawn first)."""
    return f"section:not([hidden]) g.step:nth-child({index + 1})"


def focused(browser: Browser) -> str:
    """What has the keyboard, by the title of a step or the id of anything else."""
    found = browser.js(
        "(e => e.matches('g.step') ? e.querySelector('title').textContent : e.id || e.className || e.tagName)"
        "(document.activeElement)"
    )
    return str(found)


# -- cards --------------------------------------------------------------------------------------------------
def test_a_click_opens_the_card_with_all_that_the_step_says(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, connected())
    assert not page.js(OPEN)
    page.click(nth(1))
    page.until(OPEN)
    assert page.js(HEADING) == "Take the order"
    said = page.js("document.querySelector('#card').innerText")
    for word in (
        "Ask what is needed",
        "Service desk: single contact",
        "Chat (e.g., Teams, Signal)",
        "Engage",
    ):
        assert word in said, word
    assert re.search(r"A/R\s*Agent", said)
    assert re.search(r"C\s*Requester", said)
    page.click(nth(2))
    page.until(f"{HEADING} === 'Pick the model'")
    assert re.search(
        r"Compare what the shelf has\s*I\s*Requester\s*A\s*Buyer",
        page.js("document.querySelector('#card').innerText"),
    )
    page.click(".close")
    assert not page.js(OPEN)
    assert not page.faults()


def test_keys_walk_along_the_flow(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, connected())
    page.js("document.querySelector('section:not([hidden]) g.step').focus()")
    for key, title in (
        ("ArrowRight", "2. Pick the model"),
        ("ArrowDown", "3. Buy and set it up"),
        ("End", "4. Hand it over"),
        ("ArrowRight", "4. Hand it over"),
        ("ArrowLeft", "3. Buy and set it up"),
        ("Home", "1. Take the order"),
        ("ArrowLeft", "1. Take the order"),
    ):
        page.key(key)
        assert focused(page) == title, key
    page.key("Enter")
    page.until(OPEN)
    assert focused(page) == "card-title"
    page.key("ArrowRight")
    page.until(f"{HEADING} === 'Pick the model'")
    page.key("Escape")
    assert not page.js(OPEN)
    assert focused(page) == "2. Pick the model", "the keyboard is where the card was"
    page.key(" ")
    page.until(OPEN)
    assert not page.faults()


def test_tab_goes_through_the_steps_in_the_order_of_the_flow(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, connected())
    met: list[str] = []
    for _ in range(40):
        page.key("Tab")
        met.append(focused(page))
    steps = [title for title in met if re.match(r"\d\. ", title)]
    assert steps[:4] == ["1. Take the order", "2. Pick the model", "3. Buy and set it up", "4. Hand it over"]
    assert met[0] == "skip"
    assert met.index("search") < met.index("1. Take the order")


def test_buttons_of_the_card_go_on_and_back(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, connected())
    page.click(nth(1))
    page.until(OPEN)
    assert page.js("document.querySelector('.previous').disabled")
    page.click("#card .next")
    page.until(f"{HEADING} === 'Pick the model'")
    page.click("#card .previous")
    page.until(f"{HEADING} === 'Take the order'")


def test_a_link_opens_a_step_and_a_table_too(browser: Browser, folder: Path) -> None:
    view = connected()
    third = view.steps(view.streams[0].id)[2]
    page = shown(browser, folder, view, f"#/step-{third.id}")
    page.until(OPEN)
    assert page.js(HEADING) == "Buy and set it up"
    page.key("Escape")
    page.click(".wide tbody tr:nth-child(4) th a")
    page.until(f"{HEADING} === 'Hand it over'")
    for nonsense in ("#/nobody", "#/%E0%A4%A", "#/<script>"):
        page = shown(browser, folder, view, nonsense)
        assert page.js("!document.querySelector('section.stream').hidden")
        assert not page.js(OPEN)
        assert not page.faults()


@pytest.mark.parametrize("number", [1, 4, 6, 11])
@pytest.mark.parametrize("width,height", [(1280, 900), (800, 1000), (390, 800)])
def test_the_step_of_an_open_card_is_not_covered(
    browser: Browser, folder: Path, width: int, height: int, number: int
) -> None:
    page = shown(browser, folder, thousand(12))
    page.size(width, height)
    middle = (
        "(() => { const b = document.querySelector('g.current .body').getBoundingClientRect();"
        "const x = b.x + b.width / 2, y = b.y + b.height - 6;"
        "return document.elementFromPoint(x, y)?.closest('g.current') !== null })()"
    )
    page.click(nth(number))
    page.until(OPEN)
    assert page.js(middle), "when the card comes"
    page.key("ArrowRight")
    page.until(f"{HEADING}.endsWith(' {number}')")
    assert page.js(middle), "when another takes its place"
    overflow = page.js("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow == 0, "the page itself never scrolls sideways"


# -- streams within streams ---------------------------------------------------------------------------------
def test_a_stream_below_opens_and_leads_back(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, several())
    title = "document.querySelector('section:not([hidden]) h1').textContent"
    assert page.js(title) == "Give people a picture"
    page.click(nth(1))
    page.until(OPEN)
    page.click("#card .down")
    page.until(f"{title} === 'Another stream'")
    assert not page.js(OPEN)
    assert page.js("document.querySelector('[aria-current]').textContent") == "Another stream"
    page.click("section:not([hidden]) .up a")
    page.until(OPEN)
    assert page.js(title) == "Give people a picture"
    page.click("#card .down")
    page.until(f"{title} === 'Another stream'")
    page.js("history.back()")
    page.until(f"{title} === 'Give people a picture'")
    page.click(".bar nav li:nth-child(2) a")
    page.until(f"{title} === 'Another stream'")
    assert not page.faults()


def test_a_double_click_on_a_pile_opens_the_stream_below(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, several())
    page.click(nth(1), times=2)
    page.until("document.querySelector('section:not([hidden]) h1').textContent === 'Another stream'")
    page.click(nth(1), times=2)
    page.until(f"{OPEN} && {HEADING} === 'Look back'")


def test_readers_of_a_screen_hear_what_everything_is(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, several())
    nodes = page.send("Accessibility.getFullAXTree")["nodes"]
    heard = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node.get("ignored")
    ]
    for wanted in (
        ("button", "1. Step of engage, number 1"),
        ("navigation", "Streams"),
        ("searchbox", "Search steps, tasks, roles …"),
        ("heading", "Give people a picture"),
        ("group", "Lanes of Give people a picture"),
        ("table", "Steps of Give people a picture"),
        ("columnheader", "Actions and tasks"),
        ("rowheader", "1 Step of engage, number 1"),
        ("button", "Larger"),
    ):
        assert wanted in heard, wanted
    assert {"banner", "main", "contentinfo", "search"} <= {role for role, _ in heard}
    unnamed = [role for role, name in heard if role in ("button", "link", "combobox", "region") and not name]
    assert not unnamed
    assert ("region", "Another stream") not in heard, "what is not shown is not read"


# -- search -------------------------------------------------------------------------------------------------
def test_search_finds_steps_by_what_they_hold(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, connected())
    page.key("/")
    assert focused(page) == "search"
    page.write("IMAGING")
    page.until("document.querySelectorAll('#found a').length === 1")
    assert page.js("document.querySelector('#found').innerText") == "3. Buy and set it up"
    assert page.js("document.querySelector('#count').textContent") == "1 step found"
    assert page.js("[...document.querySelectorAll('g.hit title')].map(e => e.textContent)") == [
        "3. Buy and set it up"
    ]
    assert page.js("CSS.highlights.get('found').size") == 1
    page.key("Enter")
    page.until(OPEN)
    assert page.js(HEADING) == "Buy and set it up"
    page.key("Escape")
    page.key("/")
    page.key("Escape")
    assert page.js("document.querySelector('#search').value") == ""
    assert not page.js("document.body.classList.contains('searching')")
    page.write("buyer model")
    page.until("document.querySelectorAll('#found a').length === 1")
    page.key("ArrowDown")
    page.key("Enter")
    page.until(f"{OPEN} && {HEADING} === 'Pick the model'")
    page.key("Escape")
    page.key("/")
    page.key("Escape")
    page.write("nothing like this")
    page.until("document.querySelector('#count').textContent === 'Nothing found'")


# -- looks --------------------------------------------------------------------------------------------------
def css(colour: Rgb) -> str:
    return f"rgb({colour.red}, {colour.green}, {colour.blue})"


def test_the_theme_follows_the_system_until_one_is_chosen(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, connected())
    canvas = "getComputedStyle(document.querySelector('.ground rect')).fill"
    assert page.js(GROUND) == css(LIGHT.window)
    page.wants("dark")
    assert (page.js(GROUND), page.js(canvas)) == (css(DARK.window), css(DARK.canvas))
    choose = (
        "(e => {{ e.value = '{0}'; e.dispatchEvent(new Event('change')) }})(document.getElementById('theme'))"
    )
    page.js(choose.format("light"))
    assert (page.js(GROUND), page.js(canvas)) == (css(LIGHT.window), css(LIGHT.canvas))
    page.wants("light")
    page.js(choose.format("dark"))
    assert page.js(GROUND) == css(DARK.window)
    page.open(folder / "stream.html")
    assert page.js(GROUND) == css(DARK.window), "the choice is kept"
    page.js(choose.format("auto"))
    assert page.js(GROUND) == css(LIGHT.window)


def test_headers_stay_in_sight_and_the_size_changes(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, thousand(30))
    left = "document.querySelector('g.headers').getBoundingClientRect().x"
    before = page.js(left)
    page.js("document.querySelector('.lanes').scrollLeft = 1500")
    page.until("document.querySelector('g.headers').getAttribute('transform') !== 'translate(0 0)'")
    assert page.js(left) == pytest.approx(before, abs=1)
    width = "document.querySelector('.lanes svg').getBoundingClientRect().width"
    page.click("[data-zoom=natural]")
    natural = page.js(width)
    page.click("[data-zoom=larger]")
    assert page.js(width) == pytest.approx(1.25 * natural)
    page.click("[data-zoom=fit]")
    assert page.js(width) <= 1280


def test_every_part_is_printed_on_its_own_page(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, connected())
    page.wants("dark")
    page.click(nth(1))
    page.until(OPEN)
    paper = page.paper()
    assert paper.startswith(b"%PDF")
    assert page.js("!document.querySelector('details.about').open"), "as it was before printing"
    if PDF_TEXT is None:
        pytest.skip("pdftotext is not installed here")
    path = folder / "page.pdf"
    path.write_bytes(paper)
    pages = subprocess.run(
        [PDF_TEXT, "-layout", str(path), "-"], check=True, capture_output=True
    ).stdout.decode()
    use_case, drawing, steps, matrix = pages.split("\f")[:4]
    assert "Ada Weiss" in use_case
    assert "An employee asks for a laptop." in use_case
    assert "Deliver and" in drawing
    assert "Imaging (e.g.," in steps
    assert "A/R" in matrix
    assert "Search" not in pages
    assert "Previous" not in pages
    sizes = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True).stdout.decode()  # noqa: S607  # whichever is installed
    width, height = map(float, re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", sizes)[0])
    assert width > height


# -- what users write ---------------------------------------------------------------------------------------
HOSTILE = {name: text.replace("alert(1)", "window.hacked=1") for name, text in NASTY.items()} | {
    "link": "javascript:window.hacked=1 //<a href=javascript:window.hacked=1>x</a>",
    "handler": "<img src=http://192.0.2.1/x onerror='window.hacked=1'></style></script></svg>"
    "<script>window.hacked=1</script>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_runs_nothing_and_loads_nothing(browser: Browser, folder: Path, name: str) -> None:
    text = HOSTILE[name]
    view = several()
    for kind, field in (
        (Step, "name"),
        (Stream, "name"),
        (Stream, "description"),
        (Lane, "name"),
        (Role, "name"),
        (Tool, "name"),
        (Flow, "label"),
        (Note, "text"),
    ):
        view = replaced(view, kind, field, text)
    page = shown(browser, folder, view)
    page.click(nth(1))
    page.until(OPEN)
    page.click("#card .next")
    page.key("/")
    page.write("step")
    page.until("document.querySelector('#count').textContent")
    page.js("new Promise(done => setTimeout(done, 50))")
    assert page.js("window.hacked") is None
    assert page.requests() == [(folder / "stream.html").as_uri()]
    assert not page.faults()
    assert page.js("document.querySelectorAll('script, style').length") == 2
    assert page.js("document.querySelectorAll('img, iframe, [onload], [onerror], [onclick]').length") == 0


def test_a_script_that_comes_later_is_refused(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, connected())
    page.js(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'hacked = 1'}))"
    )
    assert page.js("window.hacked") is None
    assert any("Content Security Policy" in fault for fault in page.faults())


def test_a_thousand_steps_open_and_are_searched(browser: Browser, folder: Path) -> None:
    page = shown(browser, folder, thousand(1_000))
    assert page.js("document.querySelectorAll('g.step').length") == 1_000
    took = page.js(
        "(() => { const t = performance.now(); location.hash = '#/' + "
        "document.querySelectorAll('g.step')[900].id; return performance.now() - t })()"
    )
    page.until(OPEN)
    assert page.js(HEADING).endswith(" 900")
    page.key("Escape")
    page.key("/")
    page.write("777")
    page.until("document.querySelectorAll('#found a').length > 0")
    assert page.js("document.querySelector('#count').textContent") == "2 steps found", (
        "the one that is called so, and the one that has the number"
    )
    assert took < 2_000
    assert not page.faults()
