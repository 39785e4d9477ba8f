/*
 * Writes a SARIF log: the rules that have findings, then the findings. Awkward: SARIF wants
 * addresses of files as URI references, and a finding without a file has no location at all.
 */
#include "run/sarif.h"

#include "base/json.h"
#include "base/paths.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

/* "name": {"text": "…"} */
static void add_text(JsonBuilder *builder, const char *name, const char *text)
{
    json_open_object(builder, name);
    json_text(builder, "text", text);
    json_close_object(builder);
}

static void add_rule(JsonBuilder *builder, enum rule rule)
{
    const struct rule_info *info = rule_get(rule);
    g_autofree char *help =
        g_strdup_printf("%s To mend it: %s. Source: %s.", info->why, info->fix, info->source);
    json_open_object(builder, NULL);
    json_text(builder, "id", info->id);
    add_text(builder, "shortDescription", info->summary);
    add_text(builder, "help", help);
    json_open_object(builder, "defaultConfiguration");
    json_text(builder, "level", severity_name(info->severity));
    json_close_object(builder);
    json_close_object(builder);
}

/* Rules with findings, in the order of the table; `places` gets the index of each, -1: none. */
static void add_rules(JsonBuilder *builder, const GPtrArray *findings, int places[RULE_COUNT])
{
    int next = 0;
    json_open_array(builder, "rules");
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        places[rule] = -1;
        for (guint i = 0; i < findings->len && places[rule] < 0; i++)
            if (((const struct finding *)findings->pdata[i])->rule == (enum rule)rule)
                places[rule] = next++;
        if (places[rule] >= 0)
            add_rule(builder, (enum rule)rule);
    }
    json_close_array(builder);
}

static void add_region(JsonBuilder *builder, struct pos pos)
{
    if (pos.line <= 0)
        return;
    json_open_object(builder, "region");
    json_int(builder, "startLine", pos.line);
    if (pos.col > 0)
        json_int(builder, "startColumn", pos.col);
    json_close_object(builder);
}

static void add_locations(JsonBuilder *builder, struct pos pos)
{
    json_open_array(builder, "locations");
    g_autofree char *path = paths_text(pos.file);
    if (path) {
        g_autofree char *uri = g_uri_escape_string(path, "/", FALSE);
        json_open_object(builder, NULL);
        json_open_object(builder, "physicalLocation");
        json_open_object(builder, "artifactLocation");
        json_text(builder, "uri", uri);
        json_close_object(builder);
        add_region(builder, pos);
        json_close_object(builder);
        json_close_object(builder);
    }
    json_close_array(builder);
}

static void add_result(JsonBuilder *builder, const struct finding *finding,
                       const int places[RULE_COUNT])
{
    json_open_object(builder, NULL);
    json_text(builder, "ruleId", rule_get(finding->rule)->id);
    json_int(builder, "ruleIndex", places[finding->rule]);
    json_text(builder, "level", severity_name(finding->severity));
    add_text(builder, "message", finding->message);
    add_locations(builder, finding->pos);
    json_close_object(builder);
}

static void add_run(JsonBuilder *builder, const GPtrArray *findings, const char *version)
{
    int places[RULE_COUNT];
    json_open_object(builder, NULL);
    json_open_object(builder, "tool");
    json_open_object(builder, "driver");
    json_text(builder, "name", "handout");
    json_text(builder, "version", version);
    add_rules(builder, findings, places);
    json_close_object(builder);
    json_close_object(builder);
    json_text(builder, "columnKind", "unicodeCodePoints");
    json_open_array(builder, "results");
    for (guint i = 0; i < findings->len; i++)
        add_result(builder, findings->pdata[i], places);
    json_close_array(builder);
    json_close_object(builder);
}

char *sarif_from(const struct diag *diag, const char *version)
{
    g_autoptr(GPtrArray) findings = diag_findings(diag);
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    json_text(builder, "$schema", SCHEMA);
    json_text(builder, "version", "2.1.0");
    json_open_array(builder, "runs");
    add_run(builder, findings, version);
    json_close_array(builder);
    json_close_object(builder);
    return json_finish(builder);
}
