#!/usr/bin/env python3
"""How long Chromium takes to draw pages, and to sort and search the one over all reports.

usage: times.py PAGE...
"""
import os
import sys
import urllib.parse

from chromium import Chromium

TIMED = "(async () => { const start = performance.now(); %s; await new Promise(done => requestAnimationFrame(() =>" \
        " requestAnimationFrame(() => requestAnimationFrame(done)))); return Math.round(performance.now() - start); })()"
ACTIONS = {
    "sorted": "document.querySelector('#table th:nth-child(2) button').click()",
    "searched": "{ const box = document.getElementById('search'); box.value = 'หนอง';"
                " box.dispatchEvent(new Event('input', {bubbles: true})); }",
}


def main():
    browser = Chromium(os.environ.get("CHROMIUM", "chromium"))
    try:
        for path in sys.argv[1:]:
            url = "file://" + urllib.parse.quote(os.path.abspath(path))
            print(f"{path}: drawn {sorted(browser.open(url) for _ in range(5))} ms after it was asked for")
            if browser.run("document.getElementById('table') === null"):
                continue
            for name, action in ACTIONS.items():
                times = []
                for _ in range(3):
                    browser.open(url)
                    times.append(browser.run(TIMED % action))
                print(f"{path}: {name} {sorted(times)} ms after it was asked for")
    finally:
        browser.close()


if __name__ == "__main__":
    main()
