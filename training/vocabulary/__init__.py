"""Rebuilds the imported tables of the vocabulary from open data."""
