# A plan or a zone was changed: the first dose by the new clock, and the change shown once more.

echo-open-now = The first of these is open now.
started-plan-now = <b>Done.</b> Your plan is changed. Your { $dose } is open now.

change-plan = <b>Your plan was changed { $at }.</b>
change-clock = <b>Your clock was changed { $at }.</b>
change-now = Now:
change-before = Before:
change-clock-now = Now: { $place }.
change-clock-before = Before: { $place }.
change-same-times = Your doses stay at these times:
change-lower = This is less than the { $amount } a day you took before.
change-question = Was it you?
change-not-me = This is your plan from before. The changed plan stays until you confirm this one.
change-lock = Does somebody else use your phone? Lock it.
change-mine = Good. Your plan stays as it is.
change-none = I know of no new change. This is your plan now:
button-mine = Yes, mine
button-not-me = Not me
