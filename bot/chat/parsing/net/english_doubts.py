"""English words that take a sign back: denied, long past, supposed, asked, of an animal, made up."""

from __future__ import annotations

from dataclasses import dataclass


def _set(written: str) -> frozenset[str]:
    return frozenset(written.split())


@dataclass(frozen=True, slots=True, eq=False)
class Doubts:
    """A language's words. Sets are of single words, tuples of phrases for patterns."""

    nots: frozenset[str]
    not_after: frozenset[str]  # words that may stand between "not" and what it denies
    no_after: frozenset[str]  # the same for "no"
    not_denying: frozenset[str]  # before a "not" that denies nothing: "can not"
    like_never: tuple[str, ...]  # "never ... like this" says that it is so now
    gone: tuple[str, ...]  # behind a sign: it is over
    breaks: frozenset[str]
    past_always: tuple[str, ...]
    past: tuple[str, ...]
    happened: frozenset[str]  # tells of the past
    is_now: frozenset[str]  # tells of the present
    now: tuple[str, ...]
    ifs: tuple[str, ...]
    if_known: frozenset[str]  # before "if": nobody supposes anything
    asks: tuple[str, ...]  # openings of a question about the medicine or about people at large
    asks_close: tuple[str, ...]  # the same, right before the sign
    asked_about: tuple[str, ...]  # in a question: it is about the sign, not of somebody's own
    general: tuple[str, ...]  # before a sign: it is told of in general
    told: tuple[str, ...]  # told by a leaflet, warned about
    compounds_before: frozenset[str]
    compounds_behind: frozenset[str]
    animals: frozenset[str]
    fiction: tuple[str, ...]
    dreamt: tuple[str, ...]
    speaker: frozenset[str]
    others: frozenset[str]
    idioms: tuple[str, ...]


def _lines(written: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in written.strip().splitlines())


_ARTICLES = "a an any the my his her their this that such some kind sort type of one single real"
_DEGREES = (
    "more other new further high severe bad serious major big sign signs symptom symptoms hint"
    " trace feeling feelings thought thoughts evidence history sort"
)


def english_doubts(others: frozenset[str]) -> Doubts:
    """The English tables; `others`: words for people who are not the speaker."""
    return Doubts(
        nots=_set("not no never without nor zero neither none denies deny denied"),
        not_after=_set(
            f"{_ARTICLES} {_DEGREES} have had has having been be being get getting got feel"
            " experiencing experience experienced suffering suffer suffered from think thinking"
            " believe it is was i he she they we am are really actually yet currently ever even"
            " notice noticed in want wanting wanted to do did today like going planning plan"
            " seen about show showing or nor and"
        ),
        no_after=_set(f"{_ARTICLES} {_DEGREES} or nor at all about with"),
        not_denying=_set("can could"),
        like_never=_lines(
            """
            like this
            this bad/badly/much/hard/severe
            so bad/badly/much/hard
            before
            until/till today/now/tonight
            """
        ),
        gone=_lines(
            """
            is/are/has/have/was? ~1 gone
            went away
            is/has ~1 resolved/passed/subsided
            free
            is/are/was? not/no longer? a? problem/issue
            is/has ~1 come/went/gone? down
            """
        ),
        breaks=_set("but however although though except because so then since plus"),
        past_always=_lines(
            """
            used to
            history of
            when i/he/she/they was/were ~2 kid/child/young/younger/little/teenager/boy/girl/baby/old
            as a child/kid/teenager/baby/teen/boy/girl/toddler
            in ~2 childhood/teens/twenties/thirties/youth
            years/year/months/decades/decade ago
            years/months back
            long ago
            long time ago
            last/previous year/month/summer/winter/spring/autumn/christmas
            in the past
            back then
            growing up
            before i ~2 baclofen
            before ~1 started/starting ~1 baclofen
            previous/previously/past/childhood
            in my past
            once had
            """
        ),
        past=_lines(
            """
            in/since/from/around/year/of/about/until {year}
            {month} {year}
            weeks ago
            """
        ),
        happened=_set(
            "had was were did got happened suffered experienced took collapsed fainted tried"
            " hallucinated overdosed convulsed been stopped went"
        ),
        is_now=_set("am is are can will keep keeps now still again"),
        now=_lines(
            """
            now/today/tonight/currently/again/still/yesterday/just
            this morning/afternoon/evening/night/week
            last night
            at the moment
            minutes/minute/hours/hour/mins/min ago
            """
        ),
        ifs=_lines(
            """
            if
            in case
            in the event
            unless
            whenever
            what happens when
            what ~2 do ~1 when
            what to do when
            when should i/we
            when to
            what about
            suppose
            imagine
            hypothetically
            """
        ),
        if_known=_set("as know sure wonder wondering tell see asking unsure certain idea check even"),
        asks=_lines(
            """
            can/could/does/do/will/would/may/might/should ~3 {medicine} ~4 {causes}
            can/could/does/do/will/would/may/might/should {medicine} ~3
            do/does/can/could/will/would/did/has/have people/anyone/anybody/someone/patients/others
            do/did/have/can/could/will/would you
            has/have anyone/anybody/others
            what is a/an/the
            what are/does/do/causes/cause
            what kind/kinds/sort
            how common/likely/often/serious/dangerous/bad/long
            how to/do ~3 know/tell/recogni*/spot/prevent/avoid
            how do ~3 start/look/feel
            who/which ~2 get/gets
            can/could/will/would/might/should i/we/he/she get/have/develop/die/getting
            am i/we at risk
            will i/we/he/she
            should i be worried
            tell me about
            explain
            difference between
            can/could/does/do/will/would/may/might ~4 cause/causes/trigger/lead/give/affect/worsen
            ^ symptom/symptoms/sign/signs of
            """
        ),
        asks_close=("what is", "what about"),
        asked_about=_lines(
            """
            side effect/effects
            sideeffect/sideeffects
            symptom/symptoms/sign/signs of
            listed/expected/normal/common/rare/possible/dangerous/typical/likely/serious/usual
            risk/risks/chance/chances
            known/related/linked
            due to/from baclofen
            ~1 cause/causes/caused by
            mean/means
            feel/look like
            first aid
            """
        ),
        general=_lines(
            """
            can/could/may/might/does/do/will/would/to/that/it/this/which/they/drugs/{medicine} cause/causes/trigger/triggers/give/gives/bring/provoke
            can/could/may/might/does/do/will/would/it/this {lead} to/in
            risk/risks/chance/danger/fear of
            risk/risks/chance/danger/fear of a/having/getting
            afraid/scared/frightened/terrified/worried/anxious/nervous/concerned of/about ~2
            worry/worries/worrying about ~2
            prevent/prevents/avoid/avoids/treat/treats/reduce/reduces/including
            so/that/so that i do not/never ~2
            to avoid/prevent ~2
            protect/protects ~1 against/from
            includes/include/included/such as
            can happen/occur
            died of/from/after ~2
            """
        ),
        told=_lines(
            """
            leaflet/label/website/article/internet/google/page/paper/booklet/forum/reddit ~4
            i/he/she/we read ~4
            reading/read/heard/learned/learnt about ~2
            warned/warns/warning ~4
            warned/warns/told/taught/asked/advised me/us/him/her ~1 about/of
            told me ~2 about ~2
            said/says/told ~2 can/could/might/may ~2
            according to ~4
            it/this says/said/warns ~3
            you said/asked/wrote ~3
            """
        ),
        compounds_before=_set(
            "anti hay yellow dengue scarlet spring cabin glandular rheumatic swine lassa dance"
            " non anticonvulsant football gold disco for against"
        ),
        compounds_behind=_set(
            "medication medications medicine medicines meds med drug drugs disorder clinic dog dogs"
            " alert plan action diary history free threshold precautions precaution reducer"
            " reducers log tracker monitor watch specialist department study awareness"
            " exercises machine physio physiotherapy"
        ),
        animals=_set(
            "cat cats dog dogs kitten puppy pup pet pets rabbit bunny hamster horse pony cow bird"
            " parrot budgie fish goldfish goat sheep chicken rat gerbil ferret tortoise lizard snake"
            " guinea hedgehog foal kitty doggy labrador terrier poodle spaniel beagle collie"
        ),
        fiction=_lines(
            """
            movie/film/tv/episode/netflix/series/novel/book/story/game/video/youtube/podcast
            character/documentary/soap/drama/essay/homework/script/joke/joking/kidding/cartoon
            in/on ~1 show
            news/magazine/actor/actress/hollywood/roleplay
            """
        ),
        dreamt=_lines(
            """
            dreamed/dreamt/dream/dreaming/nightmare ~6
            i am/was writing ~6
            """
        ),
        speaker=_set("i me my we us myself mine our am"),
        others=others,
        idioms=_lines(
            """
            dying to/of/for
            dying ~1 laughing
            die of ~1 laughter/boredom/embarrassment/shame/laughing/heat
            die laughing
            to die for
            die hard
            hard to breathe a word
            heart attack when i/he/she saw/heard/opened/got
            heart attack ~3 bill/price/score
            gave/gives/give/giving me a heart attack
            seize the
            seizing the
            fits ~1 in/into/well/perfectly/me/my/the
            fit of laughter/giggles/rage
            fits of laughter/giggles/rage
            throw/throws/threw/throwing a fit
            hissy fit
            cat/pet/dog scan
            breathe down
            breathing space/room
            no breathing
            room to breathe
            out of breathe after/from/when/climbing/running ~2
            short of breathe after/from running/stairs/exercise/gym
            emergency contact/contacts/number/numbers/exit/fund/room/supply/kit/leave/department/plan
            in an emergency
            for emergencies
            in emergencies
            ambulance driver/service/bill/station/worker/crew
            fever pitch
            fever dream
            insulin/breast/gas/petrol/fuel/water/heat/bike/air/sump/beer/bicycle/tire/tyre/pool/oil pump
            infusion/milk/foot/hand/feeding/bilge/diesel/septic/garden/fish/stomach/football pump
            pump up/iron
            collapsed on/onto/into ~2 sofa/bed/couch/chair
            collapsed building/tunnel/lung
            wife/husband/boss/mum/mom/dad/doctor/she/he will/would kill me
            killing me
            black out curtains/blinds
            confused about/on/over/by the/my/this/your/how/which/whether/when/why/it/that/dose/dosing
            confused how/which/whether/when/why/if/as/between
            confused what to
            confusion about/over/with/between/around/regarding
            choking hazard
            choking up
            see/seeing/hear/hearing things differently/clearly/better/through
            see/seeing things his/her/my/your way
            see/seeing things i/you/we like/want
            seen worse
            overdose of ~1 sugar/chocolate/tv/cake/fun
            feel/feeling/so/very/really low energy/on
            lump ~2 throat
            tickle/frog/sore ~3 throat
            end it all there
            confused look
            rigid schedule/plan/rules/routine/about/times/diet
            very/extremely/completely/totally rigid schedule/plan/rules/routine/diet
            stiff drink/upper/competition/breeze
            can not wake up ~1 early/in
            took/taken/had all ~1 my/the ~1 {pill} today/as
            took/taken/had all ~1 my/the ~1 {pill} for/this/so/on today/morning/far/time/evening
            died/die/dies of/from ~1
            i could die
            die out
            """
        ),
    )


SETS = {
    "medicine": (
        "baclofen|it|this|that|they|these|the tablets|tablets|the medicine|medicine|the pills"
        "|pills|stopping|missing|withdrawal|medication|too much|high doses|a high dose|lioresal"
        "|this medicine|this medication|this drug|the drug|a missed dose|quitting|alcohol"
    ),
    "causes": (
        "cause|causes|give|gives|lead|leads|trigger|triggers|make|makes|bring|produce|induce"
        "|result|mean|lower|raise|affect|worsen|stop"
    ),
    "year": "|".join(map(str, range(1930, 2100))),
    "lead": "lead|leads|result|results",
    "month": (
        "january|february|march|april|may|june|july|august|september|october|november|december"
    ),
}
