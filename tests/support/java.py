"""Starts programs of Java that run for seconds: the compiler that is for hours would take longer than it saves."""

import subprocess

import soak

# Without that compiler they need more of a stack.
SHORT = [] if soak.WHOLE else ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m"]


def run(jars, program, *arguments):
    """What the program of these archives says."""
    command = ["java", *SHORT, "-cp", jars, program]
    return subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True)
