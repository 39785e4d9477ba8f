"""The systemd units that keep the display running: systemd itself reads them and finds no fault."""

import subprocess

import pytest

import program

UNITS = program.ROOT / "src/publish/units"
# What the units start; stood in for, because neither need be installed where the tests run.
PROGRAMS = {"/usr/local/bin/handout": "/bin/true", "/usr/bin/chromium": "/bin/true"}


def verify(directory):
    paths = sorted(directory.glob("*.service"))
    return paths, subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", *paths],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(directory), "HOME": str(directory)},
    )


def copy(directory):
    for path in UNITS.glob("*.service"):
        text = path.read_text()
        for name, stand_in in PROGRAMS.items():
            text = text.replace(name, stand_in)
        (directory / path.name).write_text(text)


def test_systemd_takes_the_units(tmp_path):
    copy(tmp_path)
    paths, result = verify(tmp_path)
    assert len(paths) == 2
    assert result.returncode == 0, result.stderr
    assert not [line for line in result.stderr.splitlines() if str(tmp_path) in line], result.stderr


def test_a_fault_would_be_found(tmp_path):
    copy(tmp_path)
    unit = tmp_path / "handout-watch.service"
    unit.write_text(unit.read_text().replace("Restart=always", "Restart=sometimes"))
    _, result = verify(tmp_path)
    assert "sometimes" in result.stderr


@pytest.mark.parametrize("unit", ["handout-watch", "handout-kiosk"])
def test_units_start_again_for_ever(unit):
    text = (UNITS / f"{unit}.service").read_text()
    assert "Restart=always" in text and "StartLimitIntervalSec=0" in text
