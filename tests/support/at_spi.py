"""What assistive technology is told of a page by browsers on Linux (AT-SPI): a session with a bus of its own, and a
screen that nobody sees, where a browser that starts meanwhile shows its windows."""

import json
import os
import pathlib
import subprocess
import tempfile

READER = pathlib.Path(__file__).with_name("at_spi_reader.py")
SESSION = "/usr/libexec/at-spi-bus-launcher --launch-immediately --a11y=1 >&2 & echo $DBUS_SESSION_BUS_ADDRESS; read end; kill $!"


class Session:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.environment = {
            "DISPLAY": f":{int(self.screen.stdout.readline())}", "XDG_RUNTIME_DIR": self.folder.name,
            "GSETTINGS_BACKEND": "memory", "GNOME_ACCESSIBILITY": "1",
        }
        self.bus = self.start("dbus-run-session", "--", "sh", "-c", SESSION)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()
        self.reader = self.start("/usr/bin/python3", "-B", READER)

    def start(self, *words):
        env = os.environ | self.environment
        return subprocess.Popen(words, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def tree(self, title):
        """Role, name, own text, level and all words of each node of the page of that title, in order."""
        print(title, file=self.reader.stdin, flush=True)
        return json.loads(self.reader.stdout.readline())

    def close(self):
        for process in (self.reader, self.bus):
            process.stdin.close()
            process.wait(20)
            process.stdout.close()
        self.screen.kill()
        self.screen.wait()
        self.screen.stdout.close()
        self.folder.cleanup()
