"""The keyboard of screen_reader.py, inside its session: says where that is, then presses each key whose symbol
of X it is told, and ends with its input."""

import os
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

Atspi.init()
print(*(os.environ[name] for name in sys.argv[1:]), flush=True)
for symbol in sys.stdin:
    Atspi.generate_keyboard_event(int(symbol), None, Atspi.KeySynthType.SYM)
