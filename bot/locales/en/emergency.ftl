# The emergency cards. Clinical lines are listed with their facts in safety/clinical.py.

call-now = <b>Call { $number } now.</b>
call-local-now = <b>Call your local emergency number now.</b>
alone = No one is watching this chat.
alone-fallback = No one is watching this chat. If { $number } does not work, use your local emergency number.
alone-alternate = No one is watching this chat. If { $number } does not work, call { $alternate } or your local emergency number.

say = Say: "I take baclofen, { $plan }. { $last }"
say-too-much = Say: "I may have taken too much baclofen. My dose is { $plan }. { $last }"
say-other = Is it the person this log is about? Say: "This person takes baclofen, { $plan }. { $last }"
say-other-too-much = Is it the person this log is about? Say: "This person may have taken too much baclofen. The dose is { $plan }. { $last }"
say-other-unknown = If they take baclofen, say so. Say the dose and the time of the last dose.
say-pump = Say: "baclofen pump".
say-once = { $amount } once a day
say-twice = { $amount } twice a day
say-thrice = { $amount } three times a day
say-times = { $amount } { $count } times a day
say-each = { $amounts } a day
say-last = Last dose logged: { $when }, may be wrong.
say-none-logged = No dose is logged. The log may be wrong.

overdose-number = <b>Took too much? Call { $number } now if there are any signs.</b>
overdose-local = <b>Took too much? Call your local emergency number now if there are any signs.</b>
overdose-poison = No signs? Call the poison line now: { $number }.
overdose-no-signs = No signs? Call a poison line or urgent care now.

urgent-now = <b>Call a doctor or urgent care now.</b>
flag-late = You wrote this { $at }. I could not answer then.

about-fever = Danger signs get an emergency card at once. A fever is { $celsius } C ({ $fahrenheit } F) or more.
about-too-much = More than your biggest dose at once is too much. With no plan, so are more than { $count } tablets at once, or { $most } a day.

called = Noted { $at }: you called.
call-again = If it gets worse, call { $number } again.
call-local-again = If it gets worse, call them again.
not-emergency = Noted: not an emergency.
flag-unlogged = Nothing in your log changed.

button-called = I called
button-not-emergency = Not an emergency
