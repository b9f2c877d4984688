"""What people write about stopping at 3 am, measured before any rule was made for it."""

from __future__ import annotations

from tests.chat.parsing.quitting_said import lines

QUITTING: dict[str, tuple[str, ...]] = {
    "unseen at 3 am": lines(
        """
        chucked the lot down the toilet
        flushed my pills
        threw them all in the bin last night
        not touching those tablets ever again
        my wife says i should just bin them
        havent bothered since sunday and i feel great
        going cold turkey from tomorrow
        giving my body a break from it this week
        il just see how i get on without them
        told the chemist not to refill it
        these pills are poison im done
        doctor took me off it over the phone, no taper
        my son has hidden my tablets he says i dont need them
        could i just leave them out for a few days
        i reckon i can manage without it now
        whats the quickest way off this stuff
        i dont need it no more
        i ditched it
        weaning myself off on my own
        halving it myself from tonight
        im gonna skip a week and see
        no more baclofen for me thanks
        im fed up being a zombie no more tablets
        is it ok to just not take it over christmas
        i stopped them monday
        mum has stopped giving it to dad
        taking a holiday from my meds
        i would rather have the spasms than this
        i refuse to take another one
        cutting down by myself
        """
    ),
}

OTHERWISE: dict[str, tuple[str, ...]] = {
    "what was thrown up or left": lines(
        """
        I threw it up
        threw it all up
        I leave it out on the table at night
        I dropped it down the toilet
        a week of physio was skipped
        my son is halving the recipe
        I can't get on without my glasses
        """
    ),
}
