"""What people write about stopping, by class. In the hard negatives nobody stops the medicine."""

from __future__ import annotations


def lines(written: str) -> tuple[str, ...]:
    """Each line, without the space around it."""
    return tuple(line.strip() for line in written.strip().splitlines())


QUITTING: dict[str, tuple[str, ...]] = {
    "wish": lines(
        """
        I want to stop taking baclofen
        im scared i want to stop taking these
        I'm afraid, I want to stop
        im terrified i want to quit
        I want to stop
        i wanna stop this
        I'd like to stop the tablets
        I would like to come off baclofen
        I want to get off this medicine
        want to quit the pills
        I want off this drug
        I don't want to take it anymore
        I do not want to take baclofen any more
        I dont want my tablets
        I no longer want to take this
        I'm thinking of stopping
        thinking about coming off it
        I am considering quitting baclofen
        I'm planning to stop next week
        I feel like stopping
        I need to stop this medication
        I have to get off baclofen
        I'm ready to stop
        I wish I could stop
        I hate taking these pills
        I'm tired of taking baclofen
        I am sick of these tablets
        fed up with my meds
        I've had enough of baclofen
        I want to be done with this drug
        I'd rather stop now
        I want a break from baclofen
        I need a break from the tablets
        I am tempted to just stop
        I want to try without baclofen
        let me stop it
        I would love to be baclofen free
        """
    ),
    "quits": lines(
        """
        stop
        STOP!!!
        quit
        I quit
        I feel fine, I quit
        I'll just stop
        ill just stop
        I'm stopping
        I stopped
        I've stopped taking it
        I stopped yesterday
        I stopped my baclofen 2 days ago
        I quit baclofen last week
        I came off it
        I have come off baclofen
        I went cold turkey
        cold turkey
        going cold turkey tomorrow
        I'm done with baclofen
        I am off baclofen
        been off my meds for 3 days
        no more baclofen
        no more pills for me
        I threw my pills away
        I flushed the tablets
        I won't take it anymore
        I am not taking it any longer
        I'm not going to take baclofen
        I'm never taking it again
        I refuse to take it
        I won't take another one
        I don't need baclofen
        I don't need it anymore
        I decided to stop
        we are stopping it
        I will discontinue baclofen
        I'm dropping the baclofen
        I gave up the tablets
        I'm quitting today
        stop all
        just stop
        taken, but I want to stop
        I feel better so I will stop
        it does nothing so i stopped it
        The spasms are gone. I'm stopping the meds.
        I took the last one. No more tablets now
        """
    ),
    "asks": lines(
        """
        can I stop?
        can I just stop taking it
        should I stop
        should I quit?
        may I stop now?
        how do I stop safely?
        how can I stop baclofen
        how do I come off it?
        how to get off baclofen
        how long until I can stop?
        when can I stop taking it
        is it ok to stop?
        is it safe to stop baclofen suddenly
        what happens if I stop
        what happens when you stop baclofen
        what if I just stop
        why can't I stop?
        why shouldn't I stop
        why not just stop
        can't I just quit?
        would it be bad to stop now
        do I have to stop before surgery?
        not sure if I should stop
        I don't know if I should stop taking it
        could I live without baclofen?
        is stopping baclofen dangerous
        am I allowed to stop
        what is the best way to come off baclofen
        could I go without it?
        """
    ),
    "relayed": lines(
        """
        my doctor told me to stop
        doctor said stop
        my doctor says I can stop
        the neurologist wants me to stop baclofen
        my GP took me off baclofen
        they told me to quit taking it
        my doctor stopped it
        my doctor stopped my baclofen yesterday
        the pharmacist said I should stop
        my wife wants me to stop
        she stopped taking her baclofen
        my husband wants to stop his tablets
        the nurse said to come off it
        in hospital, they told me to stop
        """
    ),
    "less or a break": lines(
        """
        pause baclofen
        pause my tablets for 3 days
        can I pause my medicine?
        I'm taking a break from taking it
        skip all my doses
        skip the rest of the pills
        I want to lower my dose
        can I reduce my baclofen
        I want to cut down on baclofen
        I'm halving the tablets
        I will take less baclofen
        skip baclofen for a week
        """
    ),
    "seen by a review": lines(
        """
        I'll stop for the weekend
        ive decided to come off
        i won't be needing these
        I am skipping my doses until monday
        skip everything
        can I just not take it tonight
        can I not take it tonight
        no pills today
        not taking it today
        not taking it any more
        not taking it today or ever again
        I won't take it today
        i only take it when i need it
        taking it when i feel like it
        I take only one a day now
        reduce to 5 mg
        go down to 10mg
        remove the 14:00 dose
        drop my 8.00 dose
        remove the evening dose
        wean off
        I want to wean off
        I hate these pills
        I want to skip the evening dose from now on
        i want to take less
        """
    ),
    "at 3 am": lines(
        """
        whats the point
        enough
        I give up
        sick of this
        leave me alone
        i want a break
        i want off it
        i want off this stuff
        want to try without
        i'm trying without it this week
        i want to wean myself off
        stopping tomorrow
        stopping from monday
        i am giving it up
        flushed them
        i threw them out last night
        wont be taking them
        i dont think i need it
        do i still need this
        i need a break from it
        taking a break for a few days
        mum refuses her tablets
        she refuses to take it
        """
    ),
    "misspelled": lines(
        """
        i want to stpo baclofen
        i wnat to stop taking bacofen
        im quiting
        im stoping baclophen
        i stoped takin it
        gonna quit baklofen
        tryna come off baclofin
        wanna get of this medecine
        can i stopp my meds
        cant i just stop
        dont want to take it anymor
        i wont take these pils any more
        how do i stop takin baclofan
        i hav to stop my medz
        is it ok to qiut
        thinkin of stopping? no: thinking of stoping it
        """
    ),
}

OTHERWISE: dict[str, tuple[str, ...]] = {
    "denied": lines(
        """
        don't stop
        never stop
        I don't want to stop
        I do not want to stop taking it
        never stop taking it
        I can't stop
        I won't stop
        I will not stop taking baclofen
        I would never stop baclofen
        should I never stop?
        I'm not going to stop
        I am not stopping
        I'm afraid to stop
        I don't think I should stop
        I shouldn't stop it
        please don't let me stop
        I have no plans to stop
        I know I must not stop suddenly
        you said never to stop baclofen
        I forgot to stop
        without stopping baclofen
        I'm not quitting
        """
    ),
    "the bot": lines(
        """
        stop reminding me at night
        stop sending me messages
        I want to stop the reminders
        stop the reminders
        stop nagging
        stop asking me
        can you stop the notifications
        quit bothering me
        how do I stop the alarm
        stop texting me
        I want the messages to stop
        I don't need a pill reminder
        stop the bot
        """
    ),
    "other things": lines(
        """
        threw my tablet up
        I threw up my pill
        i need a break from work
        he refuses to take a nap
        my doctor refuses to refill it
        do i still need a prescription
        i wont be taking it with food
        the rain is stopping tomorrow
        I stopped for gas
        I stopped at the pharmacy
        we stopped for lunch
        I quit smoking
        I want to quit my job
        I stopped eating
        stop worrying
        I can't stop shaking
        the bus stop
        I stopped by the store to get my tablets
        I want to stop drinking
        should I stop driving?
        I stopped taking ibuprofen
        stop taking photos
        he stopped talking
        non stop
        I finished my lunch
        I'll stop at the chemist for my baclofen
        """
    ),
    "long ago": lines(
        """
        my doctor stopped it last year
        I stopped it once and had seizures
        I stopped baclofen in 2019
        they took me off baclofen years ago
        I quit it last year but went back on
        """
    ),
    "what stopped": lines(
        """
        the pain stopped
        my spasms stopped
        baclofen stopped working
        it stopped raining
        will the shaking stop?
        when will it stop
        does baclofen stop spasms?
        the side effects stopped
        make it stop
        it won't stop
        """
    ),
    "a dose": lines(
        """
        I did not take my baclofen
        I didn't take it
        I haven't taken my tablets
        skip
        skip this dose
        skip, feeling dizzy
        skip the 14:00 dose
        skip the evening dose
        I did not take it today
        I take it when I wake up
        I take one a day
        I have not taken it today
        move the 14:00 dose to 15:00
        remove the 14:00 reminder
        I took the 14.00 dose
        it went down to 5
        I'm not taking it yet
        skip tonight
        not taking it tonight
        I won't take it tonight
        no pills tonight
        I'm not taking this one
        I don't want to take it now
        I don't want my tablets now
        I am done
        took it
        done
        I forgot my pill
        no
        never mind
        cancel
        I missed two doses
        should I take it?
        I took the last one at 8
        I finished the dose
        """
    ),
    "a pause or a taper": lines(
        """
        pause
        pause reminders for 3 days
        no reminders
        I'd like a reminder at 8
        change my plan
        I feel better
        I feel fine
        thanks, I feel better
        """
    ),
}
