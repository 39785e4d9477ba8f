"""A scheduler of CUPS of a test's own, at a socket of its own, whose one queue prints into a file."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

PPD = "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd"

SCHEDULER = """\
Listen {base}/cups.sock
Browsing No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""

FILES = """\
FileDevice Yes
ServerRoot {base}/etc
RequestRoot {base}/spool
TempDir {base}/spool/tmp
CacheDir {base}/cache
StateDir {base}/state
ErrorLog {base}/log/error
AccessLog {base}/log/access
PageLog {base}/log/page
SystemGroup root
"""


class Queue:
    name = "Desk"

    def __init__(self, filter=None):
        """`filter` makes of each job what the paper gets; CUPS itself does unless it is said. Its folder is
        not among those of pytest, which every new run closes to the user that filters run as."""
        self.base = pathlib.Path(tempfile.mkdtemp(prefix="handout-queue-"))
        for folder in ("etc/ppd", "spool/tmp", "cache", "state", "log"):
            (self.base / folder).mkdir(parents=True)
        self.paper = self.base / "spool/paper.pdf"
        self.paper.touch()
        (self.base / "etc/cupsd.conf").write_text(SCHEDULER.format(base=self.base))
        (self.base / "etc/cups-files.conf").write_text(FILES.format(base=self.base))
        self.let_in()
        self.environment = {**os.environ, "CUPS_SERVER": str(self.base / "cups.sock")}
        words = ["-f", "-c", self.base / "etc/cupsd.conf", "-s", self.base / "etc/cups-files.conf"]
        self.process = subprocess.Popen(["/usr/sbin/cupsd", *words], stderr=subprocess.DEVNULL)
        try:
            self.open(filter)
        except BaseException:
            self.close()
            raise

    def open(self, filter):
        while not (self.base / "cups.sock").exists():
            assert self.process.poll() is None, self.log()
            time.sleep(0.1)
        ppd = self.base / "queue.ppd"
        text = pathlib.Path(PPD).read_text()
        ppd.write_text(text.replace("application/vnd.cups-pdf 0 -", f"application/pdf 0 {filter}") if filter else text)
        words = ["-p", self.name, "-E", "-v", f"file:{self.paper}", "-P", ppd]
        done = subprocess.run(["/usr/sbin/lpadmin", *words], env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr + self.log()

    def let_in(self):
        """What turns pages runs as a user of its own where the scheduler is root."""
        if os.getuid() != 0:
            return
        self.base.chmod(self.base.stat().st_mode | 0o011)
        for folder in ("spool", "cache", "state", "log"):
            for path in (self.base / folder, *(self.base / folder).rglob("*")):
                shutil.chown(path, "lp", "lp")

    def log(self):
        path = self.base / "log/error"
        return path.read_text() if path.exists() else ""

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.base)
