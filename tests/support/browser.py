"""A real browser on the lobby player, with a clock that only the tests move.

One Chromium serves all tests. Windows are emulated, so that a test sees exactly the pixels of a
panel or of a telephone.
"""

import contextlib
import functools
import http.server
import json
import os
import pathlib
import socket
import tempfile
import threading
import time

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import fetched

ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
PATIENCE_S = 30

# Stands in for the page's clocks: `advance(ms)` runs the player's steps, `wallClock` is its date.
CLOCK = """
(() => {
    const RealDate = Date, steps = [];
    let now = 0;
    window.wallClock = new RealDate(%s).getTime();
    window.Date = class extends RealDate {
        constructor(...args) { args.length ? super(...args) : super(window.wallClock); }
        static now() { return window.wallClock; }
    };
    performance.now = () => now;
    window.setInterval = (step) => steps.push(step);
    window.advance = (ms, each = 250) => {
        for (let done = 0; done < ms; done += each) {
            now += each;
            window.wallClock += each;
            steps.forEach((step) => step());
        }
    };
})();
"""
NOON = "2026-03-04T12:00:00"  # a Wednesday


class Player:
    """The page: what it shows, and a viewer's hands."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        for argument in (*ARGUMENTS, f"--user-data-dir={self.profile.name}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(PATIENCE_S * 4)

    def close(self):
        self.driver.quit()
        self.profile.cleanup()

    def command(self, name, **arguments):
        return self.driver.execute_cdp_cmd(name, arguments)

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def window(self, width, height, scale=1):
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=scale, mobile=False,
        )
        self.settle()

    def media(self, **features):
        """For example media(forced_colors="active"). Without motion, unless asked for: tests need
        not wait for a fade."""
        features = {"prefers_reduced_motion": "reduce", **features}
        listed = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
        self.command("Emulation.setEmulatedMedia", media="", features=listed)

    def zoom(self, factor):
        """The browser's own page zoom, in a window of its own size."""
        self.driver.get("chrome://settings/")
        self.js(f"chrome.settingsPrivate.setDefaultZoom({factor})")

    @contextlib.contextmanager
    def begun_by(self, script):
        """Pages that are opened meanwhile run this script before their own. A page that leads on to
        another one may take Chromium to a new process, which has forgotten the script by then."""
        added = self.command("Page.addScriptToEvaluateOnNewDocument", source=script)
        yield
        try:
            self.command("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])
        except WebDriverException as gone:
            if "Script not found" not in str(gone):
                raise

    def open(self, url, date=NOON, script="", wait=True):
        """Opens the player as a browser that never saw it before."""
        with self.begun_by("localStorage.clear();" + CLOCK % json.dumps(date) + script):
            self.driver.get(url)
        if wait:
            self.until("return player.hasShow && !document.getElementById('show').hidden")
            self.settle()

    def reload(self, date=NOON):
        """Loads the page again; what it remembers stays."""
        with self.begun_by(CLOCK % json.dumps(date)):
            self.driver.refresh()
        self.until("return player.hasShow && !document.getElementById('show').hidden")
        self.settle()

    def until(self, script, *arguments):
        return WebDriverWait(self.driver, PATIENCE_S, poll_frequency=0.05).until(
            lambda _: self.js(script, *arguments), script
        )

    def settle(self):
        """Two frames drawn and no fade under way."""
        self.driver.execute_async_script(
            "const done = arguments[0];"
            "requestAnimationFrame(() => requestAnimationFrame(() => Promise.all("
            "document.getAnimations().map((a) => a.finished.catch(() => 0))).then(() => done())));"
        )

    def advance(self, seconds):
        self.js("advance(arguments[0] * 1000)", seconds)
        self.settle()

    def read_again(self):
        """Lets the page read the manifest and look at the files of what it finds there."""
        self.driver.execute_async_script("player.update().then(arguments[0])")

    def turn(self, step=1):
        """To another slide, more than half a second after the last change."""
        self.js("advance(500); player.turn(arguments[0])", step)
        self.settle()

    def turn_to(self, index):
        self.js("advance(500); player.turnTo(arguments[0])", index)
        self.settle()

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()
        self.settle()

    def tab_to(self, identifier):
        for _ in range(12):
            self.press(Keys.TAB)
            if self.focused() == identifier:
                return
        raise AssertionError(f"{identifier} is not reached with the Tab key")

    def focused(self):
        return self.js("return document.activeElement.id")

    def move_pointer(self, *points):
        for x, y in points:
            self.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.settle()

    def find(self, identifier):
        return self.driver.find_element(By.ID, identifier)

    @property
    def slide(self):
        """The only slide that is not hidden, as its id, its words and whether it is alone."""
        return self.js(
            "const shown = [...document.querySelectorAll('.slide:not([hidden])')];"
            "return {count: shown.length, text: shown[0].innerText.replace(/\\s+/g, ' ').trim(),"
            "id: memory.get('slide')}"
        )

    @property
    def is_stopped(self):
        return self.js("return player.isStopped")

    @property
    def live(self):
        return self.js("return document.getElementById('slides').getAttribute('aria-live')")

    @property
    def layout(self):
        return self.js("return document.documentElement.dataset.layout")

    def errors(self):
        """What the page complained about since the last call."""
        return [e["message"] for e in self.driver.get_log("browser") if e["level"] == "SEVERE"]

    def axe(self):
        """What axe-core holds against the page: rules and the elements that break them."""
        if not self.js("return Boolean(window.axe)"):
            self.js(fetched.axe())
        found = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']})"
            ".then((result) => done(result.violations.map((v) =>"
            "[v.id, v.nodes.map((node) => node.html)])), (error) => done(String(error)))"
        )
        assert isinstance(found, list), found
        return found

    def accessibility_tree(self):
        """Nodes of the tree that assistive technology reads, by id."""
        self.command("Accessibility.enable")
        nodes = self.command("Accessibility.getFullAXTree")["nodes"]
        self.command("Accessibility.disable")
        return {node["nodeId"]: node for node in nodes}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args, slow=None, **kwargs):
        self.slow = slow
        super().__init__(*args, **kwargs)

    def copyfile(self, source, output):
        if self.slow and self.path == self.slow[0]:
            time.sleep(self.slow[1])
        super().copyfile(source, output)

    def log_message(self, *args):
        pass

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Server(http.server.ThreadingHTTPServer):
    """One that is gone when it is closed: a browser keeps spare connections, over which it would go on answering."""

    def __init__(self, *args):
        self.connections = set()
        super().__init__(*args)

    def process_request(self, request, address):
        self.connections.add(request)
        super().process_request(request, address)

    def shutdown_request(self, request):
        self.connections.discard(request)
        super().shutdown_request(request)

    def server_close(self):
        super().server_close()
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def serve(directory, slow=None, port=0):
    """The directory on a web server of its own, at any port; gives its address. `slow`: a path and the seconds that pass between
    its head and what it holds."""
    handler = functools.partial(QuietHandler, directory=os.fspath(directory), slow=slow)
    with Server(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


class Failing(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_error(502)

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def failing(port):
    """A server that answers, but has nothing to give now."""
    with Server(("127.0.0.1", port), Failing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield
        finally:
            server.shutdown()


class Show:
    """A published show in a directory of its own, whose manifest a test may change."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        self.manifest = json.loads((self.directory / "manifest.json").read_text())

    @property
    def url(self):
        return (self.directory / "index.html").as_uri()

    @property
    def slides(self):
        return self.manifest["slides"]

    def publish(self, build=None):
        """Writes the manifest as it is now, as another build when `build` is given."""
        if build:
            self.manifest["build_id"] = build
        text = json.dumps(self.manifest, ensure_ascii=False)
        (self.directory / "manifest.js").write_text(f"window.handoutShow = {text};\n")
        build = self.manifest["build_id"]
        (self.directory / "build.js").write_text(f'window.handoutBuild = "{build}";\n')

    def half_publish(self, build):
        self.publish(build)
        path = self.directory / "manifest.js"
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
