"""Printers of the printing world's own reference program, ippeveprinter, each with a system bus and an
avahi-daemon of its own in a mount namespace, which it does not start without."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import time

import pytest

import mounts

NAME = "Front desk"
START = """
set -eu
mount -t tmpfs tmpfs /run
echo MOUNTED
mkdir -p /run/dbus /run/avahi-daemon
wait_for() { for try in $(seq 100); do [ -e "$1" ] && return; sleep 0.1; done; }
dbus-daemon --system --nofork --nopidfile &
wait_for /run/dbus/system_bus_socket
until avahi-daemon --no-drop-root --no-chroot --no-rlimits; do sleep 0.2; done &
wait_for /run/avahi-daemon/socket
for try in $(seq 100); do
    dbus-send --system --print-reply --dest=org.freedesktop.Avahi / org.freedesktop.Avahi.Server.GetState |
        grep -q 'int32 2' && break
    sleep 0.1
done
exec ippeveprinter "$@"
"""

# What a job asked for, and then what the printer does for a while: its first line says how.
PRINT = """#!/bin/sh
env | sed -n 's/^IPP_//p' | sort >"{folder}/job-$$"
mv "{folder}/job-$$" "{folder}/job-$$.env"
cp "$1" "{folder}/job-$$.pdf"
{body}
echo "$IPP_JOB_NAME" >>"{folder}/printed"
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Printer:
    def __init__(self, folder, *options, body="", port=None, attributes=()):
        """`attributes`: what it says of itself instead of the usual, in lines as ippeveprinter reads them."""
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = port or free_port()
        self.options = options
        self.uri = f"ipp://localhost:{self.port}/ipp/print"
        self.command = self.folder / "print"
        self.command.write_text(PRINT.format(folder=self.folder, body=body))
        self.command.chmod(0o755)
        self.attributes = attributes
        self.knows = self.folder / "attributes.conf"
        self.knows.write_text("".join(f"ATTR {line}\n" for line in attributes))
        self.start()

    def start(self):
        user = [] if os.getuid() == 0 else ["--user", "--map-root-user"]
        kind = ["-a", self.knows] if self.attributes else ["-f", "application/pdf"]
        words = ["-d", self.folder, "-p", self.port, "-n", "localhost", *kind, "-c", self.command]
        self.log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen(
            ["unshare", *user, "--mount", "sh", "-c", START, "sh", *map(str, words), *self.options, NAME],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, start_new_session=True,
        )
        for _ in range(300):
            if self.answers():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.kill()
        told = (self.folder / "log").read_text(errors="replace")
        if "MOUNTED" not in told:
            pytest.skip(f"{mounts.REFUSED}: {told}")
        raise AssertionError(told)

    def answers(self):
        with socket.socket() as s:
            return s.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self):
        """At once, with whatever it had begun to print."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def end(self):
        if not self.log.closed:
            self.kill()

    @property
    def jobs(self):
        """What each job asked for, in the order in which they came."""
        paths = sorted(self.folder.glob("job-*.env"), key=lambda path: path.stat().st_mtime_ns)
        return [dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line) for path in paths]

    @property
    def printed(self):
        path = self.folder / "printed"
        return path.read_text().splitlines() if path.exists() else []
