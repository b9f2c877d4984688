"""A second pair of eyes on requests: aiogram's generated models say what the Bot API knows."""

import inspect
import json
from types import UnionType
from typing import Any, Union, get_args, get_origin

from aiogram import methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile
from pydantic import BaseModel, ValidationError

MODELS: dict[str, type[TelegramMethod[Any]]] = {
    model.__api_method__.lower(): model
    for _, model in inspect.getmembers(methods, inspect.isclass)
    if issubclass(model, TelegramMethod) and isinstance(model.__dict__.get("__api_method__"), str)
}


def judge(method: str, params: dict[str, Any]) -> list[str]:
    """What the Bot API would not know in this request: methods, fields (also nested), types."""
    model = MODELS.get(method.lower())
    if model is None:
        return ["no such method"]
    values = {name: _typed(model, name, value) for name, value in params.items()}
    try:
        checked = model(**values)
    except ValidationError as error:
        return [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    return list(_unknown(checked, ""))


def judge_log(requests: list[dict[str, Any]]) -> list[str]:
    """The same for a whole request log."""
    return [
        f"{entry['method']}: {problem}"
        for entry in requests
        for problem in judge(entry["method"], entry["params"])
    ]


def _typed(model: type[BaseModel], name: str, value: Any) -> Any:
    """Forms carry everything as text; what is no text field is read as JSON."""
    if isinstance(value, dict) and set(value) == {"file", "size"}:
        return BufferedInputFile(b"", filename=value["file"])
    field = model.model_fields.get(name)
    if not isinstance(value, str) or field is None or str in _flat(field.annotation):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _flat(annotation: Any) -> set[Any]:
    """The choices of a union, nested ones included; a list is one choice."""
    if get_origin(annotation) not in (Union, UnionType):
        return {get_origin(annotation) or annotation}
    return set().union(*(_flat(part) for part in get_args(annotation)))


def _unknown(value: Any, path: str) -> Any:
    if isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            yield f"{path}{name}: no such field"
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name, None), f"{path}{name}.")
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _unknown(part, f"{path}{place}.")
