"""Everyday English words that lie a letter or two from a word of a topic, and mean themselves."""

from __future__ import annotations

_WRITTEN = """
abduction abort addicted addition additions additive adjective advertise advise
aesthetic aesthetics aggression alter angles animated animation antibody attach
attackers attracts auction auctions audition aviation aware batter battle beads beams
beans beasts bella belle bells belts berth billy birch bitter bland blasting bleeding
blocking bloggers blogging bloke blond bloom blooming boasting boating boats boeing
boone boosting boring bought bowed bowen bowls brake braun breach breached breaches
breadth breaking breeding brian brink brooke bully butter cannon carrying carving chance
chances channels charge chargers charges cheat chess chile chili chill choosing circling
clans clash claus claws closer closet clothing coatings coding collusion coloring
comparable compiled conclusions conditional conditioner confessed confession conserve
constituted constitution consumed contraction controller controllers conversion
conversions convictions coordinating coordinator coping couch counted countess counties
county coupe coventry cracking crafting crash crashing crawling craze creating crest
crises crossing crust customer customers dagger daisy dancer dancers daring decreased
defendant delicious denial depended dependency depending depressive derive diagnosis
diameter differed differing diner disclose disposal diving doping drawn dreamt drove
drums dying electing election elections electron emergence emotions eruption eviction
excessive executing execution existent exiting exits expansive expertise exploration
explored explosive exported exporting expressive extensive failing fails fanny farming
fetal fewer fiance fight filling fills flashing flats flatter flaws fling flint flirting
flood flour forcing forged forging formatting franco fright fringe frying fuels funky
genetic genetics gloss grass greeting handy hangs header healed healing heaps heard
heartbreak heartfelt heath herein heroic hides highness hikes hires homeless hunts hyped
importance inhibition injure instance insulting integration interactive interest
interests interfaces internet intersection intersections intervene issuance iteration
joins jolly keller kindness kneeling knicks lacrosse larger larry laser later launch
layer laying lease leases liner liter locating location loser loving lowry lynch lyrics
mafia magic maker makers males manga manila maria marking markings mates mating meats
mechanic mechanics medals mediation medicaid medieval meditation messed messing metals
mined miners mining misled missions mixer moaning mounting mourning multiplied multiply
nearby neatly needy nerds norman noses novice organism otter overcome overcoming
overrated paints pants parity parry partly parts passions paterson patty pearson
pensions periodic personally peterson phrase pines pissed pissing place plank plant
planting plate pleasure plumbing pointing points poker poking polls position powder
praising pressing prick pride prime prince prints prison prisoner prize procedural
prosper psychotic punitive purse raging rally raping reactive reactors ready realty
reckless reduction reductions refrigerator regal regarding reilly rejection relating
relation relations relay relevant relied relies rental repeal repent residing rewarding
rotary rounding ruining safety satin scare scars score scots sears seated seating
seeking seeming selling senators sensor sensors sewing shack shades shading shady
shallow shaming shapes shaping shark sharp shaving sheep shell shipped shipping shire
shirt shock shoot shooter shooters shopping shops shortest shout sighs sipping sites
skill skilled skipper slack slamming sleek slipped slipping slots smack smart smelling
smoky smoother snake snakes sniff soaking societal sounding spade spanning spans spared
spelled spelling spice spies spiral split spoke spraying staff stain stairs stake stakes
stale stalin stall stanford startling starving staten static station stations stats
steep stick stirling stokes stoner storm story strand stranded strapped strengthens
strike string strung stuart stuck stuff style super supplier survival survives swearing
sweep sweeping swept swore tales tammy taped taxes taxing teaching temperate tenth thank
theyre thick thine thinker thinkers thirty thorough those though thriving thrust tides
timeline timer timers timmy token tolls tommy tonic topic topical toxin trace tracing
tract tracy training trapping tread trent trevor tried tropical trough truce trunk truss
tying unmanned unusually valuation variation vegas versions visitors wager waiter walter
warming wasting weakening weary weaving weighs wellness whine whose witch withdrawn
woody wording words worms wright wrote yogurt
"""
GUARDED = frozenset(_WRITTEN.split())
