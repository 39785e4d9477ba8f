/*
 * Writes a SARIF log: the rules that have findings, then the findings. Awkward: SARIF wants
 * addresses of files as URI references, and a finding without a file has no location at all.
 */
#include "run/sarif.h"

#include <json-glib/json-glib.h>

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static void add_string(JsonBuilder *builder, const char *name, const char *value)
{
    json_builder_set_member_name(builder, name);
    json_builder_add_string_value(builder, value);
}

static void add_int(JsonBuilder *builder, const char *name, int value)
{
    json_builder_set_member_name(builder, name);
    json_builder_add_int_value(builder, value);
}

static void begin(JsonBuilder *builder, const char *name)
{
    json_builder_set_member_name(builder, name);
    json_builder_begin_object(builder);
}

/* "name": {"text": "…"} */
static void add_text(JsonBuilder *builder, const char *name, const char *text)
{
    begin(builder, name);
    add_string(builder, "text", text);
    json_builder_end_object(builder);
}

static void add_rule(JsonBuilder *builder, enum rule rule)
{
    const struct rule_info *info = rule_get(rule);
    g_autofree char *help =
        g_strdup_printf("%s To mend it: %s. Source: %s.", info->why, info->fix, info->source);
    json_builder_begin_object(builder);
    add_string(builder, "id", info->id);
    add_text(builder, "shortDescription", info->summary);
    add_text(builder, "help", help);
    begin(builder, "defaultConfiguration");
    add_string(builder, "level", severity_name(info->severity));
    json_builder_end_object(builder);
    json_builder_end_object(builder);
}

/* Rules with findings, in the order of the table; `places` gets the index of each, -1: none. */
static void add_rules(JsonBuilder *builder, const GPtrArray *findings, int places[RULE_COUNT])
{
    int next = 0;
    json_builder_set_member_name(builder, "rules");
    json_builder_begin_array(builder);
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        places[rule] = -1;
        for (guint i = 0; i < findings->len && places[rule] < 0; i++)
            if (((const struct finding *)findings->pdata[i])->rule == (enum rule)rule)
                places[rule] = next++;
        if (places[rule] >= 0)
            add_rule(builder, (enum rule)rule);
    }
    json_builder_end_array(builder);
}

static void add_region(JsonBuilder *builder, struct pos pos)
{
    if (pos.line <= 0)
        return;
    begin(builder, "region");
    add_int(builder, "startLine", pos.line);
    if (pos.col > 0)
        add_int(builder, "startColumn", pos.col);
    json_builder_end_object(builder);
}

static void add_locations(JsonBuilder *builder, struct pos pos)
{
    json_builder_set_member_name(builder, "locations");
    json_builder_begin_array(builder);
    if (pos.path) {
        g_autofree char *uri = g_uri_escape_string(pos.path, "/", FALSE);
        json_builder_begin_object(builder);
        begin(builder, "physicalLocation");
        begin(builder, "artifactLocation");
        add_string(builder, "uri", uri);
        json_builder_end_object(builder);
        add_region(builder, pos);
        json_builder_end_object(builder);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
}

static void add_result(JsonBuilder *builder, const struct finding *finding,
                       const int places[RULE_COUNT])
{
    json_builder_begin_object(builder);
    add_string(builder, "ruleId", rule_get(finding->rule)->id);
    add_int(builder, "ruleIndex", places[finding->rule]);
    add_string(builder, "level", severity_name(finding->severity));
    add_text(builder, "message", finding->message);
    add_locations(builder, finding->pos);
    json_builder_end_object(builder);
}

static void add_run(JsonBuilder *builder, const GPtrArray *findings, const char *version)
{
    int places[RULE_COUNT];
    json_builder_begin_object(builder);
    begin(builder, "tool");
    begin(builder, "driver");
    add_string(builder, "name", "handout");
    add_string(builder, "version", version);
    add_rules(builder, findings, places);
    json_builder_end_object(builder);
    json_builder_end_object(builder);
    add_string(builder, "columnKind", "unicodeCodePoints");
    json_builder_set_member_name(builder, "results");
    json_builder_begin_array(builder);
    for (guint i = 0; i < findings->len; i++)
        add_result(builder, findings->pdata[i], places);
    json_builder_end_array(builder);
    json_builder_end_object(builder);
}

char *sarif_from(const struct diag *diag, const char *version)
{
    g_autoptr(GPtrArray) findings = diag_findings(diag);
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    add_string(builder, "$schema", SCHEMA);
    add_string(builder, "version", "2.1.0");
    json_builder_set_member_name(builder, "runs");
    json_builder_begin_array(builder);
    add_run(builder, findings, version);
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    JsonNode *root = json_builder_get_root(builder);
    char *json = json_to_string(root, TRUE);
    json_node_unref(root);
    return json;
}
