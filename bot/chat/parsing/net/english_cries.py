"""English phrases for harm to oneself, too much taken, a pump, and a cry for an ambulance."""

from __future__ import annotations

from bot.chat.parsing.net.english_signs import _lines
from bot.domain.red_flags import RedFlag

CRIES: dict[RedFlag, tuple[str, ...]] = {
    RedFlag.SELF_HARM: _lines(
        """
        suicide/suicidal
        {kill} {self}
        want/wants/wanted/wanting/wish/ready/rather/prefer/need/going to? ~1 die
        want/wants/wanted to be ~1 dead
        i wish i ~1 dead
        wish/wishes i/he/she ~2 not/never ~1 born/alive/exist/here/wake
        better ~1 dead
        rather/prefer ~1 be dead
        better off without me
        end/ending/ended/take/taking/took ~1 my/his/her/own life
        end/ending ~1 it all
        end it tonight/now/today
        end my pain forever
        no reason/point ~1 to? live/living/going
        no point ~2 living/life/alive
        nothing ~1 to? live for
        life ~3 not ~1 worth
        not worth living
        do/does/did/can not ~1 want to live/exist/wake
        do/does/did not ~1 want to be ~1 here/alive
        do/does/did not want to go on
        do/does/did not want to wake ~3
        can not go on ~1 like? ~1
        can not live ~1 like? ~1
        can not do this anymore
        tired of living/life/being
        done with life/living
        sick of living/life
        self harm/harming/harmed
        harm/harming {self}
        {wish} ~3 hurt/hurting/cut/cutting {self}
        want it ~1 to ~1 end/stop/over
        {wish} ~3 take/taking/swallow/swallowing all ~3 {pill}
        {wish} ~3 take/taking/swallow/swallowing all of them
        {wish} ~3 take/taking/swallow/swallowing ~1 whole/entire {container}
        overdose on purpose
        sleep ~2 never wake
        never wake/waking up
        go to sleep forever
        kill me
        jump off/in/from ~3 bridge/roof/building/train/balcony/window
        jump in front
        goodbye ~1 forever/world/everyone
        how many/much ~5 to die
        how many/much ~5 kill me/you/someone/{self}
        how many/much ~5 lethal/fatal
        lethal/fatal/deadly dose/amount
        """
    ),
    RedFlag.PUMP: _lines(
        """
        pump ~4 {pumpfault}
        {pumpfault} ~3 pump
        pump ~3 not ~1 working/delivering/running
        pump ~2 low battery/reservoir
        missed ~3 pump refill
        """
    ),
    RedFlag.OVERDOSE: _lines(
        """
        overdos*
        {took} ~3 too much/many
        {took} ~2 way more
        {took} ~2 all ~1 my/the/his/her ~1 {pill}
        {took} all of ~1 my/the/them/it ~1
        {took} ~2 whole/entire/full {container}
        {took} ~2 {container} of
        {took} ~2 handful/handfuls/bunch/load/loads of
        {took} ~1 a lot of ~1 {pill}
        {took} ~1 lots of ~1 {pill}
        did i/he/she/they/{person} ~1 take ~3 too much/many
        did i/he/she/they/{person} ~1 take ~3 overdose
        {child} ~3 swallowed/ate/eaten/drank/drunk/took/taken/had/chewed ~1 my/the/some/one/a/grandmas
        {child} ~3 swallowed/ate/eaten/drank/drunk/took/taken/chewed ~1 {pill}
        {child} got into/hold ~2 {pill}
        {child} got into/hold ~1 my ~1
        """
    ),
    RedFlag.CRY: _lines(
        """
        call/called/calling/need/get/send/want/ring ~2 ambulance/ambulances/paramedics/paramedic
        call/calling/ring/dial ~1 911/999/112/000/111/995/108
        call the emergency
        i/he/she/they/we am/is/are ~1 dying
        {person} is ~1 dying
        think/feel/feels ~3 dying
        i am/feel going/about to die
        am i going to die
        he/she/they/{person} is going/about to die
        am i dying
        this/it/is an/a ~1 emergency
        medical emergency
        having a stroke
        think ~4 stroke
        face ~2 droop*
        one side ~5 numb/weak/paralysed/paralyzed/droop*
        coughing/vomiting/throwing/puking/spitting/vomited/coughed up? blood
        bleeding ~2 heavily/badly/lot
        bleeding will not stop
        save me
        help me i am dying
        """
    ),
}

# "Took two doses": a verb of its own asks whether it was an extra dose; elsewhere it is too much.
DOUBLED = _lines(
    """
    {took} ~3 double/triple dose/doses/amount
    {took} ~3 double ~2 {pill}
    {took} ~1 double
    {took} ~3 dose/doses/it/them/pill/pills/tablet/tablets/baclofen twice
    {took} ~2 two/three/four/2/3/4 ~1 doses
    {took} ~1 an extra dose
    double/triple dosed
    did i/he/she/they take ~3 double/twice
    doubled ~2 dose/doses
    doubled up
    """
)

# Whole messages that are a cry, and would be too little inside another sentence.
BARE: dict[str, RedFlag] = {
    **dict.fromkeys(("emergency", "ambulance", "911", "999", "112", "sos", "mayday"), RedFlag.CRY),
    **dict.fromkeys(("dying", "save me", "help dying", "paramedics"), RedFlag.CRY),
    **dict.fromkeys(("fit", "a fit", "fits"), RedFlag.SEIZURE),
    **dict.fromkeys(("rigid", "spasming"), RedFlag.RIGIDITY),
    **dict.fromkeys(("not responding", "not waking up", "will not wake up"), RedFlag.UNCONSCIOUS),
    **dict.fromkeys(("not waking", "will not wake", "no response"), RedFlag.UNCONSCIOUS),
    **dict.fromkeys(("die", "i die"), RedFlag.SELF_HARM),
}
# Of whoever speaks these are no sign: who says "I did not wake up" is awake.
NOT_OF_SPEAKER: dict[RedFlag, tuple[str, ...]] = {
    RedFlag.UNCONSCIOUS: _lines(
        """
        will/does/is/are/do/be/keep/can not wake/waking/woken/wakeup/awake/awakening
        not waking
        can not be woken
        is passed out
        """
    ),
}
