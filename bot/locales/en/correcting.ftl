# Correcting the log, step by step: the day, the dose, what is true.

correct-days = <b>Which day is wrong in the log?</b>
correct-days-hint = Tap it, or type the day and the time, like "correct 12 Nov 14:00".
correct-no-days = No dose in these days can be corrected. I go back { $span }.
correct-day = <b>Which dose { $day }?</b>
correct-day-none = I know no closed dose { $day }.
correct-day-no-time = I know no closed dose at { $time } { $day }.
correct-dose = { $dose }: { $amount } ({ $tablets }), { $state }
correct-what = <b>What is true of the { $dose }, { $amount }</b> ({ $tablets })?
correct-now = In the log: { $state }.
correct-what-hint = Tap, or type when you took it, like "13:50".
correct-taken = taken { $at }
correct-done = <b>{ $dose }, { $amount }</b> ({ $tablets }): was { $before }, now { $after }.
correct-reopened = <b>{ $dose }, { $amount }</b> ({ $tablets }): was { $before }, now not logged.
correct-kept = The mistake stays in the record, marked as one.
correct-again = Wrong again? Open /log and tap Correct once more.
correct-hospital = You are in hospital now. Tell the staff what you changed here.
correct-already = The log says so already: { $state }. Nothing changed.
correct-open = The { $dose } is open. Answer it here:
correct-planned = The { $dose } is still to come. There is nothing to correct.
correct-cancelled = That dose was never asked, as your plan had changed. There is nothing to correct.
correct-too-old = I can correct the last { $span } only. Nothing changed.
correct-too-far = That time is more than { $span } from the { $dose }. Nothing changed.
correct-too-early = That is too long before the { $dose }. If it was another dose, correct that one.
correct-unclear = I could not read that time. Type it like "correct yesterday 14:00" or "correct 12 Nov 14:00".
on-date = on { $day }
button-skipped = Skipped

log-corrected = { $line } (corrected)
