#!/usr/bin/env python3
"""Looks at the pages of `itaparse review` in Chromium, as the person who reads them does.

usage: review.py PAGES

PAGES/index.html is over all pages. These have to be among them:
  many.html      a report of 54 measures
  doubtful.html  a report with findings of several rules, and a table whose sum is wrong
  hostile.html   a report that holds markup; its script would set window.stolen

What fails is told on a line each, and makes the exit status 1.
"""
import os
import sys
import urllib.parse

from chromium import Chromium, Failure

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


class Pages:
    """The pages and the browser that shows them."""

    def __init__(self, folder, browser):
        self.folder, self.browser = os.path.abspath(folder), browser

    def url(self, name):
        return "file://" + urllib.parse.quote(os.path.join(self.folder, name))

    def open(self, name):
        """Opens a page that asks for nothing else and says nothing of errors."""
        milliseconds = self.browser.open(self.url(name))
        self.quiet(name)
        return milliseconds

    def quiet(self, name):
        others = [url for url in self.browser.requests if url.split("#")[0] != self.url(name)]
        equal(others, [], f"{name} asks for more")
        equal(self.browser.errors, [], f"{name} has errors")


def equal(found, wanted, what):
    if found != wanted:
        raise Failure(f"{what}: {found!r}, not {wanted!r}")


def true(found, what):
    if not found:
        raise Failure(what)


SHOWN = "e => { const r = e.getBoundingClientRect(), p = e.closest('.pane').getBoundingClientRect();" \
        " return r.bottom > p.top && r.top < p.bottom && r.top < innerHeight; }"


def is_in_sight(browser, selector):
    return browser.run(f"({SHOWN})(document.querySelector('{selector}'))")


def shown(browser, selector):
    return browser.run(f"[...document.querySelectorAll('{selector}')].filter(e => e.checkVisibility()).length")


# ---- The page of a report


@check
def every_way_leads_somewhere_and_back(pages, browser):
    for name in ("many.html", "doubtful.html", "hostile.html"):
        pages.open(name)
        equal(browser.run("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
                          ".filter(id => !document.getElementById(id))"), [], f"{name}: ways that lead nowhere")
        equal(browser.run("[...document.querySelectorAll('.p')].flatMap(p => p.dataset.f.split(' '))"
                          ".filter(id => !document.getElementById(id))"), [], f"{name}: places of nothing")
        equal(browser.run("[...document.querySelectorAll('.place[id] > .go')].filter(a => a.hash.startsWith('#b')"
                          " && !document.getElementById(a.hash.slice(1)).dataset.f.split(' ')"
                          ".includes(a.parentElement.id)).map(a => a.parentElement.id)"), [],
              f"{name}: places that do not lead back")
        true(browser.run("[...document.querySelectorAll('.record dd.place')].every(d => d.querySelector(':scope > .go'))"),
             f"{name}: a value without a way to its place")


@check
def a_value_shows_its_place_and_a_place_its_value(pages, browser):
    pages.open("many.html")
    browser.click("#m40-title + .go, #m40-title .go, #m40-h .go")
    true(browser.run("location.hash.startsWith('#b')"), "the way to a place is no link")
    true(browser.run("document.querySelector(location.hash).classList.contains('on')"), "the place is not marked")
    true(is_in_sight(browser, ".p.on"), "the place is out of sight")
    browser.click("#source .p[data-f~='m12-result']")
    equal(browser.run("location.hash"), "#m12-result", "the way back")
    true(browser.run("document.querySelector('#m12-result').classList.contains('on')"), "the value is not marked")
    true(is_in_sight(browser, "#m12-result"), "the value is out of sight")


@check
def findings_stand_in_the_margin_the_list_and_the_record(pages, browser):
    pages.open("doubtful.html")
    count = browser.run("document.querySelectorAll('.finding').length")
    true(count >= 3, "too few findings to look at")
    true(shown(browser, ".notes .note") >= 3, "nothing in the margin")
    equal(browser.run("[...document.querySelectorAll('.notes .note')].filter(n => {"
                      " const line = n.closest('.l'), a = document.querySelector(n.hash + ' .go[href^=\"#b\"]');"
                      " return a && !line.querySelector(a.hash); }).length"), 0, "notes that are not beside their place")
    browser.click(".notes .note")
    true(browser.run("document.querySelector('.finding.on').checkVisibility()"), "the note does not show its finding")
    browser.key("1")
    browser.click(".flag .note")
    true(is_in_sight(browser, ".finding.on"), "a finding of a record is out of sight")


@check
def findings_stand_in_the_cell_that_is_wrong(pages, browser):
    pages.open("doubtful.html")
    browser.key("3")
    true(shown(browser, "td .note") >= 1, "no finding in a cell")
    browser.click("td .note")
    true(is_in_sight(browser, ".p.on"), "its place is out of sight")
    true(browser.run("document.querySelector('.finding.on').checkVisibility()"), "the finding in the list")


@check
def filters_narrow_down(pages, browser):
    pages.open("doubtful.html")
    everything = shown(browser, ".record")
    rule = browser.run("document.querySelector('.record[data-rules] .flag') && [...document.querySelectorAll('.record')]"
                       ".map(r => r.dataset.rules.trim().split(' ')[0]).find(r => r)")
    browser.choose("rule", rule)
    true(0 < shown(browser, ".record") < everything, "the rule narrows nothing down")
    true(browser.run(f"[...document.querySelectorAll('.record')].every(r => r.checkVisibility() === "
                     f"r.dataset.rules.split(' ').includes('{rule}'))"), "the rule shows other records")
    true("/" in browser.run("document.getElementById('shown').textContent"), "it is not said how many are shown")
    browser.key("Escape")
    equal(shown(browser, ".record"), everything, "records after Escape")
    browser.choose("severity", "-")
    true(browser.run("[...document.querySelectorAll('.record')].every(r => r.checkVisibility() === "
                     "!r.dataset.severities.trim())"), "records without findings")
    browser.key("Escape")
    state = browser.run("document.querySelector('.record').dataset.status")
    browser.choose("status", state)
    true(browser.run(f"[...document.querySelectorAll('.record')].every(r => r.checkVisibility() === "
                     f"(r.dataset.status === '{state}'))"), "records of a status")


@check
def search_finds_whatever_the_digits_and_spaces(pages, browser):
    pages.open("many.html")
    browser.key("/")
    equal(browser.run("document.activeElement.id"), "search", "the slash")
    browser.write("มาตรการ ที่27 ")
    equal(shown(browser, ".record"), 1, "records with these words")
    true(browser.run("document.querySelector('#m27').checkVisibility()"), "the right record")
    browser.write("ไม่มีคำนี้")
    equal(shown(browser, ".record"), 0, "records without these words")
    equal(shown(browser, "#records .nothing"), 1, "words that nothing matches")
    browser.key("Escape")
    equal(shown(browser, ".record"), 54, "records after Escape")


@check
def the_keys_do_what_the_help_says(pages, browser):
    pages.open("many.html")
    for key, record in (("j", "m1"), ("j", "m2"), ("ArrowDown", "m3"), ("k", "m2"), ("ArrowUp", "m1"), ("k", "m1")):
        browser.key(key)
        equal(browser.run("document.activeElement.id"), record, f"the record after {key}")
        true(is_in_sight(browser, ".l.on"), f"the lines of the record after {key}")
    browser.key("s")
    true(browser.run("document.activeElement.matches('.p')"), "s does not lead to the source")
    first = browser.run("document.activeElement.id")
    browser.key("ArrowRight")
    true(browser.run(f"document.activeElement.matches('.p') && document.activeElement.id !== '{first}'"), "the next place")
    browser.key("Enter")
    true(browser.run("document.querySelector('.record .place.on').checkVisibility()"), "Enter shows no value")
    browser.key("2")
    equal(browser.run("document.querySelector('.panel.shown').id"), "findings", "the panel of 2")
    browser.key("?")
    true(browser.run("document.getElementById('help').open"), "the question mark shows no help")
    browser.key("Escape")
    true(not browser.run("document.getElementById('help').open"), "Escape leaves the help open")
    browser.key("Tab")
    true(browser.run("document.activeElement !== document.body"), "Tab goes nowhere")


@check
def letters_can_be_left_alone(pages, browser):
    pages.open("many.html")
    browser.key("?")
    browser.click("#keys")
    browser.key("Escape")
    browser.key("j")
    true(not browser.run("document.activeElement.matches('.record')"), "j moves although letters are no shortcuts")
    browser.click("#help-button")
    browser.click("#keys")
    browser.key("Escape")
    browser.key("j")
    equal(browser.run("document.activeElement.id"), "m1", "the record after j")


@check
def the_first_tab_stop_leads_past_the_rest(pages, browser):
    pages.open("many.html")
    browser.key("Tab")
    equal(browser.run("document.activeElement.hash"), "#records", "the first stop of Tab")
    browser.key("Enter")
    equal(browser.run("location.hash"), "#records", "the way past the source")


@check
def both_languages_are_whole(pages, browser):
    for name in ("index.html", "doubtful.html"):
        pages.open(name)
        equal(browser.run("document.documentElement.lang"), "th", "the first language")
        equal(shown(browser, ".u[lang=en]"), 0, "English words on a Thai page")
        browser.click("label[lang=en]")
        equal(browser.run("document.documentElement.lang"), "en", "the language after a click")
        equal(shown(browser, ".u[lang=th]"), 0, "Thai words of an English page")
        true(browser.run("[...document.querySelectorAll('.u[lang=en]')].some(e => e.checkVisibility())"), "no English words")
        true(browser.run("/[a-z]/.test(document.getElementById('search').placeholder)"), "the search speaks Thai")
        browser.key("l")
        equal(browser.run("document.documentElement.lang"), "th", "the language after l")
        pages.quiet(name)


@check
def hostile_text_is_text(pages, browser):
    for name in ("hostile.html", "index.html"):
        pages.open(name)
        equal(browser.run("typeof window.stolen"), "undefined", f"{name}: a script of the report ran")
        equal(browser.run("document.querySelectorAll('.pane img, .pane iframe, main script, main [onerror], main style')"
                          ".length"), 0, f"{name}: elements that the report made")
        equal(browser.run("[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])"
                          ".filter(a => /^on/i.test(a.name) || /javascript:/i.test(a.value)).length"), 0,
              f"{name}: attributes that run")
    pages.open("hostile.html")
    text = browser.run("document.querySelector('.lines').textContent")
    for part in ("<script>", "</script>", "<!--", "\" onmouseover=\"", "&lt;", "U+202E"):
        true(part in text, f"{part} is not to be seen")
    true(not any(ord(letter) in range(0x202A, 0x202F) for letter in text), "letters that turn the line")


@check
def a_page_reads_without_scripts(pages, browser):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.call("Page.navigate", url=pages.url("many.html") + "#m30-title")
        browser.wait("Page.loadEventFired")
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)
    equal(shown(browser, ".panel"), 3, "parts of the page")
    equal(shown(browser, ".scripted"), 0, "what does nothing without scripts")
    true(is_in_sight(browser, "#m30-title"), "links do not lead to their places")


@check
def contrast_is_enough(pages, browser):
    with open(os.path.join(HERE, "contrast.js"), encoding="utf-8") as file:
        script = file.read()
    for scheme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for name in ("index.html", "doubtful.html", "many.html"):
            pages.open(name)
            if name != "index.html":
                browser.key("j")
            equal(browser.run(script), [], f"{name}, {scheme}: too little contrast")
    browser.call("Emulation.setEmulatedMedia", features=[])


@check
def screen_readers_are_told_what_is_what(pages, browser):
    for name in ("index.html", "doubtful.html", "many.html"):
        pages.open(name)
        equal(browser.run("[...document.querySelectorAll('th')].filter(e => !e.scope).length"), 0, f"{name}: th without scope")
        equal(browser.run("[...document.querySelectorAll('svg')].filter(e => e.getAttribute('role') === 'img'"
                          " ? !(e.querySelector('title').textContent && e.querySelector('desc').textContent)"
                          " : e.getAttribute('aria-hidden') !== 'true').length"), 0, f"{name}: drawings without words")
        equal(browser.run("(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                          " return ids.filter((id, at) => ids.indexOf(id) !== at); })()"), [], f"{name}: ids that stand twice")
        equal(browser.run("[...document.querySelectorAll('[aria-labelledby], [aria-controls]')].filter(e =>"
                          " ((e.getAttribute('aria-labelledby') ?? '') + ' ' + (e.getAttribute('aria-controls') ?? ''))"
                          ".trim().split(' ').some(id => !document.getElementById(id))).length"), 0, f"{name}: names of nothing")
        nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
        nameless = [node["role"]["value"] for node in nodes
                    if not node.get("ignored") and node.get("role", {}).get("value") in
                    ("link", "button", "combobox", "searchbox", "radio", "tab", "image", "table", "region", "article")
                    and not node.get("name", {}).get("value", "").strip()
                    and node["role"]["value"] != "table"]
        equal(nameless, [], f"{name}: what a screen reader has no name for")


@check
def it_fits_a_small_window(pages, browser):
    browser.call("Emulation.setDeviceMetricsOverride", width=320, height=800, deviceScaleFactor=1, mobile=False)
    try:
        for name, keys in (("index.html", "l"), ("doubtful.html", "123"), ("many.html", "123")):
            pages.open(name)
            for key in keys:
                browser.key(key)
                width = browser.run("document.documentElement.scrollWidth")
                true(width <= 320, f"{name} is {width} pixels wide in a window of 320, after {key}")
    finally:
        browser.run("localStorage.clear()")
        browser.call("Emulation.clearDeviceMetricsOverride")


@check
def paper_shows_all(pages, browser):
    browser.call("Emulation.setEmulatedMedia", media="print")
    pages.open("many.html")
    equal(shown(browser, ".record"), 54, "records on paper")
    equal(shown(browser, ".filters, .tools, .go"), 0, "what paper has no use for")
    true(browser.run("getComputedStyle(document.getElementById('source')).overflowY") == "visible", "the source is cut")
    true(len(browser.call("Page.printToPDF")["data"]) > 10_000, "nothing is printed")
    browser.call("Emulation.setEmulatedMedia", media="")


# ---- The page over all reports


@check
def the_table_is_sorted(pages, browser):
    pages.open("index.html")
    figures = "[...document.querySelectorAll('#table tbody tr')].map(r => Number(r.cells[4].dataset.v))"
    browser.click("#table th:nth-child(5) button")
    equal(browser.run("document.querySelector('#table th:nth-child(5)').ariaSort"), "descending", "what is told of the order")
    found = browser.run(figures)
    equal(found, sorted(found, reverse=True), "records, most first")
    browser.click("#table th:nth-child(5) button")
    equal(browser.run("document.querySelector('#table th:nth-child(5)').ariaSort"), "ascending", "the other order")
    equal(browser.run(figures), sorted(found), "records, fewest first")
    browser.click("#table th:nth-child(1) button")
    equal(browser.run("document.querySelectorAll('#table th[aria-sort]:not([aria-sort=none])').length"), 1, "orders at once")


@check
def the_table_is_searched(pages, browser):
    pages.open("index.html")
    everything = shown(browser, "#table tbody tr")
    browser.key("/")
    browser.write("many")
    equal(shown(browser, "#table tbody tr"), 1, "reports of this name")
    browser.key("Escape")
    equal(shown(browser, "#table tbody tr"), everything, "reports after Escape")
    browser.choose("severity", "-")
    true(0 < shown(browser, "#table tbody tr") < everything, "reports without findings")
    browser.key("Escape")
    browser.key("j")
    browser.key("j")
    equal(browser.run("document.activeElement.closest('tr').rowIndex"), 2, "the row after j j")


@check
def a_country_of_reports_comes_in_portions(pages, browser):
    with open(os.path.join(pages.folder, "index.html"), encoding="utf-8") as file:
        head, table, rest = file.read().partition('id="table"')
    start, rows = rest.split("<tbody>", 1)
    rows, end = rows.split("</tbody>", 1)
    count = 4000 // rows.count("<tr ")
    with open(os.path.join(pages.folder, "country.html"), "w", encoding="utf-8") as file:
        file.write(f"{head}{table}{start}<tbody>{rows * count}</tbody>{end}")
    pages.open("country.html")
    equal(browser.run("document.querySelectorAll('#table tbody tr').length"), 1500, "rows at first")
    browser.click("#more")
    equal(browser.run("document.querySelectorAll('#table tbody tr').length"), 3000, "rows after more")
    browser.key("/")
    browser.write("hostile")
    equal(browser.run("document.querySelectorAll('#table tbody tr').length"), count, "reports of a name, from all rows")
    true(not browser.run("document.getElementById('more').checkVisibility()"), "more where there is no more")


@check
def ways_lead_to_the_pages_and_back(pages, browser):
    pages.open("index.html")
    links = browser.run("[...document.querySelectorAll('#table a')].map(a => decodeURIComponent(a.pathname))")
    true(links and all(os.path.exists(link) for link in links), "pages that are not there")
    browser.click("#table a[href='deep/er/%23%20%3Cb%3E%3F%20%25.html']", settles=False)
    browser.until("document.querySelector('.record') !== null", "the page of a report in a folder")
    browser.click(".back", settles=False)
    browser.until("document.getElementById('table') !== null", "the way back")


@check
def failures_and_charts_are_told(pages, browser):
    pages.open("index.html")
    true(browser.run("document.querySelector('#failures').textContent.includes('unsupported') ||"
                     " document.querySelector('#failures tbody tr') !== null"), "no failure is told")
    equal(shown(browser, "svg[role=img]"), 3, "charts")
    true(browser.run("[...document.querySelectorAll('.chart')].every(c => c.querySelector('rect') && c.querySelector('tbody tr'))"),
         "a chart without its numbers")


def main():
    browser = Chromium(os.environ.get("CHROMIUM", "chromium"))
    failures = 0
    try:
        pages = Pages(sys.argv[1], browser)
        for function in CHECKS:
            try:
                function(pages, browser)
                print(f"ok    {function.__name__}", flush=True)
            except Failure as failure:
                failures += 1
                print(f"FAIL  {function.__name__}: {failure}", flush=True)
        for name in ("many.html", "index.html"):
            print(f"time  {name}: drawn {min(pages.open(name) for _ in range(3))} ms after it was asked for", flush=True)
    finally:
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
