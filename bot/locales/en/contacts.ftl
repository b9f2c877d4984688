# Whom a person can call: their own numbers, and the list that names them.

contact-title = <b>Your numbers to call</b>
contact-kind-prescriber = Doctor
contact-kind-pharmacy = Pharmacy
contact-kind-out_of_hours = Nights and weekends
contact-line = { $who }: { $name }, { $number }
contact-line-number = { $who }: { $number }
contact-line-none = { $who }: none kept
contact-hint = Tap one to add, change or remove it. I keep them encrypted, and show them where I say "call".
contact-ask-prescriber = <b>Which doctor gives you baclofen?</b>
contact-ask-pharmacy = <b>Which pharmacy do you use?</b>
contact-ask-out_of_hours = <b>Which line do you call at night or on a weekend?</b>
contact-how = Type a name and a phone number, like "Park Pharmacy, 555 0100".
contact-number = <b>What is the number of { $name }?</b>
contact-number-how = Type the phone number, like "555 0100".
contact-kept = Kept. Please check the number:
contact-removed = Removed. It was:
contact-no_number = I could not read a phone number.
contact-two_numbers = I read two numbers. Please give me one.
contact-too_long = That is too long for a name.

call-title = <b>Whom to call</b>
call-none = I keep no number of your own doctor or pharmacy yet. Your tablet box or a receipt may have one.

button-contacts = My numbers
button-call-list = Call list
button-prescriber = Doctor
button-pharmacy = Pharmacy
button-out_of_hours = Out of hours
button-remove = Remove

help-contacts = /contacts: your doctor's and pharmacy's numbers
command-contacts = Numbers to call
