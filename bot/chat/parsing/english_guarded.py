"""Everyday English words that lie a letter or two from a word of a topic, and mean themselves."""

from __future__ import annotations

_WRITTEN = """
abduction abort aching addicted addition additions additive adjective advertise advise
aesthetic aesthetics aggression alter ambient angles animated animation antibody
aspiring attach attackers attracts auction auctions audition aviation aware barley
batter battle beads beams beans beasts became bella belle bells belts berth billy birch
bitter bland blank blasting bleeding block blocking bloggers blogging bloke blond bloom
blooming blown boasting boating boats boeing boone boosting boring bought bowed bowen
bowls brake brandy braun breach breached breaches breadth breaking breeding brian brink
broker brooke brows bully butter cannon carey carly carving catchy chance chances
channels charge charged chargers charges cheat chess chile chili chill choosing circling
clans clash classy claus claws closer closet clothing coalition coatings coding
cognition collusion coloring comparable compiled conclusions confessed confession
conserve constituted constitution consumed contraction controller controllers conversion
conversions conviction convictions coordinating coordinator coping couch coupe courts
coventry cracking crafting crash crashing crawling craze creating crest crises crossing
crust curry customer customers dagger daisy dancer dancers daring decreased
defendant delicious denial dentistry depended dependency depending depressive derive
dessert desserts diagnosis diameter differed differing diner disclose disposal diving
doping dragged drawn dreamt dripping driver drove drowning drums electing election
elections electron emergence emery emotions eruption eviction excessive executing
execution existent exiting exits expansive expertise exploration explored explosive
exported exporting expressive extensive failing fails fanny farming fetal fewer fiance
fight filling fills flashing flats flatter flaws fling flint flirting flood flour
forcing forge forged forging formatting franco fright fringe frying fuels funky genera
generate genetic genetics gloss grass greeting handy hangs hardy hating haven header
healed healing heaps heartbreak heartfelt hearty heath herein heroic hides highness
hikes hires homeless hunts hyped importance infantry inhibition injure instance
insulting integration interactive interest interests interfaces internet intersection
intersections intervene issuance iteration joins jolly juicy keller kindness kneeling
knicks lacrosse larger larry laser launch layer laying lease leases liner liter lived
locating location loser losers lovers loving lowry lynch lyric lyrical lyrics mafia
magic maker makers males manga manila marching maria marking markings matching mates
mating meats mechanic mechanics medals mediation medicaid medieval meditation messed
messing metals mined miners mining misled missions mixer mixes moaning mounting mourning
multiplied multiply nearby neatly needy nerds nodes norma norman noses novice organism
otter overcome overcoming overrated paints pants parity parry partly parts passions
paterson patty pearson pensions periodic persona personal personally peterson phrase
piles pines pissed pissing place planet plank plant planting plate pleasure plotting
plumbing pointing points poker poking polls posed position powder praising pressing
prick pride prime prince prints prison prisoner prize procedural property prosper
psychotic punitive purse racer racks raging ranger rapes raping rating reactive reactors
ready reckless recorder reduction reductions refrigerator regal regarding rejection
relates relating relation relations relay releases relevant relied relies rental repeal
repent reporter residing rewarding roller rotary rounding ruining safety satin scare
scars scattered score scots sears seated seating seeking seeming selling senators
sensation sensor sensors sewing shack shades shading shady shallow shaming shapes
shaping shark sharp shaving sheep shell sheltered shipped shipping shire shirt shock
shoot shooter shooters shopping shops shortest shout sighs sipping sites sized skill
skilled skipper slack slamming slapping sleek slipped slipping slots smack smart
smelling smoky smoother snake snakes sniff soaking societal soothing sounding spade
spanning spans spared spelled spelling spice spies spiral split spoilers spoke spraying
stain stairs stake stakes stale stalin stall stanford startling starving staten static
station stations stats steep stick stirling stokes stoner storey storm story strand
stranded stranger strangers strapped strengthens strike string strung stuart stuck
sturgeon style super supplier supported survival survives swapping swearing sweep
sweeping swept swore table tables tales tammy taped taxes taxing teaching temperate
tenth thank theyre thick thinker thinkers thirty thorough those though thriving thrust
tides tiles timeline timer timers timmy token tolls tommy tonic topic topical toxin
trace tracing tract tracy training trapping tread treaty trent trevor tried tropical
trough truce trunk truss tuned turks turner unmanned unstable unusually usable valuation
variation vegas visitors wager waiter walter warming wasting waving weaken weakening
weary weaver weaving weighs welding wellness whine whose wielding wipes wired witch
withdrawn woody wording words worms wright writer wrote yogurt
"""
GUARDED = frozenset(_WRITTEN.split())
