"""What somebody wrote about stopping who had seen no rule, measured before any was changed."""

from __future__ import annotations

from tests.chat.parsing.quitting_said import lines

QUITTING: dict[str, tuple[str, ...]] = {
    "a stranger at 3 am": lines(
        """
        im done with these tablets they can go in the bin
        havent touched my baclofen since tuesday and dont plan to
        can i just come off it now my legs feel grand
        mam flushed the lot down the toilet last nite
        told the chemist no more refills please
        wanna get off this stuff for good how do i do that
        what hapens if i dont take it any more
        my son took the box off me says i am better without
        i give up on baclofen its doing nothing
        thinking of having a week off the tabs while im on holiday
        is it ok to go cold turkey with this
        chucked them out the car window i was that fed up lol
        doctor i am wanting to leave this medicine kindly advise
        no more of those tablets for me ta, had enough
        ive knocked the baclofen on the head
        not gonna take em anymore they make me a zombie
        reckon ill give the pills a miss from now on
        ran out friday and cant be arsed to get more
        how long to wean down to nothing
        I have decided to discontinue the medication. Please confirm what I do next.
        husband wants me off them he has hid them somewhere
        binned the blister pack sorry
        can i quit tomorrow or do i have to finish the packet
        since 3 days i am not taking my baclofen because ramadan
        feelin better so do i still need it or can i leave it
        i refuse to swallow another one of those things
        couldnt afford the script this month so ive gone without since monday
        gonna ditch baclofen and do cbd oil instead
        ive been skipping all my doses this week on purpose
        is 5 days break from tablet ok for my cousin wedding i want to drink
        pregnant i think so ive packed in the baclofen
        nurse at the home took me off the baclofen just like that today
        tempted to just not bother with them any more tbh
        my daughter she say no more tablet for mama so no more since sunday
        had my last one yesterday thats me finished with it
        pls how to leave baclofen slowly
        i dont want this drug in my body any longer
        gave the rest back to the pharmacy, over it
        im cutting them out completely startin tonight
        whats the quickest way off these
        would it kill me if i stopped
        halved it last week, none this week, all by myself
        i have changed to herbal powder from homeopath and left the english medicine fully
        stoped taking it coz it makes me wee the bed
        cancel my prescription i dont need it
        nah mate im not doing these pills no more
        my wife has put dads baclofen in the bin he hasnt had any since lunch yesterday
        ill be leaving my tablets at home for the fortnight in bali
        considering a break from the meds till after my exams they make me thick
        do i taper or just drop it
        ive weaned meself off nearly, one more to go then zero
        sick of being drowsy so thats it no more baclofen ever
        the new doc told me to come off it by saturday is that too fast
        didnt renew it. wont be renewing it either
        how do people get rid of this medicine from their life im tired of it
        """
    ),
}

OTHERWISE: dict[str, tuple[str, ...]] = {
    "a stranger at 3 am": lines(
        """
        i quit smoking in 1998 best thing i ever did
        can you stop the 8am reminder its too early
        my dog had a fit last year poor thing
        that film nearly gave me a heart attack haha
        dying of laughter at my grandson
        no dizziness today thank god
        does baclofen make people itchy?
        the car keeps stopping at the lights its a wreck
        im sick of this weather
        i fainted once at school when i was 12
        im giving up my job at the end of the month
        not stopping my tablets dont worry
        what are the side effects of it
        my neighbours heart stopped back in 2009 he is grand now
        cat threw up on the carpet again
        killing time till the kettle boils
        i could murder a curry
        never had a seizure in my life
        the bus stop is right outside the clinic
        watching casualty and a fella just collapsed in it good episode
        im not shaking anymore all good now
        the price of the taxi took my breath away
        my sister gets a rash from penicillin not me
        throwing out old newspapers and tin cans today
        stiff upper lip as they say
        my phone died sorry
        doing a first aid course what does an overdose look like
        these adverts on telly do my head in
        is it common for folk to get confused on this tablet
        i stopped taking sugar in my tea
        had a terrible fever as a kid with measles
        turn off the text messages they keep beeping in the night
        i jumped out of my skin when the doorbell went
        slept grand no cramps no spasms
        """
    ),
}
