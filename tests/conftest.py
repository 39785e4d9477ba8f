"""Lets every test folder use the helpers of tests/support, and says in the end what was skipped and
what a soak has to tell: on the screen, and in the file that the Makefile shows when all is done."""

import os
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))

import mounts
import soak


def pytest_configure(config):
    config.addinivalue_line("markers", "sample(count, first=0): so many of a test's cases, from that one on spread over all of them; in a soak every one")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport():
    """A test that is skipped for any other reason has failed: what it needs has to be installed."""
    report = (yield).get_result()
    if report.skipped and mounts.REFUSED not in str(report.longrepr):
        report.outcome = "failed"


def pytest_terminal_summary(terminalreporter):
    skipped = terminalreporter.stats.get("skipped", [])
    lines = [f"skipped: {report.nodeid}: {report.longrepr[2]}" for report in skipped] + soak.FIGURES
    for line in lines:
        terminalreporter.write_line(line)
    if summary := os.environ.get("HANDOUT_SUMMARY"):
        with open(summary, "a") as file:
            file.writelines(f"  {line}\n" for line in lines)
