"""What people write about stopping in words far from the tables, measured before any rule."""

from __future__ import annotations

from tests.chat.parsing.quitting_said import lines

QUITTING: dict[str, tuple[str, ...]] = {
    "far-fetched": lines(
        """
        knocking these on the head
        packing it in
        packed them in last week
        cant be arsed with these tablets anymore
        im out no more of this muck
        think ill leave it for a while
        gonna see what happens if i dont take it
        what if i just didnt take any tomorrow
        left them at home on purpose for the week
        havent had one in 4 days and im ok
        been without for two days now on purpose
        doc says come off, so ive come off
        new doctor says i dont need baclofen, so thats that
        my physio thinks i should drop the tablets
        i flushed the rest
        gave the rest to my neighbour
        how long till i can be rid of these
        dropping one a day until theyre gone
        taking them every other day now
        only gonna take the night one from now on
        ive started missing them out on purpose
        i want my old life back without pills
        pills make me fat so bye bye
        dont renew my prescription please
        let them run out
        i feel better without it
        doing a detox from all meds
        pregnant so i binned them
        cut them in half myself since friday
        """
    ),
}

OTHERWISE: dict[str, tuple[str, ...]] = {
    "far-fetched, and not": lines(
        """
        packing for my holiday
        packed my tablets in my suitcase
        left my phone at home
        i gave my neighbour a lift
        how long till it works
        every other day i go swimming
        the night one is 20 mg
        dropping the kids off
        dropped one tablet behind the sofa
        let me know when its time
        i feel better today
        cut the grass in half an hour
        can i take them with me on a plane
        took it late
        ill leave it on the counter
        running low, need a refill
        new doctor from monday
        i put the pills away in the cupboard
        physio went well
        """
    ),
}
