# Today, the log and the plan.

today-title = <b>{ $day }</b>, { $place }
today-dose = { $time } { $amount } ({ $tablets }) { $state }
today-none = No doses today.
today-next = Next: { $when }, { $amount } ({ $tablets }).
today-open = <b>Open now: { $dose }, { $amount }</b> ({ $tablets }) until { $until }.
state-planned = in { $span }
state-open = now
state-taken = taken { $time }
state-taken-late = taken { $time }, { $late } late
state-taken-early = taken { $time }, { $early } early
state-skipped = skipped
state-skipped-why = skipped ({ $reason })
state-missed = missed
state-not-logged = not logged
state-unknown = not known
state-extra = { $time } extra dose
state-told = { $time } last dose before this plan, as you told me

log-title = <b>Last 7 days</b>
log-title-back = <b>7 days up to { $day }</b>
log-day = <b>{ $day }</b>
log-day-short = <b>{ $day }</b>: { $taken } of { $count } taken
log-empty = Nothing is logged in these days.
log-taken = Taken: { $taken } of { $known }.
log-on-time = On time: { $on } of { $known }.
log-unknown = Not known: { $count }.
log-longest = Longest time between logged doses: { $span }.
log-nothing-known = No dose has closed yet.
log-latest = Last logged dose: { $when }, { $span } ago.
log-hint = On time is within { $span }. Not known is counted in neither.

plan-title = <b>Your plan</b>, version { $version }
plan-zone = Your clock: { $place }, { $time } now.
plan-none = You have no plan yet. Type /start.
zone-title = Your clock is { $place }. It is { $time } now.
