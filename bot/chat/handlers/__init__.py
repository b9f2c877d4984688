"""What each tap, command and typed word does: decode, call one use case, show what came of it."""
