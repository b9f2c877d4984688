# What becomes of a dose of the plan before. Clinical lines are listed in safety/clinical.py.

dose-over = The { $dose }, { $amount } ({ $tablets }), is over: your plan has changed.
dose-over-skip = Skip it if you did not take it.
undone-replanned = Undone. The { $dose } was in your plan before. I do not ask about it any more.
