# What a person may tell about their health. Each mark is followed by its facts.

profile-title = <b>Your health</b>
profile-title-in = <b>{ $group }</b>
profile-hint = Tell me only what you like. It can make a sign more urgent, never less. I keep it encrypted.
profile-none = Nothing is told yet.
profile-line = { $mark }: { $answer }
profile-set = <b>Noted.</b> { $mark }: { $answer }.
profile-answer-yes = yes
profile-answer-no = no
profile-answer-declined = rather not say
profile-again = You can change this at any time.
profile-declined = A sign can be as urgent as with a yes. So I go by that where it matters.

mark-kidney = Kidney disease, dialysis
mark-epilepsy = Epilepsy
mark-pregnancy_mark = Pregnancy, breastfeeding
mark-past_withdrawal = Past withdrawal
mark-driving = Driving, machines
mark-stroke = Stroke
mark-mind = Mental health
mark-organs = Ulcer, lung, bladder
mark-posture = Stiffness to stand
mark-opioids = Opioids
mark-sedatives = Sleeping pills, sedatives
mark-alcohol = Alcohol
mark-blood_pressure = Blood pressure
mark-mood_drugs = Mood drugs
mark-levodopa = Levodopa
mark-lithium = Lithium
mark-diabetes = Diabetes
mark-kidney_drugs = Kidney drugs

mark-ask-kidney = <b>Do you have kidney disease, or are you on dialysis?</b>
mark-ask-epilepsy = <b>Do you have epilepsy?</b>
mark-ask-pregnancy_mark = <b>Are you pregnant, or breastfeeding?</b>
mark-ask-past_withdrawal = <b>Have you had withdrawal from baclofen before?</b>
mark-ask-driving = <b>Do you drive, or use machines?</b>
mark-ask-stroke = <b>Have you had a stroke?</b>
mark-ask-mind = <b>Have you had psychosis, confusion or low mood before?</b>
mark-ask-organs = <b>Do you have a stomach ulcer, lung disease or trouble passing urine?</b>
mark-ask-posture = <b>Do you need stiff muscles to stand or walk?</b>
mark-ask-opioids = <b>Do you take opioid pain drugs?</b>
mark-ask-sedatives = <b>Do you take drugs that make you sleepy?</b>
mark-ask-alcohol = <b>Do you drink alcohol?</b>
mark-ask-blood_pressure = <b>Do you take blood pressure drugs?</b>
mark-ask-mood_drugs = <b>Do you take a mood drug, such as a tricyclic or an MAOI?</b>
mark-ask-levodopa = <b>Do you take levodopa?</b>
mark-ask-lithium = <b>Do you take lithium?</b>
mark-ask-diabetes = <b>Do you have diabetes?</b>
mark-ask-kidney_drugs = <b>Do you take drugs that affect the kidneys?</b>

button-health = My health
button-medicines = Other medicines
