"""English phrases for the signs in a body: emergencies by the facts, then what is urgent.

The words are as `english.SPELLING` leaves them: "can not", and "breathe" for "breath".
"""

from __future__ import annotations

from bot.domain.red_flags import RedFlag


def _lines(written: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in written.strip().splitlines())


EMERGENCIES: dict[RedFlag, tuple[str, ...]] = {
    RedFlag.SEIZURE: _lines(
        """
        seizure/seizures/seizing/convuls*
        epileptic fit/attack/episode/fits
        {have} a/another/one/two/three/some/more/big/my/his/her/multiple/several/repeated ~1 fit/fits
        {have} fits
        am/is/are/started/keeps/keep/been/was fitting
        grand/petit mal
        tonic clonic
        status epilepticus
        foam*/froth* ~ mouth
        eyes ~3 roll*
        shak*/jerk*/twitch*/thrash* ~ uncontrollabl*/violently
        uncontrollabl*/violently/violent shak*/jerk*/twitch*/thrash*
        can/will not stop/control jerk*/twitch*/convuls*
        whole/entire/his/her body ~1 jerk*/convuls*/thrash*
        """
    ),
    RedFlag.BREATHING: _lines(
        """
        {cannot} ~1 breathe/breathing
        {cannot} get ~2 air/breathe
        {cannot} catch ~1 breathe
        not breathe/breathing
        {hard} ~1 to? breathe
        {hard} breathing
        {trouble} ~1 to? breathe/breathing
        {trouble} ~1 getting/catching ~1 breathe/air
        short/shortness/running/out of ~1 breathe
        breathless*
        gasping
        choking
        suffocat*
        stop/stops/stopped/stopping breathe/breathing
        breathing ~2 {breathless}
        {breathless} breathing/breathe
        breathe is ~1 {breathless}
        breathing ~1 difficulty/difficulties/trouble/troubles/problem/problems
        fighting/gasping for ~1 breathe/air
        no/enough/need air
        not getting ~1 air
        lip/lips/face/skin/fingers/nails/mouth ~2 blue/grey/purple
        going/gone/went/turning/turned/turns blue
        blue lips
        wheez*
        respiratory arrest/distress/failure
        """
    ),
    RedFlag.UNCONSCIOUS: _lines(
        """
        {cannot} wake/waken/rouse/arouse/awaken ~1 {them}/my
        {cannot} get {them} ~1 to? wake/awake
        {cannot} get my ~1 to? wake
        {cannot} be woken/wakened/roused/awakened
        {hard} to wake/waken/rouse/arouse/awaken
        {trouble} waking {them}/my
        unconscious
        not conscious
        unresponsive
        not ~1 responsive
        {they} ~2 not respond*/react*
        {they} did not ~1 wake/awake/waken
        {they} is ~2 passed out
        out cold
        collapsed
        in a coma
        comatose
        lost/losing/lose/loses/loss of? consciousness
        going in and out of consciousness
        is/are/went/gone/going/all/so limp/floppy
        lifeless
        no pulse
        """
    ),
    RedFlag.CHEST_PAIN: _lines(
        """
        chest ~2 pain/pains/hurt/hurts/hurting/tight/tightness/tightening/tightens/pressure
        chest ~2 heavy/heaviness/ache/aches/aching/burning/crushing/squeez*/sore/discomfort/painful
        pain/pains/pressure/tightness/heaviness/ache/squeezing/weight/hurt/hurts/discomfort ~3 chest
        crushing/stabbing/tight/painful/heavy/sore ~3 chest
        chestpain/chestpains
        heart attack
        cardiac arrest
        heart ~1 stopped/hurts/pain/pains
        pain/pains ~2 heart
        left arm ~2 pain/numb/hurts/tingl*
        pain ~2 left arm
        """
    ),
    RedFlag.ALLERGY: _lines(
        """
        {swell} ~4 {face}
        {face} ~3 {swell}
        throat ~3 clos*/tight*/shut*/constrict*
        tight/closing throat
        anaphyla*
        allergic reaction/shock
        severe allergy
        """
    ),
    RedFlag.RASH: _lines(
        """
        {severe} ~1 rash
        rash ~4 {severe}/everywhere
        rash ~2 all over
        rash ~3 whole/entire body
        skin ~2 peel*/blister*/falling
        peeling/blistering skin
        blisters/hives/welts ~1 all over
        blisters/hives/welts ~1 everywhere
        blisters ~2 skin/mouth/body
        covered in/with ~1 hives/rash/blisters/welts
        """
    ),
    RedFlag.HALLUCINATION: _lines(
        """
        hallucinat*
        see/sees/seeing/saw/hear/hears/hearing/heard things
        see/sees/seeing/saw/hear/hears/hearing/heard stuff
        see/sees/seeing/saw/hear/hears/hearing/heard ~4 not there
        see/sees/seeing/saw/hear/hears/hearing/heard ~4 not real
        see/sees/seeing/saw/hear/hears/hearing/heard ~4 do/does not exist
        see/sees/seeing/saw/hear/hears/hearing/heard ~4 nobody else ~1 see/hear/sees/hears
        see/sees/seeing/saw ~3 {vision}
        {vision} ~1 crawling
        {vision} on/in/all/over ~3 wall/walls/ceiling/bed/skin/me
        talking to people/someone/nobody/somebody ~2 not there
        hears/hearing voices
        hear voices
        voices ~1 in ~1 head
        voices ~2 tell/telling
        see/sees/seeing/saw ~1 dead
        having visions
        psychosis
        psychotic
        """
    ),
    RedFlag.FEVER: _lines(
        """
        fever/feverish/hyperthermia/pyrexia
        high/raging ~1 temp/temperature
        temp/temperature ~2 high
        burning up
        running/got/have/has a/an temp/temperature
        """
    ),
    RedFlag.RIGIDITY: _lines(
        """
        {body} ~3 rigid
        am/is/are/went/gone/going/all/completely/totally rigid
        rigid {body}
        {very} ~1 stiff/stiffness/rigid
        stiff as a ~1
        {body} ~3 locked/locking
        {body} ~2 seized up
        {body} ~3 lock/seize up
        lockjaw
        {body} ~3 rock hard
        rock hard {body}
        {body} ~2 like wood/stone/concrete/rock/rocks/steel/iron/cement
        {body} ~2 hard as ~1 wood/stone/concrete/rock/rocks
        frozen stiff
        {intense} ~2 spasm/spasms/spasming
        spasm/spasms ~3 {intense}
        spasm/spasms ~1 will/do/does/is/are not stop/stopping
        whole/entire body ~1 spasm*
        can not stop spasming
        """
    ),
}

URGENT_SIGNS: dict[RedFlag, tuple[str, ...]] = {
    RedFlag.CONFUSION: _lines(
        """
        confused/confusion/disoriented/disorientated
        delirious/delirium
        do/does/did not ~1 know where i/he/she/they am/is/are/was
        does/do/did not know who i/he/she/they am/is/are
        does/do/did not know ~1 own name
        does/do/did not know what day/year ~1
        {they} ~1 not making/make/makes ~1 sense
        i am not making ~1 sense
        does/do/did/can not recogni* me/us/him/her/people/anyone/anybody
        talking/speaking nonsense/gibberish/rubbish
        {they} ~2 acting/behaving ~1 strange/strangely/weird/weirdly/oddly
        can not think straight/clearly
        """
    ),
    RedFlag.FAINT: _lines(
        """
        fainted/fainting/faints
        going/about to faint
        nearly/almost faint/passed
        pass/passed/passing out
        black/blacked/blacking out
        blackout/blackouts
        heart/heartbeat/pulse ~2 pound*/rac*/hammer*/flutter*/thump*
        pounding/racing/irregular heart/heartbeat/pulse
        palpitations
        """
    ),
    RedFlag.SPEECH: _lines(
        """
        slur*
        speech ~2 slurr*/funny/weird/strange/unclear
        {cannot} speak/talk
        can not stop shaking/trembling
        shaking/trembling/tremors ~1 badly/violently/all/lot
        """
    ),
    RedFlag.URINE: _lines(
        """
        dark/brown/black/bloody/red/cola/coke/tea ~2 {urine}
        blood ~3 {urine}
        {urine} ~3 dark/brown/black/bloody/red/blood
        {cannot} ~1 {urine}
        {cannot} pass {urine}
        {trouble} ~1 peeing/urinating/weeing
        {trouble} passing/going {urine}
        not ~1 peed/urinated/weed
        """
    ),
    RedFlag.MOOD: _lines(
        """
        depressed/hopeless/manic/worthless
        {very}/so/really/feeling/feel low
        low mood
        """
    ),
    RedFlag.WITHDRAWAL: _lines(
        """
        {have} ~2 withdrawal/withdrawals
        am/is/be/been/go/going/goes in/into/through ~2 withdrawal/withdrawals
        ^ in withdrawal/withdrawals
        this/it/think ~2 withdrawal/withdrawals
        feel/feels/feeling ~2 withdrawal/withdrawals
        withdrawing from
        """
    ),
}

# With doses left out in the same words, lesser signs count as well.
AFTER_STOP: dict[RedFlag, tuple[str, ...]] = {
    RedFlag.RIGIDITY: ("so/really/too/super/crazy ~1 stiff/rigid",),
    RedFlag.WITHDRAWAL: _lines(
        """
        shak*/trembl*/tremor*
        sweat*
        anxious/panicky/panicking/jittery/agitated/restless
        stiff*/spasm*/twitch*/cramps/cramping
        can not sleep
        itching/itchy/tingling
        """
    ),
}
_STOPPED = """
    stop/stopped/stopping/quit/quitting ~2 taking
    stop/stopped/stopping/quit/quitting ~1 it/them/baclofen/cold/suddenly/meds/medication/tablets/pills
    since i stopped/quit/ran
    missed/skipped/forgot/forgotten ~4 dose/doses/it/them/pill/pills/tablet/tablets/baclofen/meds
    ran/run/running out
    without ~2 {pill}
    no ~1 {pill}
    off ~1 {pill}
    cold turkey
    have/has/had/did not ~1 take/taken/had
    last dose/pill/tablet was
    withdrawal/withdrawals
    cut/cutting/lowered/reduced/tapering ~2 dose/baclofen/{pill}
"""
STOPPED = _lines(_STOPPED)
