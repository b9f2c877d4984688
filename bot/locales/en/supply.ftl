# The tablets people have. Clinical lines are listed with their facts in safety/clinical.py.

help-supply = /supply: how many tablets are left
command-supply = How many tablets are left

button-supply = My tablets
button-count = Count tablets
button-count-again = Count again
button-count-save = Save
button-count-more-50 = 50 more
button-count-more-10 = 10 more
button-count-more-1 = 1 more
button-count-less-10 = 10 fewer
button-count-less-1 = 1 fewer
button-count-half = Half more
button-count-of = Tablets of { $strength }
button-count-sure = Yes, save
button-ordered = Ordered
button-refilled = Refilled
button-tomorrow = Remind me tomorrow
button-not-needed = Do not count
button-lead = Pharmacy days
button-lead-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}

supply-days = <b>{ $days ->
    [0] Less than a day of tablets is left.
    [one] About { $days } day of tablets is left.
   *[other] About { $days } days of tablets are left.
}</b>
supply-days-more = <b>Your tablets last for more than { $most }.</b>
supply-days-none = I cannot say how long they last, as no plan is in force.
supply-none-left = <b>By my count no tablets of { $strength } are left.</b>
supply-how-many-left = How many have you?
supply-left = Left: { $tablets }.
supply-left-log = Left by your log: { $tablets }.
supply-left-likely = If you took what is not logged: { $tablets }.
supply-not-counted = Not counted yet: tablets of { $strength }.
supply-first = Your tablets of { $strength } run out first.
supply-no-swap = I count each dose by the tablets on its card. Ask your pharmacist before you make it from others.
supply-stop = Running out means stopping suddenly.
supply-order-now = Order now.
supply-order-by = Your pharmacy may need { $lead ->
    [0] no working day
    [one] { $lead } working day
   *[other] { $lead } working days
}. Order by { $day }.
supply-order-today = <b>Order today.</b> Your pharmacy may need { $lead ->
    [0] no working day
    [one] { $lead } working day
   *[other] { $lead } working days
}.
supply-order-late = Your pharmacy may need { $lead ->
    [0] no working day
    [one] { $lead } working day
   *[other] { $lead } working days
}. That may be too late now.
supply-emergency = <b>Ask a pharmacist today for an emergency supply.</b> If you reach none, call your doctor today.
supply-call = Say that you take baclofen, and that it runs out.
supply-signs = If any of these starts, call a doctor or urgent care now.
supply-ordered-on = You told me { $at } that you ordered.
supply-arrived = <b>Have your tablets come?</b>
supply-offer = <b>Shall I count your tablets down?</b>
supply-offer-why = Tell me once how many you have. I warn you before they run out.
supply-home = <b>Home again: how many tablets have you now?</b>
supply-home-why = I could not count them while you were in hospital.

supply-count = <b>How many tablets of { $strength } have you now?</b>
supply-count-came = <b>How many tablets of { $strength } have come?</b>
supply-which = <b>Which tablets are they?</b>
supply-count-hint = Type the number, like "34" or "17 and a half". Or tap.
supply-count-several = For all at once, type it like "{ $example }".
supply-chosen = Chosen: { $tablets }.
supply-sure = <b>{ $tablets }: is that right?</b>
supply-sure-why = They would last for more than { $most }.
supply-not-yours = Your plan has no tablets of { $strength }. It has { $strengths }. Nothing is kept.
supply-unread = I could not read how many. Whole and half tablets only, please. Nothing is kept.
supply-unread-mg = That reads as mg. How many tablets are they? Nothing is kept.
supply-kept = Noted: { $tablets }.
supply-kept-came = Noted, to those you had: { $tablets }.
supply-ordered = <b>Noted: ordered.</b>
supply-ordered-ask = I ask { $day } if they have come.
supply-ordered-until = I say no more until then, unless the next warning is due.
supply-tomorrow = I remind you tomorrow.
supply-not-now = Then I do not count them. To start, type /supply.
supply-lead-ask = <b>How many working days does your pharmacy need?</b>
supply-lead-hint = Tap, or type the number. Saturdays and Sundays do not count.
supply-lead-kept = Noted: your pharmacy needs { $lead ->
    [0] no working day
    [one] { $lead } working day
   *[other] { $lead } working days
}.
supply-out = Say that you take baclofen, and that you have none left.
supply-out-kept = Noted: no tablets are left.

about-supply = I warn when { $days } days of tablets are left, and when none is. I do so daily from { $hour } to { $until }, or to your last dose.
about-supply-lead = I count { $lead } working days for your pharmacy, unless you tell me yours. A weekend makes the warning earlier.
about-supply-ahead = Tablets for more than { $most } are asked about again. After { $span } I offer once to count them.
