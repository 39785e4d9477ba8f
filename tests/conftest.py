"""Lets every test folder use the helpers of tests/support."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
