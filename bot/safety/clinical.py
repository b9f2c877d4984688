"""Which facts stand behind each clinical sentence that is not itself a fact."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CLINICAL: Mapping[str, tuple[str, ...]] = MappingProxyType({})
"""Fluent message id -> the ids of the facts whose meaning it carries."""
