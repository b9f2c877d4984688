# No dose is logged for long: what is asked and said. Clinical lines are listed in safety/clinical.py.

button-took-some = I took some
button-took-none = No, none

ladder-since = No dose is logged since { $when }, { $span } ago.
ladder-ask = Did you take any and not log it?
ladder-if-none = Took none? Then call your pharmacist or doctor today.
ladder-skip = The { $dose } was not logged. If you missed it, skip it. Do not double up.

ladder-call-now = <b>Call your doctor or urgent care now</b> about your { $dose }.
ladder-call-now-next = <b>Call your doctor or urgent care now</b> about your next dose.
ladder-no-extra = No dose is logged for { $span }. Do not take extra.
ladder-took-some = Took some and did not log it? Tap I took some.

ladder-none-call = <b>Call your pharmacist or doctor today.</b>
ladder-early-call = If any of these starts, call a doctor or urgent care now.
ladder-danger = Get help at once for a seizure, high fever, very stiff muscles, or seeing things.

ladder-which = Which dose did you take? Tap it, or type its time.
ladder-which-dose = { $dose }: { $amount } ({ $tablets })
ladder-which-older = More are in your log: tap Log, then Correct.
ladder-logged = That question is over: a dose is logged { $at }.
ladder-over = That question is over.
ladder-wrong = Is that wrong? Open /log and tap Correct.

about-rung-two = If { $count } doses in a row are not logged, or none for { $after }, I ask if you took any. I never ask sooner than { $past } after the next dose is over.
about-rung-card = I ask on the card of a dose that is open, or due within { $within }. If you do not answer, I ask once more after { $own }. I ask from { $since } or your first dose, until { $until } or your last one.
about-rung-unknown = A dose nobody knows about counts as not logged after { $span } with no answer.
about-rung-three = If none is logged for { $after }, I tell you to call somebody now. I never do so sooner than { $past } after the next dose is over.
about-rung-again = I say that again every { $every }, up to { $until } after your last dose.
about-rings = I ring at most { $each } times for each dose and { $more } times more in a day. At most { $topic } of them is about the same thing. Only what is urgent rings more often.
