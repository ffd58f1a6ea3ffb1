"""Shared machinery of the kinds: clauses and their arguments, what a clause holds, lexical frames."""
