"""Written after the matcher and before it was tried on them: what it does to words it never met."""

from __future__ import annotations

from tests.chat.parsing.quitting_said import lines

QUITTING: dict[str, tuple[str, ...]] = {
    "wish": lines(
        """
        I really don't want to be on this stuff anymore
        I'd love to stop taking these horrible tablets
        thinking about giving up on baclofen
        I just want it to be over with these pills
        Honestly I want to chuck my meds
        been thinking I should come off the baclofen
        my plan is to quit the medicine on Friday
        I want my body free of baclofen
        I want to end this treatment
        I wish I didn't have to take it anymore so I'm stopping
        I would prefer not to take baclofen any longer
        I really want to get these drugs out of my life
        I'm leaning towards stopping
        it's time to stop the baclofen
        I'm over these pills
        can't be bothered with the tablets any more
        I want to see how I do without it
        I'd like to try a few days without baclofen
        """
    ),
    "quits": lines(
        """
        I'm finished with this medicine
        That's it, no more tablets
        I have decided to come off it
        I've been off baclofen since Sunday
        stopped all my tablets on Tuesday
        haven't taken any baclofen since I stopped
        I ran out so I stopped
        I got rid of my pills
        just quit the lot
        I am going to stop this rubbish tonight
        I'm coming off these tomorrow
        i have quit
        I stopped them because of the dizziness
        stopping baclofen today, feel great
        It makes me sick so I'm not taking it anymore
        I feel so good I don't need these pills any more
        From today I won't be taking baclofen
        I'm taking myself off it
        the tablets are in the bin
        I put the pills down the toilet
        I stopped cold
        I'll never touch that stuff again
        that was my last tablet, I'm done with them
        I discontinued the baclofen
        """
    ),
    "asks": lines(
        """
        is there a way to stop baclofen?
        Do you think I could stop?
        how quickly can I come off baclofen?
        How would I go about stopping?
        what would happen if I quit now
        is it dangerous to quit suddenly?
        What are the risks of coming off baclofen
        how should I taper off baclofen
        am I able to stop it by myself?
        can you stop baclofen cold turkey
        if I feel better can I stop?
        must I keep taking it or can I stop
        why do I have to wean off it
        when is it safe to stop
        I was wondering if I can quit
        any tips to get off baclofen?
        """
    ),
    "relayed": lines(
        """
        my consultant has told me to come off it
        Doc wants me off baclofen
        doctor says to stop taking them
        the hospital stopped my baclofen
        the surgeon said to stop before the operation
        my GP has stopped it
        I was told to stop by my neurologist
        my mother wants to quit her baclofen
        The new doctor said I don't need it any more
        """
    ),
    "less or a break": lines(
        """
        I want a holiday from my tablets
        I'm going to halve my dose
        I'd like to reduce the dose
        I'm skipping it for the rest of the week
        I'd like a few days off baclofen
        let me cut my tablets in half from now on
        can I take fewer tablets?
        """
    ),
    "misspelled": lines(
        """
        i wan to stop takeing baclofin
        im gona stop
        stoped baclofen ystrday
        i quitted it
        can i stoop taking it
        wana quit
        plz i want stop med
        iam stoping the tabs
        dont need this medicin anymore
        """
    ),
}

OTHERWISE: dict[str, tuple[str, ...]] = {
    "denied": lines(
        """
        I'm not planning to stop
        I have no intention of quitting
        I don't ever want to come off baclofen
        no I am not quitting my meds
        I promise I won't stop it
        I was told not to stop taking it
        is it true I should never stop suddenly?
        I'm scared of stopping
        """
    ),
    "the bot": lines(
        """
        please stop pinging me
        stop the nudges at night
        I'd like the reminders to stop on weekends
        how can I stop these messages?
        quit reminding me
        stop the 14:00 reminder
        stop showing me the pinned day
        """
    ),
    "other things": lines(
        """
        I stopped to rest on the stairs
        had to stop walking
        I quit drinking last month
        my brother quit his job
        I'm stopping at my sister's tonight
        the taxi stopped outside
        I want to stop being so tired
        I need to stop at the shop
        I stopped the car
        I stopped taking sleeping pills
        """
    ),
    "long ago": lines(
        """
        my doctor stopped it in 2021
        years ago I came off baclofen and had fits
        I was taken off it last summer
        """
    ),
    "what stopped": lines(
        """
        my legs won't stop jumping
        the cramps have stopped
        when do the spasms stop?
        my watch stopped
        the dizziness stopped after lunch
        does it ever stop?
        """
    ),
    "a dose": lines(
        """
        I didn't take my tablets this morning
        I don't want the evening one yet
        I won't take it until I have eaten
        I haven't had my dose
        skip it, I feel sick
        not taking it right now
        I can't take my tablet at work
        I finished my last box, need a refill
        I took my pills and felt better
        """
    ),
    "a pause or a taper": lines(
        """
        pause until tomorrow
        mute for 2 hours
        what is my plan
        I feel great today
        my doctor changed my dose to 15 mg
        """
    ),
}
