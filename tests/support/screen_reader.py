"""What a real screen reader says of a page: Orca and a Chromium of its own, on a display and a bus that nobody
else has. Orca writes what it would speak into its debug file, so no sound is needed."""

import contextlib
import os
import pathlib
import re
import signal
import subprocess
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

import browser

HERE = pathlib.Path(__file__).parent
PATIENCE_S = 60
QUIET_S = 0.7
# What a browser needs to know to come into the session.
PLACE = ("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")
# It ends when the keyboard does, which is when nobody can press keys any more.
SESSION = f"""
/usr/libexec/at-spi-bus-launcher --launch-immediately --a11y=1 >&2 &
/usr/bin/python3 -B "$TOOLS/orca_reader.py" "$HOME/notes" >&2 &
/usr/bin/python3 -B "$TOOLS/orca_keys.py" {" ".join(PLACE)}
kill $(jobs -p)
"""
ARGUMENTS = (
    "--kiosk --no-sandbox --no-first-run --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --force-renderer-accessibility"
).split()

# Orca's keys: on a page, letters go to the next of a kind.
KEYS = {"say all": 0xFFAB, "next": 0xFF54, "tab": 0xFF09} | {
    kind: ord(letter) for kind, letter in {"heading": "h", "list": "l", "table": "t"}.items()
}
SPEAKING = "SPEECH OUTPUT: "
SPOKEN = re.compile(rf"^[\d:.]+ - {SPEAKING}'((?s:.*?))'(?: voice=\w+)? ?(?:{{.*}}|None)?$", re.M)
LOADED = "^^^^^ PROCESS OBJECT EVENT document:load-complete"


class Orca:
    def __init__(self, folder):
        self.notes = folder / "notes"
        (folder / "run").mkdir(parents=True, mode=0o700)
        env = os.environ | {
            "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run"), "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8", "TOOLS": str(HERE),
        }
        for name in ("AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "WAYLAND_DISPLAY", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            env.pop(name, None)
        self.log = open(folder / "log", "w+")
        self.session = subprocess.Popen(
            ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--", "sh", "-c", SESSION],
            env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True, start_new_session=True,
        )
        place = dict(zip(PLACE, self.session.stdout.readline().split(), strict=True))
        self.wait_for(SPEAKING + "'Screen reader on.'")
        self.during(lambda: setattr(self, "driver", chromium(env | place)), LOADED)

    def noted(self, mark=0):
        """What it has written since its file was `mark` bytes long."""
        with open(self.notes, "rb") as file:
            file.seek(mark)
            return file.read().decode(errors="replace")

    def wait_for(self, sign, mark=0):
        end = time.monotonic() + PATIENCE_S
        while not self.notes.exists() or sign not in self.noted(mark):
            assert time.monotonic() < end and self.session.poll() is None, pathlib.Path(self.log.name).read_text()
            time.sleep(0.05)

    def during(self, act, sign):
        """What it says from `act` on, a phrase an entry, until the sign of it was seen and no work is left."""
        size = mark = self.notes.stat().st_size
        act()
        self.wait_for(sign, mark)
        since = time.monotonic()
        while time.monotonic() - since < QUIET_S:
            if size != (size := self.notes.stat().st_size):
                since = time.monotonic()
            time.sleep(0.05)
        phrases = (phrase.strip() for phrase in SPOKEN.findall(self.noted(mark)))
        return [phrase for phrase in phrases if phrase]

    def open(self, url):
        """What it says by itself."""
        return self.during(lambda: self.driver.get(url), LOADED)

    def press(self, key):
        """What it says because of that key."""
        return self.during(lambda: print(KEYS[key], file=self.session.stdin, flush=True), SPEAKING)

    def close(self):
        """The session ends with its input; what is left of it is made to."""
        self.driver.quit()
        self.session.stdin.close()
        try:
            self.session.wait(PATIENCE_S)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.session.pid, signal.SIGKILL)
            self.session.stdout.close()
            self.log.close()


def chromium(env):
    """Its pages' clocks stand still."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    options.add_experimental_option("excludeSwitches", ["enable-automation"])
    for argument in ARGUMENTS:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver", env=env))
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": browser.CLOCK % f'"{browser.NOON}"'})
    return driver
