# After the bot stood still: one message a person. Clinical lines are listed in safety/clinical.py.

catch-up-lost = I was offline from { $since } to { $until }. If you tapped then, I did not get it.
catch-up-again = Already took it? Tap Took it. Take it only if you have not taken it already.
catch-up-others = Not known yet: { $doses }. I will ask about that next.
