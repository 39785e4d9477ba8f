"""A Firefox of a test's own, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/)."""

import asyncio
import itertools
import json
import os
import re
import subprocess
import tempfile
import time

import websockets

import browser

PATIENCE_S = 60
QUIET = """\
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
"""


def value_of(remote):
    """What BiDi says of a value, as Python has it."""
    kind = remote["type"]
    if kind in ("undefined", "null"):
        return None
    if kind in ("array", "nodelist"):
        return [value_of(item) for item in remote["value"]]
    if kind == "object":
        return {key: value_of(item) for key, item in remote["value"]}
    return remote["value"]


class Firefox:
    def __init__(self, has_window=False):
        """`has_window`: on the screen of the environment; only there it tells assistive technology of its pages."""
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        with open(os.path.join(self.profile.name, "user.js"), "w") as file:
            file.write(QUIET)
        self.log = open(os.path.join(self.profile.name, "log"), "w+")
        words = ["firefox-esr", *([] if has_window else ["--headless"]), "--remote-debugging-port", "0", "--profile", self.profile.name, "--no-remote"]
        self.process = subprocess.Popen(words, stdout=self.log, stderr=self.log, env={**os.environ, "HOME": self.profile.name})
        self.numbers = itertools.count(1)
        self.complaints = []
        self.loop = asyncio.new_event_loop()
        self.socket = self.loop.run_until_complete(self.connect(self.address() + "/session"))
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=["log.entryAdded"])
        # The window that it comes with never has the keyboard: its keys would press no button.
        self.page = self.new_page()

    def address(self):
        """Where it listens, which it tells once it does."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            with open(self.log.name) as file:
                told = re.search(r"WebDriver BiDi listening on (ws://\S+)", file.read())
            if told:
                return told[1]
            assert self.process.poll() is None, "Firefox has ended"
            time.sleep(0.1)
        raise AssertionError("Firefox does not listen")

    async def connect(self, address):
        return await websockets.connect(address, max_size=None)

    async def exchange(self, number, method, parameters):
        await self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(await asyncio.wait_for(self.socket.recv(), PATIENCE_S))
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.complaints.append(answer["params"]["text"])
            if answer.get("id") == number:
                return answer

    def command(self, method, **parameters):
        answer = self.loop.run_until_complete(self.exchange(next(self.numbers), method, parameters))
        assert answer["type"] == "success", answer
        return answer["result"]

    def new_page(self):
        return self.command("browsingContext.create", type="tab")["context"]

    def begin_anew(self):
        """With a page that has the keyboard, wherever Tab has taken it."""
        before, self.page = self.page, self.new_page()
        self.command("browsingContext.close", context=before)
        self.complaints.clear()

    def open(self, url, date=browser.NOON, script=""):
        """As `browser.Player` does: with a clock that only the test moves."""
        fresh = "() => {try { localStorage.clear(); } catch { /* an empty page has none */ }" + browser.CLOCK % json.dumps(date) + script + "}"
        added = self.command("script.addPreloadScript", functionDeclaration=fresh)
        self.command("browsingContext.navigate", context=self.page, url=url, wait="complete")
        self.command("script.removePreloadScript", script=added["script"])

    def js(self, body):
        """The value of the body of a function."""
        found = self.command("script.evaluate", expression=f"(() => {{{body}}})()", target={"context": self.page}, awaitPromise=True)
        assert found["type"] == "success", found
        return value_of(found["result"])

    def holds(self, body):
        """False also where a page goes while it is asked."""
        try:
            return self.js(body)
        except AssertionError:
            return False

    def until(self, body):
        end = time.monotonic() + PATIENCE_S
        while not self.holds(body):
            assert time.monotonic() < end, body
            time.sleep(0.05)

    def window(self, width, height):
        self.command("browsingContext.setViewport", context=self.page, viewport={"width": width, "height": height})

    def press(self, *keys):
        moves = [move for key in keys for move in ({"type": "keyDown", "value": key}, {"type": "keyUp", "value": key})]
        self.command("input.performActions", context=self.page, actions=[{"type": "key", "id": "keys", "actions": moves}])

    def touch(self, x, y):
        moves = [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.command("input.performActions", context=self.page, actions=[
            {"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}, "actions": moves}])

    def close(self):
        self.loop.run_until_complete(self.socket.close())
        self.loop.close()
        self.process.terminate()
        self.process.wait(20)
        self.log.close()
        self.profile.cleanup()
