"""Screens as Telegram's keyboards."""

from __future__ import annotations

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.chat.callbacks import encode
from bot.screens.screen import Button, Screen


def inline(screen: Screen) -> InlineKeyboardMarkup | None:
    """The buttons under a message; None where there are none."""
    if not screen.rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in screen.rows])


def keyboard(
    screen: Screen, *, clear: bool
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """What goes with a new message: the buttons, or the keyboard that shares the location.

    `clear`: that keyboard stands and is no longer wanted; it goes with a message without buttons.
    """
    if screen.location is not None:
        return ReplyKeyboardMarkup(
            [[KeyboardButton(screen.location, request_location=True)]],
            resize_keyboard=True,
            one_time_keyboard=True,
        )
    buttons = inline(screen)
    return ReplyKeyboardRemove() if buttons is None and clear else buttons


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        callback_data=encode(button.tap),
        style="success" if button.good else None,
    )
