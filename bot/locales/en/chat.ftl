# Everything that is neither a card, the set-up nor the log.

help-title = <b>What you can do</b>
help-today = /today: your doses today
help-log = /log: the last 7 days, and back. Is it wrong? Tap Correct there.
help-plan = /plan: see or change your plan
help-timezone = /timezone: when you travel
help-pause = /pause: a break from reminders. /hospital: when you go in
help-taper = /taper: ask for a slow way down. /stop: before you stop
help-about = /ask: what is known about baclofen. /about: who I am, and my rules
help-typed = You can type, too: "taken", "taken 13:50", "skip", "snooze 20", "not sure", "undo", "correct yesterday 14:00".

about-who = <b>Steady Dose</b> { $version } reminds people of oral baclofen and keeps their log.
about-not-device = It is not a medical device.
about-review = Its texts and numbers wait for a pharmacist's or doctor's sign-off.
about-reviewed = Its texts and numbers were reviewed by { $reviewer }.
about-set-otherwise = Whoever runs me has changed some of these numbers.
about-late = A dose is open for { $share } of the time to the next one. That is at most { $most } and at least { $least }, but never more than { $limit } of it.
about-on-time = On time: within { $span }.
about-nudge = I ask again after { $span } while it is open, but not in its last { $least }.
about-nudge-none = I do not ask again by myself.
about-snooze = You can snooze { $count } times, for { $least } or more. A snooze ends at least { $span } before the dose closes.
about-extra = I ask about an extra dose within { $span } of another. If { $share } of the planned time between them is less, I go by that.
about-asleep = If I stood still for more than { $seconds } seconds while a dose was open, I do not call it missed. I ask about it.
about-slots = At most { $count } doses a day, at least { $gap } apart.
about-plan-start = A new plan starts at least { $span } after your last dose. If its doses are closer than that, I go by their gap.
about-amounts = Asked again: more than { $dose } in one dose, more than { $day } a day.
about-gaps = Asked again: less than { $least } or more than { $most } between doses.
about-start = Asked again: a start above { $amount } a day.
about-step = Asked again: a rise of more than { $amount } a day, or any rise sooner than { $span } after the last change.
about-pause = A pause lasts { $most } at most. One of more than { $long } gets stronger words.
about-silence = If { $count } doses go by with no answer for { $span }, I ask if I should only remind you.
about-changed = I show a changed plan once more after { $after }, or { $before } before its first dose. That is never within { $least } of the change.
about-correct = You can correct doses of the last { $back }, to a time at most { $apart } from the plan.
about-moving = I ask { $days } if you move more smoothly, from { $since } to { $until } and without a sound. After { $late } I leave it.
about-moving-days = { $days ->
    [one] { $days } day after your first plan
   *[other] { $days } days after your first plan
}
about-data = I keep your answers on the server of whoever runs me. Names and your own words are encrypted there.
about-zone = Time zones: version { $version }.

unknown = I didn't get that.
unknown-hint = You can say "taken 13:50", "skip" or "log", or ask a question.
unknown-media = I cannot read pictures, voice or stickers. Please type.
unknown-command = I do not know that command.
unknown-link = I do not know that link. It may be old.
edited = I read messages once. If you changed one, please send it anew.
group = I talk in private chats only. Open a chat with me there.
failed = Something went wrong on my side. I may not have kept your last message. Type /today to see.
failed-for-now = I cannot keep your message just now. I will try again by myself.
not-set-up = You have no plan yet. Type /start.
old-button = That button is old. This is how it stands now:

stop-harm = If you stop suddenly, you can get seizures, a high fever and intense muscle spasms.
stop-ask = Tell your doctor or pharmacist today that you want to stop.

taper-question = <b>Why do you want a taper?</b>
taper-recorded = <b>Noted { $at }: you ask for a taper.</b> Reason: { $reason }.
taper-standing = <b>Your request stands.</b> You made it { $at }. Reason: { $reason }.
taper-no-clinician = No clinician is linked to me yet, so nobody was told. Call the doctor who gave you baclofen and ask for a written plan.
taper-keep = Keep taking your usual dose until your doctor sends a plan.
taper-other = If you feel unwell, or doubt your next dose, call your doctor or pharmacist today.
taper-side-effects = Side effects can need help soon. Call your doctor or pharmacist today and ask what to do about your next dose.
taper-emergency = Trouble breathing, a seizure, chest pain, seeing things, or hard to wake: get help now.
taper-withdrawn = Taken back. Your plan is unchanged.
taper-none = No request stands.
taper-reason-wants_to_stop = you want less or to stop
taper-reason-side_effects = side effects
taper-reason-pregnancy = pregnancy
taper-reason-operation = an operation
taper-reason-doctor_said = your doctor said so
taper-reason-other = other
emergency-number = In an emergency call { $number }. If it does not work, use your local emergency number.
emergency-local = In an emergency call your local number.
poison-number = Poison line: { $number }.
