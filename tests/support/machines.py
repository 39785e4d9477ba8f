"""Machines to spread work over, all of them this one: hosts that ssh reaches and that can be lost with all
that runs on them, and a Slurm of a test's own."""

import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import time

SSH_CONFIG = """\
Host {name}
HostName 127.0.0.1
Port {port}
IdentityFile {base}/key
UserKnownHostsFile /dev/null
StrictHostKeyChecking no
LogLevel ERROR
"""
SSHD_CONFIG = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {base}/host_key
AuthorizedKeysFile {base}/key.pub
PidFile none
StrictModes no
UsePAM no
SetEnv HOME={base}
PermitRootLogin yes
"""
SLURM_CONFIG = """\
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
SlurmUser=root
AuthType=auth/none
CredType=cred/none
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
StateSaveLocation={base}/state
SlurmdSpoolDir={base}/spool
SlurmctldPidFile={base}/slurmctld.pid
SlurmdPidFile={base}/slurmd.pid
SlurmctldLogFile={base}/slurmctld.log
SlurmdLogFile={base}/slurmd.log
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, what()
        time.sleep(0.1)


def key(path):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)


class Host:
    """An ssh server in a process namespace of its own: `lose` takes away whatever runs there. Its home is the
    test's own, for shells read what lies there."""

    def __init__(self, base, name):
        self.base, self.name, self.port = base, name, free_port()
        (base / f"{name}.conf").write_text(SSHD_CONFIG.format(base=base, port=self.port))
        self.start()

    def start(self):
        os.makedirs("/run/sshd", exist_ok=True)
        words = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]
        words += ["/usr/sbin/sshd", "-D", "-e", "-f", self.base / f"{self.name}.conf"]
        self.process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        wait_for(self.answers, lambda: f"{self.name} does not answer")

    def answers(self):
        assert self.process.poll() is None, "sshd has ended"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def lose(self):
        self.process.kill()
        self.process.wait()


class Hosts(list):
    def __init__(self, base, names):
        base = pathlib.Path(base)
        base.mkdir()
        key(base / "key")
        key(base / "host_key")
        super().__init__(Host(base, name) for name in names)
        config = base / "ssh_config"
        config.write_text("".join(SSH_CONFIG.format(base=base, name=host.name, port=host.port) for host in self))
        (base / "parallel").mkdir()
        (base / "parallel/will-cite").touch()
        self.environment = {**os.environ, "PARALLEL_SSH": f"ssh -F {config}", "PARALLEL_HOME": str(base / "parallel")}


@contextlib.contextmanager
def hosts(base, *names):
    all_of_them = Hosts(base, names)
    try:
        yield all_of_them
    finally:
        for host in all_of_them:
            host.lose()


def slurm_says(environment, *words):
    return subprocess.run(words, env=environment, capture_output=True, text=True).stdout


@contextlib.contextmanager
def slurm(base):
    """The environment in which `sbatch` finds a Slurm of one node."""
    base = pathlib.Path(base)
    for folder in ("state", "spool"):
        (base / folder).mkdir(parents=True)
    host = socket.gethostname().split(".")[0]
    (base / "slurm.conf").write_text(SLURM_CONFIG.format(base=base, host=host, ports=(free_port(), free_port())))
    environment = {**os.environ, "SLURM_CONF": str(base / "slurm.conf")}
    programs = [["slurmctld", "-D"], ["slurmd", "-D", "-N", host]]
    running = [subprocess.Popen(["/usr/sbin/" + words[0], *words[1:]], env=environment,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for words in programs]
    logs = lambda: "".join(path.read_text() for path in base.glob("*.log"))
    try:
        wait_for(lambda: "idle" in slurm_says(environment, "sinfo", "-h", "-o", "%T"), logs)
        yield environment
    finally:
        slurm_says(environment, "scancel", "--quiet", "--user=root")
        for process in running:
            process.terminate()
            process.wait()


def recipe(page, name):
    """The lines of a manual page that begin with that command, put together and without the marks of the page."""
    lines = page.read_text().replace("\\e\n", "").replace("|\n", "|").splitlines()
    return [" ".join(line.split()) for line in lines if line.startswith(name)]
