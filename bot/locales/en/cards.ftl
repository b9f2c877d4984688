# Cards about one dose. Clinical lines are listed with their facts in safety/clinical.py.

dose-name = { $time } dose
dose-name-day = { $time } dose { $day }
dose-next = Next: { $dose }, { $amount }.
dose-next-open = Open now: { $dose }, { $amount }.
dose-next-none = No dose is planned after it.
dose-moved = The clocks change: this dose is at { $time }.

card-reminder = <b>{ $dose }: { $amount }</b> ({ $tablets })
card-food = Baclofen. Food can ease an upset stomach.
card-open-until = Open until { $time }. After that, skip it.
card-late = This reminder is late. Take it only if you have not taken it already.
card-repeat = <b>{ $dose }: { $amount }</b> (sent again; the first may not have arrived)
card-once = Already took it? Tap Took it. Do not take it again.
card-nudge = <b>{ $dose }, { $amount }</b>: not logged.
card-not-taken-yet = Not taken? You can until { $time }.
card-delayed = Moved by the clock change, so that two doses are not too close.

card-not-logged = The { $dose } ({ $amount }) was not logged.
card-skip-rule = If you missed it, skip it. Take your next dose at { $time } as usual. Do not double up.
card-skip-rule-last = If you missed it, skip it. Do not double up.
card-ask-label = Your leaflet may say otherwise. Ask your pharmacist.

offline-outage = I was offline from { $since } to { $until } and could not remind you.
offline-unsure = I could not make sure that my reminder reached you.
offline-question = What about the { $dose }, { $amount }?
offline-others = Not known either: { $doses }.
offline-past = It is past { $time }. Skip it if you did not take it.

taken = Taken at { $taken }: { $amount } (planned { $planned }).
taken-late = Taken at { $taken }: { $amount } (planned { $planned }, { $late } late).
taken-early = Taken at { $taken }: { $amount } (planned { $planned }, { $early } early).
skipped = Skipped: { $dose }, { $amount }. Reason: { $reason }.
snoozed = I will ask again at { $time }.
not-sure = Then do not take it again now.
not-sure-worried = Ask your pharmacist if you are worried.
missed-told = Noted: the { $dose } ({ $amount }) was missed.
undone-open = Undone. The { $dose } is open until { $time }.
undone-planned = Undone. The { $dose } is still to come.
undone-unknown = Undone. What about the { $dose }, { $amount }?
undone-extra = Undone. The extra dose stays in the record as a mistake.

already-taken = Already recorded: taken at { $time }. Nothing changed.
already-skipped = Already recorded: skipped. Nothing changed.
already-unknown = Already recorded: not sure. Nothing changed.
already-missed = Already recorded: missed. Nothing changed.
refused-not-open = That dose is not open. Nothing changed.
refused-not-yours = That dose is not in your log.
refused-too-early = Too early for the { $dose }. It counts from { $time } on.
refused-still-open = The { $dose } is still open. You can take it until { $time }.
refused-future = That time has not come yet. Nothing changed.
refused-window = Too late to snooze: the { $dose } is open until { $time } only.
refused-snoozes = You snoozed it { $count } times. It is open until { $time }.
refused-not-latest = Only your latest answer can be undone.
refused-next-opened = The next dose has come since, so this can no longer be undone.
refused-nothing-open = No dose is open now.
refused-previous = First the dose before it: what about the { $dose }, { $amount }?
refused-repeat = A dose is recorded at that very time already. Nothing changed.
refused-nothing-to-undo = There is nothing to undo.

ask-when = When did you take the { $dose } ({ $amount })?
ask-when-hint = Type the time, like "13:50" or "yesterday 22:10".
ask-earlier = When did you take it?
ask-earlier-hint = Tap, or type the time, like "13:50".
ask-which = Which dose did you take?
ask-which-at = Which dose did you take at { $time }?
ask-which-none = No dose is open now. Was it a dose outside your plan?
ask-skip = Why do you skip the { $dose }?
ask-skip-hint = It is for your log and your doctor.
ask-skip-rule = Skipping is for one dose. Never stop baclofen all at once.
ask-extra = You logged { $amount } at { $time }. Is this an extra dose?
ask-extra-plain = Is this a dose outside your plan?
extra-recorded = Recorded: an extra dose at { $time }.
extra-recorded-mg = Recorded: an extra { $amount } at { $time }.
extra-ask = Ask them about your next dose before you take it.
extra-same = Then nothing changed. It stays as it was logged.
other-amount = Your { $dose } is { $planned }. You wrote { $said }.
other-amount-hint = If you took more than planned:

skip-reason-side_effects = side effects
skip-reason-no_tablets = no tablets
skip-reason-doctor_said = my doctor said so
skip-reason-already_late = it was late
skip-reason-other = other
