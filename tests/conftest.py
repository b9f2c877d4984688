"""Fixtures for every folder: real databases."""

pytest_plugins = ["tests.databases"]
