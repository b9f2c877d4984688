# A plan or a zone was changed: the first dose by the new clock, and the change shown once more.

echo-open-now = The first of these is open now.
started-plan-now = <b>Done.</b> Your plan is changed. Your { $dose } is open now.
