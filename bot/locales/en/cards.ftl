# Cards about one dose. Clinical lines are listed with their facts in safety/clinical.py.

dose-name = { $time } dose
# "22:00 dose yesterday", "22:00 dose on Sun 22 Nov".
dose-name-day = { $time } dose { $day }
dose-name-date = { $time } dose on { $day }
at-time = at { $time }
at-day = { $day } at { $time }
at-date = on { $day } at { $time }
dose-next = Next: { $dose }, { $amount } ({ $tablets }).
dose-next-open = Open now: { $dose }, { $amount } ({ $tablets }).
dose-moved = The clocks change: this dose is at { $time }.

card-reminder = <b>{ $dose }: { $amount }</b> ({ $tablets })
card-food = Baclofen. Food can ease an upset stomach.
card-open-until = Open until { $time }. After that, skip it.
card-late = This reminder is late. Take it only if you have not taken it already.
card-repeat = (sent again; the first may not have arrived)
card-once = Already took it? Tap Took it. Do not take it again.
card-nudge = <b>{ $dose }, { $amount }</b> ({ $tablets }): not logged.
card-not-taken-yet = Not taken? You can until { $time }.
clock-doubt = My clock may be wrong just now. Go by your own.
card-delayed = Moved by the clock change, so that two doses are not too close.

card-near = You logged { $amount } ({ $tablets }) { $at }. Ask your pharmacist about this dose before you take it.
card-near-extra = You logged an extra dose { $at }. Ask your pharmacist about this dose before you take it.

card-not-logged = The { $dose }, { $amount } ({ $tablets }), was not logged.
card-skip-rule = If you missed it, skip it. Take your next dose { $at } as usual. Do not double up.
card-skip-rule-last = If you missed it, skip it. Do not double up.
card-ask-label = Your leaflet may say otherwise. Ask your pharmacist.

offline-outage = I was offline from { $since } to { $until } and could not remind you.
offline-unheard = I was offline from { $since } to { $until } and could not hear you.
offline-unsure = I could not make sure that my reminder reached you.
offline-question = What about the { $dose }, { $amount } ({ $tablets })?
offline-others = Not known either: { $doses }.
offline-past = Its time ended { $at }. Skip it if you did not take it.

taken = Taken { $at }: { $amount } ({ $tablets }), planned { $planned }.
taken-late = Taken { $at }: { $amount } ({ $tablets }), planned { $planned }, { $late } late.
taken-early = Taken { $at }: { $amount } ({ $tablets }), planned { $planned }, { $early } early.
skipped = Skipped: { $dose }, { $amount } ({ $tablets }). Reason: { $reason }.
skipped-own = Skipped: { $dose }, { $amount } ({ $tablets }). Reason: "{ $words }".
snoozed = I will ask again { $at }.
not-sure = Then do not take it again now.
not-sure-worried = Ask your pharmacist if you are worried.
missed-told = Noted: the { $dose }, { $amount } ({ $tablets }), was missed.
undone-open = Undone. It is not logged.
undone-planned = Undone. The { $dose } is still to come.
undone-unknown = Undone. What about the { $dose }, { $amount } ({ $tablets })?
undone-told = Undone: the { $dose }, { $amount } ({ $tablets }), is not logged.
undone-extra = Undone. The extra dose stays in the record as a mistake.

already-taken = Already recorded: taken { $at }. Nothing changed.
already-skipped = Already recorded: skipped. Nothing changed.
already-unknown = Already recorded: not sure. Nothing changed.
already-missed = Already recorded: missed. Nothing changed.
refused-not-open = That dose is not open. Nothing changed.
refused-not-yours = That dose is not in your log.
refused-too-early = The { $dose } is not open yet. It comes { $at }.
refused-still-open = The { $dose } is still open. You can take it until { $time }.
refused-future = That time has not come yet. Nothing is logged.
refused-window = Too late to snooze: the { $dose } is open until { $time } only.
refused-snoozes = You snoozed it { $count } times. It is open until { $time }.
refused-not-latest = Only your latest answer can be undone. Others can be put right: open /log and tap Correct.
refused-next-opened = The next dose has come since, so this can no longer be undone. You can put it right: open /log and tap Correct.
refused-nothing-open = No dose is open now.
refused-previous = First the dose before it: what about the { $dose }, { $amount } ({ $tablets })?
refused-repeat = A dose at that time is already recorded. Nothing changed.
refused-nothing-to-undo = There is nothing to undo.
unclear-hour = Morning or evening? Type it like "taken 08:10" or "taken 20:10". Nothing is logged.
unclear-day = Which day's midnight? Type a time before or after it. Nothing is logged.
unclear-time = I could not read that time. Type it like "taken 13:50". Nothing is logged.

ask-when = When did you take the { $dose }, { $amount } ({ $tablets })?
ask-when-hint = Type the time, like "13:50" or "yesterday 22:10".
ask-earlier-hint = Tap, or type the time, like "13:50".
ask-which = Which dose did you take?
ask-which-at = Which dose did you take { $at }?
ask-which-dose = { $dose }: { $amount } ({ $tablets })
ask-which-meant = Which dose do you mean?
ask-skip = Skip the { $dose }, { $amount } ({ $tablets }): why?
ask-skip-hint = Tap a reason, or type it. It is for your log and your doctor.
ask-skip-rule = Skipping is for one dose. Never stop baclofen all at once.
ask-extra = You logged { $amount } ({ $tablets }) { $at }. Is this an extra dose?
ask-extra-no-mg = You logged an extra dose { $at }. Is this one more?
ask-extra-at = If it is, I log it as taken { $at }.
ask-extra-plain = Is this an extra dose, outside your plan?
extra-recorded = Recorded: an extra dose { $at }.
extra-recorded-mg = Recorded: an extra { $amount } ({ $tablets }) { $at }.
extra-as-dose = It is logged as your { $dose }.
extra-ask = Ask them about your next dose before you take it.
extra-same = Then nothing changed.
other-amount = Your { $dose } is { $amount } ({ $tablets }). You wrote { $said }.
other-amount-planned = Nothing is logged yet. I can log the planned amount only.
other-amount-hint = If you took more than planned:

skip-reason-side_effects = side effects
skip-reason-no_tablets = no tablets
skip-reason-doctor_said = my doctor said so
skip-reason-already_late = it was late
skip-reason-other = other
