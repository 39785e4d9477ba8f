/*
 * The table of jargon, put together by us from words that staff say without noticing. Awkward: it
 * is searched by halves, so its order matters; a test checks it.
 */
#include "examine/language_english.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Longer than any row. */
#define JARGON_LIMIT 24

static const struct jargon rows[] = {
    {"acute", "sudden, short"},
    {"adhere", "stick to, follow"},
    {"adjunct", "extra, added"},
    {"administer", "give"},
    {"adverse", "harmful, bad"},
    {"ailment", "illness"},
    {"alleviate", "ease"},
    {"ambulatory", "able to walk, without a stay"},
    {"analgesic", "pain medicine"},
    {"anticoagulant", "blood thinner"},
    {"approximately", "about"},
    {"ascertain", "find out"},
    {"benign", "not cancer, harmless"},
    {"bilateral", "on both sides"},
    {"cardiac", "of the heart"},
    {"cessation", "stopping, quitting"},
    {"chronic", "long-lasting"},
    {"cognitive", "of thinking and memory"},
    {"commence", "start"},
    {"comorbidity", "other illness"},
    {"complementary", "added, alongside"},
    {"comprehensive", "full"},
    {"conducive", "helpful"},
    {"congenital", "from birth"},
    {"contraindicated", "not safe for you"},
    {"contraindication", "reason not to use it"},
    {"correlate", "go along with"},
    {"cutaneous", "of the skin"},
    {"deteriorate", "get worse"},
    {"diagnosis", "finding out what is wrong"},
    {"diminish", "make less"},
    {"discontinue", "stop"},
    {"dosage", "dose, how much"},
    {"dysfunction", "not working well"},
    {"efficacy", "how well it works"},
    {"elevated", "high"},
    {"eligible", "able to get it"},
    {"etiology", "cause"},
    {"exacerbate", "make worse"},
    {"excessive", "too much"},
    {"facilitate", "help"},
    {"febrile", "with a fever"},
    {"fracture", "broken bone"},
    {"gastric", "of the stomach"},
    {"hepatic", "of the liver"},
    {"holistic", "of the whole person"},
    {"hypertension", "high blood pressure"},
    {"hypotension", "low blood pressure"},
    {"implement", "do, start"},
    {"indication", "reason"},
    {"inflammation", "swelling"},
    {"ingest", "eat, drink"},
    {"inhibit", "slow, stop"},
    {"initiate", "start"},
    {"insufficient", "not enough"},
    {"integral", "needed, a part of"},
    {"integrate", "join, bring in"},
    {"interplay", "how things work together"},
    {"intervention", "treatment"},
    {"intravenous", "into a vein"},
    {"intricacies", "details"},
    {"intricacy", "detail"},
    {"lesion", "sore, spot"},
    {"localized", "in one place"},
    {"malignant", "cancer"},
    {"metabolism", "how the body uses food and medicine"},
    {"metabolize", "break down"},
    {"modality", "kind of treatment"},
    {"monitor", "watch, check"},
    {"morbidity", "illness"},
    {"mortality", "death"},
    {"multifaceted", "with many sides"},
    {"myocardial", "of the heart muscle"},
    {"necessitate", "need"},
    {"neurological", "of the brain and nerves"},
    {"nuanced", "careful"},
    {"obtain", "get"},
    {"oncology", "cancer care"},
    {"onset", "start"},
    {"optimal", "best"},
    {"palpitation", "fast or uneven heartbeat"},
    {"parameter", "limit, number"},
    {"pharmacological", "with medicine"},
    {"physiological", "of how the body works"},
    {"postoperative", "after surgery"},
    {"prevalence", "how common it is"},
    {"prior", "before"},
    {"prognosis", "what is likely to happen"},
    {"prophylaxis", "prevention"},
    {"psychosocial", "of mind and daily life"},
    {"pulmonary", "of the lungs"},
    {"refractory", "hard to treat"},
    {"regimen", "plan"},
    {"renal", "of the kidneys"},
    {"residual", "left over"},
    {"somatic", "of the body"},
    {"stabilize", "make steady"},
    {"subcutaneous", "under the skin"},
    {"subsequent", "next, later"},
    {"sufficient", "enough"},
    {"symptomatic", "with symptoms"},
    {"systemic", "of the whole body"},
    {"terminate", "end"},
    {"therapeutic", "healing, of treatment"},
    {"titrate", "adjust the dose"},
    {"topical", "on the skin"},
    {"toxicity", "harm from a medicine"},
    {"transcranial", "through the skull"},
    {"trauma", "injury, deep shock"},
    {"utilize", "use"},
    {"vascular", "of the blood vessels"},
    {"viable", "able to work, able to live"},
};

static int compare(const void *word, const void *row)
{
    return strcmp(word, ((const struct jargon *)row)->word);
}

static const struct jargon *find(const char *word)
{
    return bsearch(word, rows, sizeof rows / sizeof *rows, sizeof *rows, compare);
}

const struct jargon *english_find_jargon(const char *word, size_t length)
{
    char lower[JARGON_LIMIT + 1];
    if (length > JARGON_LIMIT)
        return NULL;
    for (size_t i = 0; i < length; i++)
        lower[i] = (char)tolower((unsigned char)word[i]);
    lower[length] = '\0';
    const struct jargon *row = find(lower);
    if (row || length < 2 || lower[length - 1] != 's')
        return row;
    lower[length - 1] = '\0';
    return find(lower);
}
