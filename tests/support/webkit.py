"""A WebKitGTK browser of a test's own, on a screen that nobody sees."""

import os
import pathlib
import subprocess
import tempfile
import time

from selenium import webdriver
from selenium.common.exceptions import NoSuchFrameException, TimeoutException
from selenium.webdriver.webkitgtk.options import Options

PATIENCE_S = 60
BROWSERS = sorted(pathlib.Path("/usr/lib").glob("*/webkit2gtk-4.?/MiniBrowser"))
# The page's clock runs on; a test sets it ahead by `ahead` milliseconds.
CLOCK = "if (window.ahead === undefined) { window.ahead = 0; const now = performance.now.bind(performance); performance.now = () => now() + window.ahead; }"


class Webkit:
    def __init__(self):
        self.home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        changes = {"DISPLAY": f":{int(self.screen.stdout.readline())}", "HOME": self.home.name, "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        before = dict(os.environ)
        options = Options()
        options.binary_location = str(BROWSERS[-1])
        options.add_argument("--automation")
        os.environ.update(changes)  # this selenium hands on no others
        try:
            self.driver = webdriver.WebKitGTK(options=options, executable_path="/usr/bin/WebKitWebDriver")
        finally:
            os.environ.clear()
            os.environ.update(before)
        self.driver.set_window_size(1920, 1080)

    def open(self, url):
        self.driver.get("about:blank")
        self.driver.get(url)
        self.until("return document.readyState === 'complete'")

    def js(self, body, *arguments):
        return self.driver.execute_script(body, *arguments)

    def until(self, body):
        end = time.monotonic() + PATIENCE_S
        while not self.holds(body):
            assert time.monotonic() < end, body
            time.sleep(0.05)

    def holds(self, body):
        """Not while one page makes way for the next: then there is no frame, or nobody is left to answer."""
        try:
            return self.js(body)
        except (NoSuchFrameException, TimeoutException):
            return False

    def wait(self, seconds):
        """The page thinks that so much time has gone by."""
        self.js(CLOCK + "window.ahead += 1000 * arguments[0]", seconds)

    def press(self, *keys):
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def close(self):
        self.driver.quit()
        self.screen.kill()
        self.screen.wait()
        self.home.cleanup()
