# What is said where words were not read as an answer, and where a screen names more than it did.
# Clinical lines are listed with their facts in safety/clinical.py.

help-emergency = This bot can't call for help and no one is watching it. In an emergency call { $number }. If it does not work, use your local emergency number.
pause-open = Your { $dose }, { $amount } ({ $tablets }), is open. I still ask about it until { $time }.
pause-no-other = No other dose is due in it.
