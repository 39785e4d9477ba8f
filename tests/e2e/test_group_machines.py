"""A group over several machines, by the lines that the manual page shows: what is lost with a machine is made
again, and in the end all is as one machine makes it."""

import contextlib
import os
import random
import re
import signal
import subprocess
import threading
import time

import pytest

import groups
import machines
import program
import soak

pytestmark = pytest.mark.skipif(os.getuid() != 0, reason="machines of our own need root")

PAGE = program.ROOT / "src/handout.1"
CLINICS = soak.times(6, 40)
SHARDS = 16
SEED = random.randrange(10**6) if soak.WHOLE else 19


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """What one machine makes."""
    folder = groups.make(tmp_path_factory.mktemp("alone") / "group", CLINICS)
    assert groups.render(folder).returncode == 0
    return groups.published(folder / "out")


@pytest.fixture
def group(tmp_path):
    """With its own program in the path, and its fonts, as installed ones have them."""
    folder = groups.make(tmp_path / "group", CLINICS)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/handout").symlink_to(program.HANDOUT)
    return folder


def shell(line, group, environment, **kwargs):
    path = f"{group.parent / 'bin'}:{environment['PATH']}"
    return subprocess.run(["bash", "-c", line], cwd=group, env={**environment, "PATH": path}, capture_output=True, text=True, **kwargs)


def first_and_again():
    first, again = machines.recipe(PAGE, "handout plan")
    assert again == f"{first} --resume-failed", "the two recipes differ in more than what is done again"
    assert f"--shards {SHARDS}" in first
    return first, again


def programs(group):
    """The processes that render this group."""
    listed = subprocess.run(["pgrep", "-f", f"render --quiet --group .*{re.escape(str(group))}"], capture_output=True, text=True)
    return [int(number) for number in listed.stdout.split()]


def lose_some(hosts, chance, group, stop):
    """Now a whole machine, now a program alone, at any moment of its work."""
    for _ in range(soak.times(2, 12)):
        while not programs(group):
            if stop.wait(0.02):
                return
        time.sleep(chance.uniform(0, 0.3))
        if chance.random() < 0.5:
            host = chance.choice(hosts)
            host.lose()
            host.start()
        for number in programs(group)[:1]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)


def failed(log):
    """The jobs that have not ended well; all if there is no log yet."""
    lines = [line.split("\t") for line in log.read_text().splitlines()[1:]] if log.exists() else []
    done = {line[0] for line in lines if line[6:8] == ["0", "0"]}
    return SHARDS - len(done)


def test_gnu_parallel_over_ssh_survives_the_loss_of_machines(group, alone, tmp_path):
    chance, stop, lost = random.Random(SEED), threading.Event(), 0
    first, again = first_and_again()
    with machines.hosts(tmp_path / "ssh", "one", "two") as hosts:
        killer = threading.Thread(target=lose_some, args=(hosts, chance, group, stop))
        killer.start()
        shell(first, group, hosts.environment)
        lost += failed(group / "jobs.log")
        stop.set()
        killer.join()
        done = shell(again, group, hosts.environment)
        assert failed(group / "jobs.log") == 0, done.stderr
    assert lost > 0, "nothing was lost: the test has shown nothing"
    gathered = groups.gather(group)
    assert gathered.returncode == 0, gathered.stdout
    assert groups.published(group / "out") == alone
    soak.figure(f"a group of {CLINICS} clinics over two machines: {lost} of {SHARDS} jobs lost on the way, none in the end (seed {SEED})")


def test_slurm_makes_the_same(group, alone, tmp_path):
    (line,) = machines.recipe(PAGE, "sbatch")
    with machines.slurm(tmp_path / "slurm") as environment:
        done = shell(line, group, environment, timeout=600)
    assert done.returncode == 0, done.stderr
    assert groups.gather(group).returncode == 0
    assert groups.published(group / "out") == alone
