"""Strict readers of typed text: every token is understood, or a question is asked."""
