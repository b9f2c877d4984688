"""Fixtures for every folder: real databases; and no test is judged by how long it takes."""

from hypothesis import settings

pytest_plugins = ["tests.databases"]

settings.register_profile("house", deadline=None)
settings.load_profile("house")
