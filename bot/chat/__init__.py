"""The only place that knows Telegram: updates in, screens out."""
