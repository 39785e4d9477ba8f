"""Orca for screen_reader.py, inside a session of its own. Its own program ends any other Orca of the user, and
tells its debug file what it speaks only when it ends."""

import sys

from orca import debug, orca, speech

# Without a synthesizer, it does not wait for sentences to end.
speech.init = lambda: None

debug.debugLevel = debug.LEVEL_ALL
debug.eventDebugLevel = debug.LEVEL_OFF
debug.debugFile = open(sys.argv[1], "w", 1)
orca.getSettingsManager().activate(None, {"enableKeyEcho": False, "sayAllOnLoad": False})
sys.exit(orca.main())
