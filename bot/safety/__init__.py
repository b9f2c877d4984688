"""Reviewed content, as data: facts with their sources, and the numbers to call in an emergency."""
