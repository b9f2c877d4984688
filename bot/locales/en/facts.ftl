# The words of every fact, under the id it has in safety/facts.toml ("-" for ".").
# Tone may change here; meaning only together with a new version and a review there.

## what it is

what-muscle_relaxant = Baclofen is a muscle relaxant. It quiets nerve signals in the spinal cord.
what-use_spasticity = Doctors mostly give it for tight, stiff or jumpy muscles (spasticity). Common causes are MS and spinal cord injury.
what-use_back_pain = Some people are given it for bad back pain. That is not a use on the label, so ask your doctor why you take it.
what-gaba = It acts on GABA receptors in the brain and spinal cord. GABA works like a brake on nerve signals.
what-brake_effect = A stronger brake means looser muscles, so moving can feel easier.
what-not_instant = It is not an instant fix. Relief builds up over days as the dose is set, so give it time.
what-onset_dose = A tablet can start to work about 1 hour after you take it.
what-week_or_two = Many people move more smoothly after one to two weeks of steady doses.
what-review_6w = If it does not help after about 6 weeks at the top dose you can take, doctors review it. Do not stop on your own.
what-helpful_if_right = Used the right way, baclofen can make a big difference to spasticity.
what-not_for_all = Baclofen helps many people, but it is not right for everyone.

## taking it

take-start_low = Doctors start low, often 5 mg three times a day. Your doctor changes the dose to fit how you feel.
take-usual_range = Many people end up on 10 to 20 mg three times a day. Some need more.
take-label_steps = The US label steps up every 3 days: 5 mg, then 10, then 15, then 20 mg, each three times a day. Only your doctor sets your steps.
take-max_us = The US label top dose is 80 mg a day.
take-max_uk_au = In the UK and Australia the usual top dose is 100 mg a day.
take-same_times = Take it at the same times each day. This keeps the level in your blood steady.
take-short_acting = Baclofen leaves the body fast. About half is gone in 3 to 4 hours, so it is taken a few times a day.
take-spacing = With three doses a day, the NHS spaces them 6 to 8 hours apart.
take-evening = It can make you drowsy, so many people take a dose in the evening or at bedtime. Do not move or drop a dose unless your doctor says so.
take-with_food = Taking it with food often helps an upset stomach.
take-strengths = US tablets come as 5, 10, 15 and 20 mg. UK tablets are mostly 10 mg, and some are 5 mg. Some other countries have 25 mg.
take-exactly = Take it just as your doctor told you. This bot does not choose or change your dose.
take-children = For children, only the child's own doctor sets the dose. This bot is for adults.
take-older = Older people get more side effects. Their dose goes up with extra care.

## missed dose

miss-skip = If you miss a dose, skip it. Take your next dose at the usual time.
miss-no_double = Never take two doses at once, and never add extra to catch up.
miss-late_window = A dose counts as late, not missed, for a short time. The default is 2 hours, or a quarter of the gap to the next dose if that is shorter.
miss-ask_label = Your own leaflet may give a different rule for a late dose. If so, ask your pharmacist which one to use.
miss-two_in_row = Two missed doses in a row matter. Call your pharmacist or doctor today, and watch for signs of withdrawal.
miss-day_without = A whole day with no baclofen can be risky. Call your doctor or urgent care now about your next dose. Do not take extra.
miss-no_restart_alone = If you have been off it for more than a day, ask before you restart your full dose.
miss-often = If you often forget doses, set alarms and tell your pharmacist.

## side effects

se-mild = The most common side effects are mild: feeling sleepy, weak or light-headed.
se-nausea = Feeling sick? Tell your pharmacist. A small change by your doctor may help. Do not change it yourself.
se-dry_mouth = Dry mouth that bothers you? Tell your pharmacist. A small change by your doctor may help. Do not change it yourself.
se-low_bp = Dizzy when you stand, or a sudden drop in blood pressure? Call your pharmacist. A small change by your doctor may help. Do not change it yourself.
se-stand_slowly = Stand up slowly. Sit or lie down if you feel faint.
se-severe_rash = A severe rash is serious. Get medical help right away.
se-breathing = Is it hard to breathe? Call your emergency number now. This is an emergency.
se-hallucinations = Seeing or hearing things that are not there is serious. Get medical help right away.
se-serious_rare = Some reactions are serious. They need help right away.
se-allergy = Swelling of the face, lips, tongue or throat is an emergency.
se-faint = Fainting or a pounding heart needs a doctor right away.
se-mood = New low mood, odd excitement or other mood change needs a doctor right away.
se-suicidal = Thoughts of harming yourself? Get help now: a doctor, a hospital or your emergency number.
se-confusion = New confusion needs urgent help. With kidney disease it is an emergency.
se-seizure = A fit (seizure) is an emergency.
se-speech_balance = Slurred speech, shaking or clumsy movement needs a call to your doctor.
se-urine = Trouble passing urine, or dark or bloody urine, needs a call to your doctor.
se-other_common = Headache, poor sleep, constipation, feeling tired and passing urine more often are also common. Ask if they last.
se-sleep_breathing = Pauses in breathing during sleep have been reported. Tell your doctor.
se-dose_related = Side effects are most common at the start, with quick increases, and at high doses.

## withdrawal

wd-never_stop = Never stop baclofen all at once.
wd-seizures = Stopping suddenly after long use can cause seizures.
wd-fever = Stopping suddenly after long use can cause a high fever.
wd-spasms = If you stop suddenly after long use, it can bring intense muscle spasms.
wd-other_emergency = These are danger signs too after you stop: you see or hear things, or you are confused. So are very stiff muscles or dark urine.
wd-early = Early signs can be worry, poor sleep, sweating, a racing heart, shaking and more stiffness.
wd-onset = Signs have started about 18 to 48 hours after the last dose, in the cases we found.
wd-cut_too = It can also happen when the dose is cut, not only when it is stopped.
wd-risk = The risk is higher with high doses and after months of use. No dose or length of use is proven safe to stop at once.
wd-taper = If you need to stop, your doctor will lower the dose slowly over weeks.
wd-taper_flag = If a step-down plan is faster than those mostly published, the bot asks you to check it with your doctor. It never changes the plan.
wd-run_out = Do not run out. Ask for a refill early.
wd-hospital = Going to hospital or surgery? Tell the staff you take baclofen.
wd-tell_999 = In an emergency, say you take baclofen, your dose and your last dose time.

## interactions

int-alcohol = Avoid alcohol. With baclofen it can make you very sleepy and dizzy.
int-opioids = Opioid pain drugs with baclofen can slow breathing and can kill. Tell your doctor about both.
int-sedatives = Some other drugs add to the sleepiness. Examples are sleeping pills, diazepam, hay fever pills and other muscle relaxants.
int-bp = Blood pressure drugs with baclofen can drop your pressure too far.
int-maoi_tca = Some mood drugs (tricyclics, MAOIs) add to weak muscles or sleepiness.
int-levodopa = Levodopa (for Parkinson's) with baclofen has made people confused or see things.
int-lithium = Lithium with baclofen has made jerky movements worse.
int-diabetes = It can raise blood sugar. If you have diabetes, check more often.
int-kidney_drugs = Drugs that affect the kidneys can make baclofen build up. Ask your pharmacist about all your drugs.

## who caution

who-pregnant = Pregnant? Talk over the risks with your doctor, midwife or OB-GYN. Do not stop on your own.
who-newborn = Babies can have withdrawal if the mother took it while pregnant. It starts hours to days after birth.
who-breastfeeding = Breastfeeding? Talk over the risks with your doctor, midwife or OB-GYN.
who-kidney = Kidney problems? You may need a lower dose, because the kidneys clear this drug.
who-kidney_confusion = With weak kidneys even small doses can cause confusion or heavy sleep. Call your doctor now if that happens.
who-dialysis = On dialysis? Check your dose with your kidney team today. Do not stop on your own.
who-driving = Do not drive or use machines until you know how it affects you.
who-epilepsy = Epilepsy? Baclofen can make fits more likely. You need closer checks.
who-stroke = After a stroke people may not tolerate it well. Your doctor weighs this up.
who-psych = A history of psychosis, confusion or low mood needs close watch.
who-ulcer_lung_bladder = Tell your doctor if you have a stomach ulcer, lung disease or trouble passing urine.
who-posture = Some people need stiff muscles to stand or walk. Loosening them can raise the risk of falls.

## overdose

od-signs = Signs of too much: very sleepy or can't be woken, floppy muscles, slow breaths, throwing up, fits.
od-call = Took too much? Call your emergency number if there are any signs. If there are none, call a poison line or urgent care now.
od-mixed = An overdose is worse with alcohol, diazepam or other drugs that calm you.

## diary

log-keep = Keep a simple log: the time of each pill, any new symptoms and how your muscles feel.
log-share = Your log helps your doctor fine-tune your dose faster.
log-basics = Start low, stay steady, watch for side effects and never stop suddenly.
log-most_benefit = These basics give you the best chance of benefit with less risk.

## other uses

anx-studied = Baclofen has been studied for anxiety. A few small studies look hopeful.
anx-too_early = It is too early to say if it works for anxiety. Much more research is needed.
anx-watch = It is a topic to keep an eye on, not a reason to change your pills.
anx-not_approved = It is not approved for anxiety. Only take it for what your doctor gave it for.
aud-status = France allows baclofen for alcohol use disorder under strict rules, up to 80 mg a day. It is off-label in the US.

## bot scope

bot-not_advice = This bot reminds and records. It does not give medical advice or replace your doctor or pharmacist.
bot-not_emergency = This bot can't call for help and no one is watching it. In an emergency call your local number.
bot-oral_only = This bot is for baclofen by mouth, not for a pump. A pump problem is an emergency.

## side effects

se-chest_pain = Chest pain is an emergency.
se-hard_to_wake = Hard to wake, or can't be woken, is an emergency.

## missed

miss-vomited = Threw up after a dose? Do not take it again. Call your pharmacist now.

## crisis

crisis-self_harm = Call your emergency number or a crisis line now. Stay with someone. Move the tablets out of reach.

## withdrawal

wd-no_safe_length = No dose and no length of use is proven safe to stop suddenly.
