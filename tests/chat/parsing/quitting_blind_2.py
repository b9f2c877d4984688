"""A second set, written after the matcher had learned from the first, and tried once."""

from __future__ import annotations

from tests.chat.parsing.quitting_said import lines

QUITTING: dict[str, tuple[str, ...]] = {
    "wish": lines(
        """
        I can't go on with this medication
        I want to be rid of baclofen
        part of me wants to stop
        I'd stop tomorrow if I could
        I have been wanting to quit these tablets for months
        I am determined to get off it
        I don't wish to continue with baclofen
        I'd be happier without the pills
        enough, I want to stop the lot
        I want nothing more to do with baclofen
        """
    ),
    "quits": lines(
        """
        I am quitting cold turkey tonight
        I've made up my mind, I'm stopping
        it's three in the morning and I have stopped the pills
        I gave my tablets away
        I'm off the meds as of today
        I haven't taken baclofen in four days
        Stopped taking it because it makes me dizzy
        no baclofen for me anymore
        I dropped the medicine last night
        I won't be taking these again
        feeling fine so I've quit the tablets
        I've decided not to take it any more
        """
    ),
    "asks": lines(
        """
        what do I do to stop baclofen
        would stopping hurt me?
        could you tell me how to come off it
        can a person just quit baclofen?
        how many days does it take to come off baclofen
        will something happen if I stop taking the pills
        Is it alright if I stop?
        do people ever stop this drug
        """
    ),
    "relayed": lines(
        """
        my neurologist agreed that I can stop
        the doctor is taking me off it
        dr smith said it's fine to quit
        they want me to come off baclofen before the operation
        my doctor cancelled my baclofen
        """
    ),
    "less or a break": lines(
        """
        I think I'll cut my baclofen in half
        can I skip baclofen for a few days
        I need a pause from the tablets
        going down to one tablet on my own
        """
    ),
    "misspelled": lines(
        """
        how do i get off baclofin safly
        im done wit baclofen
        i dont wana take dis medicine no more
        stping my med
        """
    ),
}

OTHERWISE: dict[str, tuple[str, ...]] = {
    "denied": lines(
        """
        I won't be stopping
        he told me not to stop baclofen
        I would rather not stop
        I am not coming off baclofen
        I never said I want to stop
        """
    ),
    "the bot": lines(
        """
        can you quit sending these
        stop the beeping
        no more messages please
        turn off the alerts
        """
    ),
    "other things": lines(
        """
        I stopped to buy milk
        I quit coffee
        I gave up smoking
        I had to stop driving
        the nurse stopped by
        they cut my hours at work
        I dropped my phone
        I want to get off the bus
        """
    ),
    "long ago": lines(
        """
        I had stopped it years ago
        in 2018 my doctor took me off baclofen
        """
    ),
    "what stopped": lines(
        """
        my leg stopped hurting
        does the sleepiness stop after a week?
        the clock stopped
        """
    ),
    "a dose": lines(
        """
        I have not had it yet
        can I take it later
        I took less water with it
        I dropped a tablet on the floor
        I don't want to be late for my dose
        I can't find my pills
        """
    ),
}
