# Pauses, hospital, and reminders only. Clinical lines are listed with their facts in safety/clinical.py.

button-4h = 4 hours
button-1d = Until tomorrow
button-3d = 3 days
button-pause-ok = Pause reminders
button-resume = Resume
button-am-home = I am home
button-keep-asking = Keep asking
button-reminders-only = Reminders only
button-ask-again = Ask me again

pause-first = <b>Pausing reminders is not stopping baclofen.</b>
pause-usual = Take your doses at your usual times.
pause-how-long = For how long? Tap, or type it, like "3 days", "until 18:00" or "until Friday 8:00".
pause-other-end = Tap Resume, or a new end. Or type it, like "until 18:00".
pause-past = That time has passed. Nothing is changed.
pause-too-long = A pause lasts { $most } at most. Nothing is changed.
pause-unclear = I could not read until when. Nothing is changed.
pause-unclear-hour = Morning or evening? Write 08:00 or 20:00. Nothing is changed.
pause-alone = That is more than a day. I cannot warn you about a missed dose while it runs.
pause-inside = Doses in it:
pause-dose = { $dose }: { $amount } ({ $tablets })
pause-each-day = { $count } doses are in it. Each day:
pause-no-dose = No dose is due in it.
pause-sure = <b>Pause reminders until { $until }?</b>
pause-over = <b>The pause is over.</b> I remind you again.
pause-next = Next: { $dose }, { $amount } ({ $tablets }).
started-paused = <b>Done.</b> Your plan is changed. Its next dose is { $when }.
pause-none = Nothing is paused. I remind you as planned.

life-paused = <b>Reminders are paused until { $until }.</b>
life-hospital = <b>I send no reminders.</b> You told me { $at } that you are in hospital.
life-home = Home again? Tap I am home. I ask for your plan before I remind you.
only-first = <b>Reminders only is not stopping baclofen.</b>
life-only = <b>Reminders only.</b> I do not ask about doses that are not logged. I cannot warn you about them, and your log is not complete.
life-same = Then nothing changes.

hospital-question = <b>Are you in hospital now, or on the way in?</b>
hospital-staff = Staff give the doses there, so I stop all reminders until you are home.
hospital-later = Going in on a later day? Tell me on that day.
hospital-noted = <b>Noted. I send no reminders now.</b> Staff give your doses.
hospital-log = /log shows them your last doses.
hospital-taken = In hospital, staff give your doses and keep the record. So I log none now.
hospital-own = Took your own tablets there? Tell the staff.
home-waits = <b>I send no reminders yet.</b>
home-waits-since = You told me { $at } that you are home. I still need your plan.
home-waits-how = Tap I am home, and tell me your plan.
home-letter = <b>Welcome home.</b> Your doses may have changed. Go by your discharge letter.
home-no-letter = No letter? Call the ward or your doctor, and ask which doses to take.
home-last = <b>When was your last dose, in hospital or at home?</b>
home-lower = This is less than the { $amount } a day of your plan before hospital.
home-lower-letter = Does your discharge letter say so? If not, call the ward or your doctor first.

silence-since = <b>Nothing was logged since { $when }.</b> You need not log, if that is too much.
silence-offer = I can send reminders only, and not ask what became of them.
silence-cost = Then I cannot warn you about missed doses, and your log is not complete.
silence-none = Took no baclofen for a day or more?
silence-kept = Then I keep asking, as before.
only-buttons = The buttons under a reminder still work.
only-ended = <b>I ask again from now on.</b> Doses that closed before are not asked about.
only-still = You get reminders only. Shall I ask again about doses that are not logged?
