"""Chromium without a window, driven through a pipe: the standard library is enough for that."""
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


# Seconds that the browser may take over anything, on a machine that is busy with other tests.
PATIENCE = 300


class Failure(Exception):
    """What a page does is not what it should do."""


class Chromium:
    """A browser with one page open."""

    def __init__(self, program="chromium", width=1440, height=900):
        self.folder = tempfile.mkdtemp(prefix="itaparse-browser-")
        from_browser, to_us = os.pipe()
        from_us, to_browser = os.pipe()

        def wire():
            # The browser reads its third file and writes its fourth; neither number may be trodden on by the other.
            reading, writing = os.dup(from_us), os.dup(to_us)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--remote-debugging-pipe", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", f"--user-data-dir={self.folder}",
             f"--window-size={width},{height}", "about:blank"],
            preexec_fn=wire, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(from_us)
        os.close(to_us)
        self.reading, self.writing = from_browser, to_browser
        self.buffer = b""
        self.number = 0
        self.session = None
        self.requests, self.errors = [], []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def close(self):
        """Ends the browser and takes its folder away."""
        try:
            self.session = None
            self.call("Browser.close")
        except (Failure, OSError):
            pass
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # ---- The protocol

    def call(self, method, **parameters):
        """Calls a method of the protocol and gives its result; what the browser tells meanwhile is noted."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next(PATIENCE)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self._note(answer)

    def wait(self, event):
        """Waits for the browser to tell `event`."""
        while True:
            message = self._next(PATIENCE)
            self._note(message)
            if message.get("method") == event:
                return

    def _next(self, seconds):
        end = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reading], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise Failure(f"the browser said nothing for {seconds} seconds")
            more = os.read(self.reading, 1 << 20)
            if not more:
                raise Failure("the browser has gone")
            self.buffer += more
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def _note(self, message):
        method, parameters = message.get("method"), message.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            self.errors.append(str([argument.get("value") for argument in parameters["args"]]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.errors.append(parameters["entry"]["text"])

    # ---- What a user does

    def open(self, url):
        """Opens a page and gives the milliseconds from the first byte to the page as it is drawn."""
        self.requests, self.errors = [], []
        self.call("Page.navigate", url="about:blank")
        self.wait("Page.loadEventFired")
        self.requests = []
        self.call("Page.navigate", url=url)
        self.wait("Page.loadEventFired")
        return self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
                        "() => done(Math.round(performance.now())))))")

    def run(self, script):
        """Gives the value of a script."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise Failure(f"{script}: {result['exceptionDetails'].get('exception', {}).get('description')}")
        return result["result"].get("value")

    def settle(self):
        """Waits until what was done is drawn."""
        self.run("new Promise(done => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done))))")

    def until(self, script, what):
        """Waits until a script is true, also of a page that is only being opened."""
        for _ in range(100):
            try:
                if self.run(script):
                    return
            except Failure:
                # The page that the script began in has gone.
                pass
            time.sleep(0.1)
        raise Failure(what)

    def click(self, selector, settles=True):
        """Clicks the middle of the first line of an element, as a mouse does."""
        place = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); if (!e) return null;"
            " e.scrollIntoView({block: 'center'}); const r = e.getClientRects()[0];"
            " return [r.left + r.width / 2, r.top + r.height / 2]; })()")
        if not place:
            raise Failure(f"no {selector} to click on")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)
        if settles:
            self.settle()

    def key(self, key):
        """Presses a key."""
        codes = {"Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39, "Enter": 13, "Tab": 9}
        parameters = {"key": key, "windowsVirtualKeyCode": codes.get(key, ord(key.upper()[0]))}
        if len(key) == 1:
            parameters["text"] = key
        elif key == "Enter":
            parameters["text"] = "\r"
        self.call("Input.dispatchKeyEvent", type="keyDown", **parameters)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)
        self.settle()

    def write(self, text):
        """Writes a text where the cursor is."""
        self.call("Input.insertText", text=text)
        self.settle()

    def choose(self, identifier, value):
        """Chooses an option of a list."""
        self.run(f"(() => {{ const e = document.getElementById({json.dumps(identifier)}); e.value = {json.dumps(value)};"
                 " e.dispatchEvent(new Event('input', {bubbles: true})); })()")
        self.settle()

    def picture(self, path):
        """Keeps what is to be seen as a PNG."""
        import base64
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
