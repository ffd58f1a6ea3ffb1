"""Measurements: every published figure comes from a script here."""
