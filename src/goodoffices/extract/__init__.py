"""Frames in the text, their factuality and their sources; no identities are decided here."""
