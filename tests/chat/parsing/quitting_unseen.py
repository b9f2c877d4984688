"""Written when the matcher was done, tried once, and not learned from: what to expect of it.

A miss that is found later belongs into quitting_said, with the words that catch it.
"""

from __future__ import annotations

from tests.chat.parsing.quitting_said import lines

QUITTING: dict[str, tuple[str, ...]] = {
    "wish": lines(
        """
        I want out of this medicine
        I don't see myself taking this for life
        I'd like to come off the tablets please
        I keep thinking about stopping
        really tempted to bin the baclofen
        I want to stop all of it tonight
        I've been meaning to quit baclofen
        I would like to discontinue my treatment
        I don't want any more pills
        I'm so tired of these tablets I want to quit
        """
    ),
    "quits": lines(
        """
        I stopped taking my muscle relaxant
        I have given up baclofen
        As of tonight I'm not taking baclofen any more
        I quit the med two days ago
        went off baclofen on Monday
        I am coming off it by myself
        I took my last tablet ever
        I simply stopped
        I've not taken the pills for a week
        I'm going to flush them
        That's me done with baclofen
        I feel normal so I stopped taking the tablets
        """
    ),
    "asks": lines(
        """
        can baclofen be stopped suddenly?
        what's the safest way to stop
        How bad is it to quit cold turkey
        do I need to wean off baclofen?
        should I just come off it?
        can I stop if my spasms are gone?
        what would stopping do to me
        is there any danger in stopping baclofen
        """
    ),
    "relayed": lines(
        """
        my doctor told me I can stop taking it
        The GP advised me to quit
        my specialist has taken me off baclofen
        they said stop it straight away
        doctor wants to take me off the tablets
        """
    ),
    "less or a break": lines(
        """
        I want to go down on my baclofen
        could I take half my dose from now on
        I'm pausing my tablets
        thinking of skipping all my doses this weekend
        """
    ),
    "misspelled": lines(
        """
        i wanna stop takn baclofn
        im of my meds
        can u stop baclofen sudenly
        iv stopped the baclafin
        """
    ),
}

OTHERWISE: dict[str, tuple[str, ...]] = {
    "denied": lines(
        """
        I don't plan on stopping
        I never want to come off it
        nobody told me to stop
        I will not quit my meds
        """
    ),
    "the bot": lines(
        """
        stop it with the reminders
        please stop writing to me at 3 am
        quit sending me so many messages
        how do I turn you off
        """
    ),
    "other things": lines(
        """
        I stopped for petrol
        my son quit school
        we stopped at a hotel
        I need to stop working so hard
        my phone stopped
        I cut my finger
        """
    ),
    "long ago": lines(
        """
        two years ago I stopped baclofen for a month
        I came off it back in 2015
        """
    ),
    "what stopped": lines(
        """
        the itching stopped
        my legs stop working at night
        when does the tiredness stop?
        """
    ),
    "a dose": lines(
        """
        I can't remember if I took it
        I have not taken the 14:00 dose
        I took it with milk
        no tablet this morning
        I lost one tablet
        I'm out of tablets
        """
    ),
}
