# The pinned message that shows a person's day, and switching it on and off.

board-planned = planned
board-open = open until { $until }
board-home = Home again? Type "I am home". I ask for your plan before I remind you.
board-about = Pinned for the day. I keep it up to date.
board-over = <b>{ $day }</b> is over. /log shows it.
board-on = I pin your day at the top of this chat. It comes with no sound. To end that, type "unpin".
board-off = Your day is no longer pinned. To have it back, type "pin".
board-off-stop = Unpinning is not stopping baclofen.
button-pin = Pin today
button-unpin = Unpin
