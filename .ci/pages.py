"""Opens the pages of .ci/pages in Chromium, holds them against axe's rules, and takes pictures of them."""

import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

here = Path(sys.argv[1])
axe = next(here.glob("python/lib/*/site-packages/axe_playwright_python/axe.min.js")).read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
faults = 0


def look(browser, file, width, scheme):
    global faults
    page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme, reduced_motion="reduce")
    told, asked = [], []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    start = time.monotonic()
    page.goto(file.as_uri(), wait_until="load")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    seconds = time.monotonic() - start
    page.screenshot(path=here / "pictures" / f"{file.stem}-{width}-{scheme}.png")
    if file.suffix == ".html":
        page.evaluate(axe)
        found = page.evaluate("rules => axe.run(document, { runOnly: rules })", RULES)
        wide = page.evaluate("() => document.documentElement.scrollWidth")
        marks = walk(page)
        broken = [f"{fault['id']} ({len(fault['nodes'])})" for fault in found["violations"]]
        unsure = [f"{fault['id']} ({len(fault['nodes'])})" for fault in found["incomplete"]]
        broken += told + asked[1:] + ([f"is {wide} pixels wide"] if wide > width else []) + marks
        print(f"{file.name} {width} {scheme}: open in {seconds:.2f} s, {len(found['passes'])} rules of axe hold, "
              f"undecided {unsure or 'none'}, broken {broken or 'none'}")
        faults += len(broken)
    page.close()


def walk(page):
    """Goes through the first timeline with the arrow keys: every mark must be reached once, and be told."""
    count = page.locator(".child:first-of-type .mark").count()
    if not count:
        return []
    page.locator(".child .mark").first.focus()
    seen = []
    for _ in range(count):
        seen.append(page.evaluate("() => document.activeElement.querySelector('title')?.textContent"))
        told = page.locator(".child .told").first.text_content()
        if not seen[-1] or not told.endswith(seen[-1]):
            return [f"mark {len(seen)} is not told"]
        page.keyboard.press("ArrowRight")
    stops = page.evaluate("() => document.querySelectorAll('.child:first-of-type .mark[tabindex=\"0\"]').length")
    return [] if stops == 1 else [f"{stops} stops of the tabulator in one timeline"]


with sync_playwright() as play:
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    drawings = [here / "site/drawings" / f"{name}.svg" for name in ("pre_proceedings", "placement", "theo-along-time")]
    files = sorted(here.glob("site/*.html")) + drawings
    for file in files:
        for width in (1400, 400):
            for scheme in ("light", "dark"):
                look(browser, file, width, scheme)
    print(f"{len(files)} files, pictures in {here / 'pictures'}, {faults} faults")
    browser.close()
sys.exit(1 if faults else 0)
