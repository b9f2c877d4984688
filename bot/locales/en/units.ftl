# How values are written in every text. Never a dot or a dash right before a number.

units-amount = { $number } mg

units-tablets-whole = { $count ->
    [one] { $count } tablet of { $strength }
   *[other] { $count } tablets of { $strength }
}
units-tablets-half = half of one { $strength } tablet
units-tablets-and-half = { $count } and a half tablets of { $strength }
# In a line that is short; the amount stands before it.
units-tablets-whole-brief = { $count ->
    [one] { $count } tablet
   *[other] { $count } tablets
}
units-tablets-half-brief = half a tablet
units-tablets-and-half-brief = { $count } and a half tablets
units-tablets-none = no tablet
# The strengths of the person's tablets were never entered.
units-tablets-unknown = tablet strength not set
# No whole and half tablets of the person's strengths make this amount.
units-tablets-impossible = your tablets do not make { $amount } exactly

units-midnight = midnight
units-today = today
units-tomorrow = tomorrow
units-yesterday = yesterday
# Patterns by Unicode CLDR: EEE = Sun, d = 22, MMM = Nov, y = 2026.
units-day-pattern = EEE d MMM
units-day-pattern-year = EEE d MMM y

units-minutes = { $minutes ->
    [0] less than 1 min
   *[other] { $minutes } min
}
units-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
units-hours-minutes = { $hours } h { $minutes } min
units-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
units-days-hours = { $days ->
    [one] { $days } day { $hours } h
   *[other] { $days } days { $hours } h
}

# A part of a span of time: "a quarter of the time to the next one".
units-share = { $parts ->
    [2] half
    [3] a third
    [4] a quarter
   *[other] one part in { $parts }
}

units-list-middle = { $left }, { $right }
units-list-end = { $left } and { $right }

# A time of day as people call it, behind the time: no one may read 08:00 as the evening.
units-morning = in the morning
units-afternoon = in the afternoon
units-evening = in the evening
units-night = at night
