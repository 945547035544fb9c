"""The parts of a screen; each is given data and reports what was done to it by a message."""
