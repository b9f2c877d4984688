# The stop guard: what is said before anybody stops, and to whoever did. Clinical lines are listed
# with their facts in safety/clinical.py.

button-feel_better = Feel better
button-ran_out = Ran out
button-stop-prescriber = Prescriber said
button-stop-other = Other reason
button-stop-keep = Keep my plan
button-stop-not = Not stopping
button-stop-note = Note it
button-stop-anyway = Stop anyway
button-stop-end = End my plan
button-stop-pause = Pause reminders
button-stop = Want to stop
button-doctor-set = Doctor set it
button-no-signs = No signs
button-have-signs = I have signs
button-start-again = Start again

stop-why = <b>Why do you want to stop?</b>
stop-why-hint = Tap a reason, or type yours.
stop-unwell = Feel unwell? Tap Side effects first.
stop-ward = In hospital? Tell the staff. They give your doses now.
stop-because-side_effects = <b>Side effects can need help soon.</b>
stop-because-feel_better = <b>You feel better.</b>
stop-because-prescriber = <b>Ask them for a written step-down plan.</b> It says which dose to take from which day.
stop-because-other = <b>Noted.</b>
stop-told-at-once = Did they say to stop all at once? Call them today and ask if they know your dose.
stop-next-dose = Call your doctor or pharmacist today. Ask what to do about your next dose.
stop-urgent-next = Ask them what to do about your next dose.
stop-keep = Nothing is changed: your plan and your reminders stay as they are.
stop-kept = <b>Your plan stays as it is.</b>
stop-kept-none = <b>Noted: you do not stop.</b>
stop-kept-unwell = Feel unwell? Call your doctor or pharmacist today.

stop-erase = I cannot erase your data from this chat yet. Whoever runs this bot can do it: ask them.

stop-sure = <b>End your plan and all reminders?</b>
stop-sure-does = I would send no more reminders, and could not warn you about missed doses. Your log stays.
stop-sure-checks = I would ask how you are once a day for { $span }.
stop-sure-instead = You can pause the reminders instead, or get reminders only.
stop-sure-none = You have no plan with me, so I have nothing to end. I would note what you decide.

stop-ended = <b>Noted { $at }: you ended your plan.</b> I send no more reminders.
stop-noted = <b>Noted { $at }: you want to stop.</b>
stop-call = Call your doctor or pharmacist today and tell them that you stop.
stop-signs = If any of these starts, call a doctor or urgent care now.
stop-danger = Get help at once for a seizure, high fever, very stiff muscles, or seeing things.
stop-checks = I ask how you are { $when }, and once a day for { $span } in all.
stop-again = Changed your mind? Tap Start again.

stop-check = <b>How are you?</b> You ended your plan { $at }.
stop-check-last = I do not ask again. You can write to me at any time.
stop-check-fine = <b>Noted: no signs.</b> They can still start.
stop-check-signs = <b>Call a doctor or urgent care now.</b> Say that you stopped baclofen, your dose before, and your last dose time.

life-stopped = <b>You ended your plan { $at }.</b> I send no reminders.
life-again = Taking it again? Tap Start again. I ask for your plan before I remind you.
about-stop-checks = Whoever ends their plan is asked how they are, once a day for { $span }. It begins { $first } after the last dose. It is never within { $least } of ending the plan.
about-stop-again = Up to { $span } after that I offer the same plan again. What is answered to the stop questions counts for { $hold }.
again-plan = <b>Taking it again.</b> Go by what your doctor set.
