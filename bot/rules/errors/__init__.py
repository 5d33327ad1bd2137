"""Refusals: each a type with what its sentence (bot/texts/refusals) needs."""
