/* An article and a clinic that break no rule, and what checks say of them and of others. */
#ifndef HANDOUT_TESTS_CHECK_SKETCH_H
#define HANDOUT_TESTS_CHECK_SKETCH_H

#include "scratch.h"

#include "content/checks_config.h"
#include "examine/check.h"

/* Every rule is kept: short sentences, 'you', a list, something to do. */
#define GOOD_FRONT                                                                                 \
    "title: Sleep better\nlang: en-US\nsummary: S\nversion: '1'\nreviewed: 2026-03-02\n"           \
    "review_due: 2028-03-02\nproducer: P\napproved_by: A\nsources: S\naudience: Adults\n"          \
    "purpose: Help you sleep\napproved_on: 2026-03-01\nfunding: none\nfeedback: Tell us\n"
#define GOOD_BODY                                                                                  \
    "You can sleep well again. Small steps help you.\n\n## What helps you to sleep\n\n"            \
    "- Go to bed at the same time each day.\n- Keep your room dark and cool.\n"                    \
    "- Put your phone away.\n\n## What you can do next\n\nTell your doctor how you sleep. "        \
    "Call us on +1 212 736 5000.\n"
#define GOOD_CLINIC                                                                                \
    "name: Harbour Sleep\ntelephone: +1 212 736 5000\nemail: desk@harbour-sleep.org\n"             \
    "url: https://harbour-sleep.org/\naddress:\n  street_address: 12 Quay Street\n"                \
    "opening_hours:\n  - Mo-Fr 09:00-17:00\n  - Sa,Su off\nservices:\n  - Sleep studies\n"         \
    "verified_on: 2026-10-01\ncrisis_lines:\n  - name: Night line\n    telephone: '988'\n"         \
    "    verified_on: 2026-10-01\n"

/* The day that all tests take for today: 2026-11-01. */
#define TODAY "1793491200"

static inline void examine(struct scratch *s, const char *front, const char *body,
                           const char *clinic, const char *checks)
{
    g_autofree char *text = g_strdup_printf("---\n%s---\n\n%s", front, body);
    g_autofree char *article_path = scratch_write(s, "a.md", text, -1);
    g_autofree char *clinic_path = scratch_write(s, "clinic.yaml", clinic, -1);
    g_autofree char *checks_path = scratch_write(s, "checks.yaml", checks, -1);
    struct article *article = article_load(article_path, s->diag);
    struct clinic *facts = clinic_load(clinic_path, s->diag);
    struct labels *labels = labels_load("content/labels", "en", (struct pos){0}, s->diag);
    checks_config_load(checks_path, s->diag);
    assert_non_null(article);
    assert_non_null(facts);
    check_clinic(facts, DEPTH_FULL, s->diag);
    check_article(article, facts, labels, DEPTH_FULL, s->diag);
    labels_free(labels);
    clinic_free(facts);
    article_free(article);
}

static inline unsigned count_rule(const struct diag *diag, enum rule rule)
{
    g_autoptr(GPtrArray) findings = diag_findings(diag);
    unsigned n = 0;
    for (guint i = 0; i < findings->len; i++)
        n += ((const struct finding *)findings->pdata[i])->rule == rule;
    return n;
}

#endif
