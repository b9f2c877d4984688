# What is said of past doses, beside what is said of them everywhere.

not-sure-logged = Logged as not sure: the { $dose }, { $amount } ({ $tablets }).
undone-once = Take it only if you have not taken it already.
ask-extra-before = That was before your plan began. Is it an extra dose, outside your plan?
log-other-clocks = Times with { $clocks } are by the clock where you were then.
