"""Everyday English words that lie a letter or two from a word of a topic, and mean themselves.

Written by hand for this project: words of its own texts and labelled lists, and such as came to
mind. Only those that would be taken for a slip stand here; the tests see to it.
"""

from __future__ import annotations

_WRITTEN = """
abort aching addition additions additive agitator alter ambulant animation attach aviation
awaken aware barley batter battle became bells belts berating bitter blank bleeping block bloke
bloody blown boats boring bought brake breaking breather broken broker bully butter carving
chance chances charge cheat check checked chess chill chunk closer coalition codes coding
coffer cognition coking comparable conclusions conduction confession contraction contused
contusion conversion conviction convulsive cores couch crest crisps curry dangerously daring
defendant denial dependencies derive differently differing diner ditzy diving dodge doggy drawn
dreamt driven driver drooping drove drums election emergent emotion epilepticus exits
exploration failing fails fainter farming feint feinted fewer fiance fight filling fills flint
flood flour foaming forge forged forger fright frying gaping gassing grasping grass halving
hangs header healed healing healthy heath heave heeded hides inhale instance intersection joins
juicy laser launch layer lease liner lived livery location louse loving lurch lynch magic maker
marking meats mechanic medals mediation meditation metals moaning neatly newer nodes operatic
operator overdone paint paints palace parity parsed parsing partly parts pasty patty peace
pension persona phrase physical piles pines pings planet plank plant planting pocket poker
polled polls powder pricey pride prince print prints prize property prosper purse racking
raging rating raving readings ready redaction reducer relay relied safety scaled
scheduler score scored seating seeding seeming sewing shack shady shallow shallower shapes
shark sharp shaving sheep shell shine shipped shipping shirt shock shoot shopped shopping shops
shortest shout sipping sites skill slack sleek slipped slipping slots slurried smart smoky
snake snakes sniff spanning spans spelled spelling spelt spike spire split spoilt spoke stain
stairs stake stale static station steep stick stomped stooped story strand strike string strode
stuck style super swallower swapping swept swine swole table tamper taped tapper temperate
tenth thank thick those though tightens toasty toiled token tonic topic trace trailing tried
unset usable wader wafer waiter walling wasting weary weaving weigh weighs whose wired withdraw
withdrawn wording words worms writer wrote zoned
"""
GUARDED = frozenset(_WRITTEN.split())
