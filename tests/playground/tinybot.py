"""A tiny bot in python-telegram-bot, to try servers with."""

from io import BytesIO

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.playground.pictures import png

Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> None:
    buttons = [[InlineKeyboardButton("Took it", callback_data="t:1")]]
    await update.effective_message.reply_html(
        "<b>14:00 dose: \u2068<i>10 mg</i>\u2069</b>", reply_markup=InlineKeyboardMarkup(buttons)
    )


async def tapped(update: Update, context: Context) -> None:
    await update.callback_query.edit_message_text("Taken at 14:07.")
    await update.callback_query.answer("Recorded")


async def where(update: Update, context: Context) -> None:
    keys = [[KeyboardButton("Share my location", request_location=True)], ["Type a city"]]
    await update.message.reply_text("Where are you?", reply_markup=ReplyKeyboardMarkup(keys))


async def chart(update: Update, context: Context) -> None:
    sent = await update.message.reply_photo(png(40, 30), caption="Last 7 days")
    await sent.pin()
    await update.message.reply_document(BytesIO(b"a,b\n1,2\n"), filename="log.csv")


async def echo(update: Update, context: Context) -> None:
    message = update.effective_message
    kind = next(
        (k for k in ("text", "location", "sticker", "voice", "photo") if getattr(message, k)), ""
    )
    edited = "edited " if update.edited_message else ""
    await message.reply_text(f"{edited}{kind}: {message.text or message.caption or ''}".strip())


async def member(update: Update, context: Context) -> None:
    change = update.my_chat_member
    if change.chat.type == "group" and change.new_chat_member.status == "member":
        await context.bot.send_message(change.chat.id, "I work in private chats only.")
        await context.bot.leave_chat(change.chat.id)


def add_handlers(app: Application) -> None:
    """Everything the tiny bot can do."""
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CommandHandler("where", where))
    app.add_handler(CommandHandler("chart", chart))
    app.add_handler(CallbackQueryHandler(tapped))
    app.add_handler(ChatMemberHandler(member, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(MessageHandler(filters.ALL, echo))
