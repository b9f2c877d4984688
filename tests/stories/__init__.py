"""One file per flow: a person, the playground, the whole bot, and nothing faked in between."""
