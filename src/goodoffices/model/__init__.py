"""Frozen typed values in the field's nouns; everything that crosses a room's border is one of them."""
