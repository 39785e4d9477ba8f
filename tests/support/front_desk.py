"""A front desk of a clinic's folder, for tests that ask it as browsers and strangers do."""

import contextlib
import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import time
import urllib.parse

import program


class Desk:
    def __init__(self, folder, *options, before=(), whole=True):
        """Returns when the desk is open and, if it is to be `whole`, all has been made."""
        self.folder = pathlib.Path(folder)
        self.log = open(self.folder / "desk.log", "w")
        command = [program.HANDOUT, "desk", "--port", "0", "--fonts", program.ROOT / "fonts/fonts.conf", *options]
        env = program.environment()
        # A sanitizer keeps what was freed, which is not what the desk takes; and looks for no leaks beside strace.
        env["ASAN_OPTIONS"] += f":quarantine_size_mb=1:detect_leaks={int(not before)}"
        self.process = subprocess.Popen(
            [*map(str, before), *map(str, command)], cwd=self.folder, env=env,
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, start_new_session=True,
        )
        try:
            self.wait_until_open(whole)
        except BaseException:
            self.end()
            raise

    def wait_until_open(self, whole):
        self.port = int(self.wait_for(lambda: re.search(r"127\.0\.0\.1:(\d+)/", self.said()))[1])
        self.url = f"http://127.0.0.1:{self.port}/"
        if whole:
            self.wait_for(lambda: "making" not in (self.report() or {"making"}))

    def report(self):
        """What the build has told; None: nothing yet."""
        path = self.folder / "out/build/desk-report.json"
        return json.loads(path.read_text()) if path.exists() else None

    def said(self):
        return (self.folder / "desk.log").read_text()

    def wait_for(self, what, seconds=120):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := what():
                return found
            assert self.process.poll() is None, self.said()
            time.sleep(0.05)
        raise AssertionError(self.said())

    def close(self):
        self.process.terminate()
        try:
            return self.process.wait(20)
        finally:
            if self.process.returncode is None:
                self.end()
            self.log.close()

    def end(self):
        """At once, with all that it has started, where it has not been closed."""
        if self.log.closed:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def ask(self, method, path, body=None, headers=None, host=None):
        """The status, the body and the headers of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        data = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, data, dict(answer.getheaders())

    def post(self, path, form, **headers):
        kind = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", path, urllib.parse.urlencode(form).encode(), kind)

    @property
    def token(self):
        return re.search(r'name="token" value="([0-9a-f]+)"', self.ask("GET", "/")[1])[1]
