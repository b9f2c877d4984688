"""English words for what is asked about: stopping, too much, and other medicines."""

from __future__ import annotations

from bot.chat.parsing.topic_table import Known
from bot.safety.topics import Topic as T

STOPPING = {
    T.WITHDRAWAL: Known(
        "coming off it cold turkey|"
        "come off quick|come off quickly|come off too quick|come off suddenly|"
        "coming off to fast|"
        "withdrawal|withdrawals|withdrawal symptoms|withdrawal signs|stop suddenly"
        "|stopping suddenly|stopped suddenly|suddenly stop|suddenly stopping|sudden stop"
        "|why not stop suddenly|happens if i stop|happens when i stop|happens if you stop"
        "|happens if ~ stop|happens when ~ stop|danger of stopping|dangers of stopping"
        "|dangerous to stop|risk of stopping|rebound|abrupt|abruptly|coming off too fast|detox"
        "|dependence|dependent|physically dependent|without baclofen|go without|rebound spasms"
        "|cut too fast|happens if i don't take|happens if i do not take|happens if i miss"
        "|lowered too fast|safe to stop at once|how fast does withdrawal|sweating and shaking"
        "|shaking and sweating",
        "stop|stopping|sudden|suddenly|hooked",
        "fever|sweating|shaking|stopped",
    ),
    T.QUITTING: Known(
        "wanting to stop|do i still need|do i need it any more|do i need it anymore"
        "|need it forever|for life|rest of my life|take it forever|feel fine now"
        "|i feel better now|don't need it any more|don't need it anymore|don't want to take it"
        "|don't want it|don't want to take|tired of taking|sick of taking|hate taking"
        "|fed up with baclofen|fed up with taking|had enough of baclofen|give up baclofen"
        "|i am done with|throw them away|throw my pills away|get rid of baclofen"
        "|how long must i take|do i have to take it|do i have to keep taking"
        "|do i have to take baclofen|leave off baclofen|quit|quitting|have to keep going"
        "|sick of these|sick of the pills|tired of these|tired of the pills|need to keep taking"
        "|get rid of these|get rid of them|finally stop|go on with it|why should i go on"
        "|carry on with it|keep on taking",
        "forever|give up|fed up|had enough",
        "better|fine|need",
    ),
    T.SLOW_WAY: Known(
        "safe way down|way down|"
        "take you off|take people off|take me off|get people off|"
        "a slow way down|slow way down|taper|tapering|tapering off|taper off|wean|weaning"
        "|wean off|come off slowly|coming off slowly|reduce slowly|lower slowly|step down"
        "|step down plan|how do doctors stop|how slowly|how long does a taper|taper schedule"
        "|come off safely|lower the dose slowly|phase out|slowly reduce|gradually|slowly"
        "|bring you off|come off it|get off it|getting off it|get off baclofen|dose brought down"
        "|bring the dose down|brought down|dose is lowered|lowered safely",
        "slow|gradual",
        "reduce|lower",
    ),
    T.OVERDOSE: Known(
        "got into the packet|got into the box|"
        "has too many|have too many|had too many|"
        "overdose|overdosed|overdosing|took too much|taken too much|too much baclofen"
        "|took too many|taken too many|too many pills|too many tablets|take too much"
        "|take too many|od|signs of too much|poison|poison line|poisoning|poison control|poisoned"
        "|toxic|toxicity|how much is too much|lethal|fatal|fatal dose|swallowed too many"
        "|swallowed all|took all my pills|took all my tablets|accidentally took"
        "|happens if i take too|took more than|taken more than|someone took my|ate my pills"
        "|ate my tablets|child took|kid took|son took|daughter took|toddler took|baby took"
        "|child swallowed|kid swallowed|son swallowed|daughter swallowed|child ate"
        "|someone else took|got into my|got hold of my|found my pills|into my pills"
        "|into my tablets|swallowed four|swallowed five|swallowed three|swallowed too"
        "|by mistake ~ swallowed|instead of one|too many at once|extra by mistake"
        "|double by mistake|swallowed ~ instead of|mistake ~ swallowed|whole box|whole bottle"
        "|whole pack|entire bottle|dose twice|took it twice|tablet twice|counts as too much"
        "|what is too much|took double|poison control number|poisonous|become poisonous"
        "|grandson ate|granddaughter ate|ate two of my|ate my|accidentally had double|had double",
        "too much|too many|accidentally",
        "die|kill",
    ),
    T.SELF_HARM: Known(
        "suicide|suicidal|kill myself|end my life|want to die|harm myself|hurt myself|self harm"
        "|end it all|don't want to live|no reason to live|better off dead|suicidal thoughts"
        "|thoughts of suicide|thoughts of harm|crisis line|don't want to be here"
        "|want to disappear|can't go on|can't go on like this|don't want to wake up",
        "crisis|dead",
    ),
}

MEDICINES = {
    T.ALCOHOL: Known(
        "glass of red|glass of white|"
        "alcohol|alcoholic drink|beer|beers|wine|vodka|whisky|whiskey|gin|rum|drink alcohol|booze"
        "|cider|champagne|cocktail|cocktails|spirits|drunk|get drunk|glass of wine|a few drinks"
        "|a couple of drinks|one drink|prosecco|tequila|liquor|tipsy|pint|pints|lager|go drinking"
        "|drinking tonight|drink tonight|drink at a party|drink|drinking|drinks|wedding ~ wine"
        "|drinks at a party",
        "bar|pub|party",
        "glass",
    ),
    T.MEDICINES: Known(
        "beechams|lemsip|clash with|"
        "other medicines|other medicine|other drugs|other medications|other meds|other pills"
        "|interact|interacts|interaction|interactions|interfere|mix|mixing|combine|combined"
        "|take together|together with|paracetamol|acetaminophen|tylenol|ibuprofen|advil|naproxen"
        "|aspirin|antibiotic|antibiotics|amoxicillin|gabapentin|pregabalin|lyrica|neurontin"
        "|statin|supplement|supplements|vitamin|vitamins|magnesium|herbal|st john's wort"
        "|melatonin|cold|cold medicine|cough syrup|cough medicine|painkiller|painkillers"
        "|pain killer|pain killers|over the counter|otc|omeprazole|steroid|steroids|prednisone"
        "|cbd oil|duloxetine|sertraline|prozac|fluoxetine|citalopram|escitalopram|zoloft|lexapro"
        "|ssri|ssris|cymbalta|warfarin|thyroid pills|levothyroxine|inhaler|botox|tecfidera"
        "|ocrevus|copaxone|adderall|ritalin|blood thinner|blood thinners|antidepressant"
        "|antidepressants|ginkgo|valerian|laxative|laxatives|antacid|ppi|diclofenac|voltaren"
        "|nsaid|nsaids|another medicine|another drug|which medicines|which drugs|what medicines"
        "|what drugs|mix it with|mix baclofen with|compatible"
        "|oxybutynin|keppra with|topiramate|excedrin|nurofen",
        "medicines|drugs|medications|together|meds",
        "pills|safe with|take baclofen with|take it with",
    ),
    T.OPIOIDS: Known(
        "opioid|opioids|opiate|opiates|morphine|codeine|tramadol|oxycodone|oxycontin|percocet"
        "|hydrocodone|vicodin|norco|fentanyl|methadone|buprenorphine|suboxone|tapentadol|nucynta"
        "|hydromorphone|dilaudid|dihydrocodeine|co codamol|cocodamol|opioid pain drugs"
        "|opioid painkillers|strong painkillers|strong pain killers|strong painkiller|heroin"
        "|kratom|butrans|oramorph|co dydramol|pethidine|meperidine|naltrexone",
        "narcotic|narcotics",
        "painkiller",
    ),
    T.SEDATIVES: Known(
        "sedative|sedatives|sleeping pill|sleeping pills|sleeping tablet|sleeping tablets"
        "|sleep aid|diazepam|valium|lorazepam|ativan|alprazolam|xanax|clonazepam|klonopin"
        "|temazepam|zopiclone|zolpidem|ambien|benzo|benzos|benzodiazepine|benzodiazepines"
        "|antihistamine|antihistamines|hay fever|hayfever|benadryl|diphenhydramine|cetirizine"
        "|zyrtec|loratadine|claritin|tizanidine|zanaflex|cyclobenzaprine|flexeril|methocarbamol"
        "|robaxin|carisoprodol|soma|dantrolene|other muscle relaxants|another muscle relaxant"
        "|other muscle relaxers|muscle relaxants together|sleeping and hay fever pills"
        "|tranquilliser|tranquilizer|promethazine|hydroxyzine|chlorphenamine|piriton|nitrazepam"
        "|chlorzoxazone|metaxalone|sleep medicine|sleep meds|allergy pills|allergy medicine"
        "|allergy tablets",
        "calming|relaxers|relaxants",
        "sleep",
    ),
    T.PRESSURE: Known(
        "blood pressure pills|blood pressure drugs|blood pressure medicine|blood pressure tablets"
        "|blood pressure meds|blood pressure medication|high blood pressure|hypertension"
        "|amlodipine|lisinopril|ramipril|losartan|bisoprolol|metoprolol|atenolol|propranolol"
        "|beta blocker|beta blockers|candesartan|valsartan|hydrochlorothiazide|enalapril"
        "|clonidine|water pills|bp pills|bp meds|antihypertensive|ace inhibitor|perindopril"
        "|nifedipine|olmesartan|telmisartan",
        "blood pressure|pressure|bp",
    ),
    T.MOOD_DRUGS: Known(
        "tricyclic|tricyclics|amitriptyline|nortriptyline|imipramine|clomipramine|dosulepin"
        "|doxepin|maoi|maois|phenelzine|nardil|tranylcypromine|parnate|isocarboxazid|moclobemide"
        "|elavil|tricyclics and maois|mood drugs|lofepramine|desipramine|trimipramine",
        "mood pills|mood medicine",
        "antidepressant|antidepressants",
    ),
    T.LEVODOPA: Known(
        "levodopa|sinemet|madopar|carbidopa|co careldopa|co beneldopa|stalevo|parkinson's drugs"
        "|parkinson's medicine|parkinson's pills|l dopa|parkinson's tablets|rytary"
        "|parkinson's meds|co-careldopa|parkinsons medicine",
        "parkinson's|parkinsons|parkinson",
    ),
    T.LITHIUM: Known(
        "lithium|lithium carbonate|priadel|camcolit|lithobid",
    ),
    T.DIABETES: Known(
        "my sugars|"
        "diabetes|diabetic|blood sugar|insulin|metformin|blood glucose|glucose|sugar levels"
        "|sugar level|high sugar|ozempic|gliclazide|glipizide|hba1c|jardiance|semaglutide"
        "|diabetes and blood sugar",
        "sugar",
    ),
}
