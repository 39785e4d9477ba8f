/*
 * Tags on paper: the dictionaries of the structure tree (ISO 32000-1 14.7.2, 14.7.4, 14.8.5). The
 * awkward facts: table cells name their headers by an identifier string, and identifiers must be
 * listed in an IDTree sorted by bytes, so they are element ids padded with zeros; and well-tagged
 * PDF wants the root element in the namespace of PDF 2.0 and notes by the name that they have there
 * (WTPDF 1.0 8.2.5.2, 8.2.5.14), in entries which readers of PDF 1.7 pass over.
 */
#include "paint/pdf/tags_write.h"

#include "paint/pdf/value.h"

static unsigned page_number(const struct pdf_tags *tags, unsigned page)
{
    return pdf_page_at(tags->pdf, page).number;
}

static int compare_kids(gconstpointer a, gconstpointer b)
{
    const struct pdf_kid *first = a, *second = b;
    if (first->order != second->order)
        return first->order < second->order ? -1 : 1;
    return first->serial < second->serial ? -1 : 1;
}

static void put_kid(struct pdf_tags *tags, GString *out, const struct pdf_kid *kid, unsigned page)
{
    switch (kid->kind) {
    case PDF_KID_MARK:
        if (kid->page == page)
            pdf_put_format(out, "%u", kid->as.mcid);
        else
            pdf_put_format(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", page_number(tags, kid->page),
                           kid->as.mcid);
        break;
    case PDF_KID_ANNOTATION:
        pdf_put_format(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", page_number(tags, kid->page),
                       kid->as.annotation.number);
        break;
    case PDF_KID_ELEMENT:
        pdf_put_format(out, "%u 0 R", kid->as.child->object.number);
        break;
    case PDF_KID_KIND_COUNT:
        break;
    }
}

static void put_kids(struct pdf_tags *tags, GString *out, struct pdf_node *node)
{
    if (!node->kids)
        return;
    g_array_sort(node->kids, compare_kids);
    const struct pdf_kid *kids = (const struct pdf_kid *)node->kids->data;
    const struct pdf_kid *mark = NULL;
    for (guint i = 0; i < node->kids->len && !mark; i++)
        if (kids[i].kind == PDF_KID_MARK)
            mark = &kids[i];
    if (mark)
        pdf_put_format(out, "/Pg %u 0 R", page_number(tags, mark->page));
    pdf_put(out, "/K[");
    for (guint i = 0; i < node->kids->len; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        put_kid(tags, out, &kids[i], mark ? mark->page : 0);
    }
    g_string_append_c(out, ']');
}

/* The least number that has all the digits of an identifier. */
#define ID_LEAST 10000000

static void put_id(GString *out, const struct element *element)
{
    pdf_put(out, "(e");
    for (unsigned more = ID_LEAST; more > element->id && more > 1; more /= 10)
        g_string_append_c(out, '0');
    pdf_put_format(out, "%u)", element->id);
}

/* Standard structure types of PDF 2.0 (ISO 32000-2 14.8.6.1); and a name of our own for types that
 * stand for them. */
#define NEW_SPACE  "http://iso.org/pdf2/ssn"
#define NOTE_SPACE "urn:x-handout:notes"

/* True for elements that others name, and for notes, which have to have a name (ISO 14289-1 7.9).
 */
static bool has_id(const struct element *element)
{
    return element->role == ROLE_TH || element->role == ROLE_NOTE;
}

static void put_list_attributes(GString *out, const struct element *element)
{
    static const char *const names[] = {
        [NUMBERING_NONE] = "None", [NUMBERING_DISC] = "Disc", [NUMBERING_DECIMAL] = "Decimal"};
    G_STATIC_ASSERT(G_N_ELEMENTS(names) == NUMBERING_COUNT);
    pdf_put_format(out, "/A<</O/List/ListNumbering/%s>>", names[element->as.list.numbering]);
}

static void put_cell_attributes(GString *out, const struct element *element)
{
    static const char *const scopes[] = {
        [SCOPE_NONE] = NULL, [SCOPE_COLUMN] = "Column", [SCOPE_ROW] = "Row"};
    G_STATIC_ASSERT(G_N_ELEMENTS(scopes) == SCOPE_COUNT);
    const char *scope = element->role == ROLE_TH ? scopes[element->as.cell.scope] : NULL;
    bool headers = element->as.cell.headers && element->as.cell.headers->len > 0;
    if (!scope && !headers)
        return;
    pdf_put(out, "/A<</O/Table");
    if (scope)
        pdf_put_format(out, "/Scope/%s", scope);
    if (headers) {
        pdf_put(out, "/Headers[");
        for (guint i = 0; i < element->as.cell.headers->len; i++)
            put_id(out, element->as.cell.headers->pdata[i]);
        g_string_append_c(out, ']');
    }
    pdf_put(out, ">>");
}

static void put_figure_attributes(struct pdf_tags *tags, GString *out, const struct pdf_node *node)
{
    if (!node->kids)
        return;
    const struct page *page = tags->layout->pages->pdata[node->area_page];
    pdf_put(out, "/A<</O/Layout/Placement/Block/BBox");
    pdf_put_box(out, pdf_box_of(node->area, page->height), 2);
    pdf_put(out, ">>");
}

static void put_attributes(struct pdf_tags *tags, GString *out, const struct pdf_node *node)
{
    enum role role = node->element->role;
    if (role == ROLE_L)
        put_list_attributes(out, node->element);
    else if (role == ROLE_TH || role == ROLE_TD)
        put_cell_attributes(out, node->element);
    else if (role == ROLE_SPAN && node->element->as.span.struck)
        pdf_put(out, "/A<</O/Layout/TextDecorationType/LineThrough>>");
    else if (role == ROLE_NOTE)
        pdf_put(out, "/A<</O/FENote/NoteType/Endnote>>");
    else if (role == ROLE_FIGURE)
        put_figure_attributes(tags, out, node);
}

static void put_text_entry(struct pdf_tags *tags, GString *out, const char *key, const char *text)
{
    if (!text)
        return;
    pdf_put(out, key);
    pdf_put_text(tags->pdf, out, text);
}

static void put_actual_text(struct pdf_tags *tags, GString *out, const struct pdf_node *node)
{
    const char *words = node->element->actual_text;
    g_autofree char *parted = node->blank ? g_strconcat(words, " ", NULL) : NULL;
    put_text_entry(tags, out, "/ActualText", parted ? parted : words);
}

static void add_spaces(struct pdf_tags *tags)
{
    tags->new_space = pdf_dict_new(tags->pdf);
    tags->note_space = pdf_dict_new(tags->pdf);
    pdf_put(pdf_dict_body(tags->pdf, tags->new_space), "/Type/Namespace/NS(" NEW_SPACE ")");
    pdf_put_format(pdf_dict_body(tags->pdf, tags->note_space),
                   "/Type/Namespace/NS(" NOTE_SPACE ")/RoleMapNS<</%s[/FENote %u 0 R]>>",
                   role_name(ROLE_NOTE), tags->new_space.number);
}

static void put_space(const struct pdf_tags *tags, GString *out, enum role role)
{
    if (role == ROLE_DOCUMENT)
        pdf_put_format(out, "/NS %u 0 R", tags->new_space.number);
    else if (role == ROLE_NOTE)
        pdf_put_format(out, "/NS %u 0 R", tags->note_space.number);
}

static const struct element *target_of(const struct pdf_node *node)
{
    bool link = node->element && node->element->role == ROLE_LINK;
    return link ? node->element->as.link.target : NULL;
}

static void put_reference(const struct pdf_node *node, GString *names)
{
    if (node && node->object.number)
        pdf_put_format(names, "%s%u 0 R", names->len > 0 ? " " : "", node->object.number);
}

static void find_links_to_notes(struct pdf_tags *tags)
{
    tags->links_to = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (unsigned id = 0; id < tags->n_nodes; id++) {
        const struct element *note = target_of(&tags->nodes[id]);
        if (!note || note->role != ROLE_NOTE)
            continue;
        GPtrArray *links = g_hash_table_lookup(tags->links_to, note);
        if (!links) {
            links = g_ptr_array_new();
            g_hash_table_insert(tags->links_to, (gpointer)note, links);
        }
        g_ptr_array_add(links, &tags->nodes[id]);
    }
}

/* Where a link inside of the file leads, and which links lead to a note (WTPDF 1.0 8.2.5.8,
 * 8.2.5.14). */
static void put_references(const struct pdf_tags *tags, GString *out, const struct pdf_node *node)
{
    const struct element *target = target_of(node);
    const GPtrArray *links = g_hash_table_lookup(tags->links_to, node->element);
    if (!target && !links)
        return;
    g_autoptr(GString) names = g_string_new(NULL);
    if (target)
        put_reference(&tags->nodes[target->id], names);
    for (guint i = 0; links && i < links->len; i++)
        put_reference(links->pdata[i], names);
    if (names->len > 0)
        pdf_put_format(out, "/Ref[%s]", names->str);
}

/* Words under a picture have to be inside of it to be its Caption (ISO/TS 32005 table 5), where its
 * alternative text would silence them: beside it they are a paragraph, or words of one. */
static const char *type_of(const struct element *element)
{
    const struct element *parent = element->parent;
    if (element->role != ROLE_CAPTION || parent->role == ROLE_TABLE)
        return role_name(element->role);
    bool in_line = parent->role == ROLE_P || parent->role == ROLE_SPAN ||
                   parent->role == ROLE_LINK || role_is_heading(parent->role);
    return role_name(in_line ? ROLE_SPAN : ROLE_P);
}

static void write_element(struct pdf_tags *tags, struct pdf_node *node, struct pdf_ref parent)
{
    const struct element *element = node->element;
    GString *out = pdf_dict_body(tags->pdf, node->object);
    pdf_put_format(out, "/S/%s/P %u 0 R", type_of(element), parent.number);
    put_space(tags, out, element->role);
    put_text_entry(tags, out, "/Lang", element->lang);
    put_text_entry(tags, out, "/Alt", element->alt);
    put_actual_text(tags, out, node);
    if (element->role == ROLE_SPAN)
        put_text_entry(tags, out, "/E", element->as.span.expansion);
    if (has_id(element)) {
        pdf_put(out, "/ID");
        put_id(out, element);
    }
    put_attributes(tags, out, node);
    put_references(tags, out, node);
    put_kids(tags, out, node);
    for (guint i = 0; node->kids && i < node->kids->len; i++) {
        struct pdf_kid *kid = &g_array_index(node->kids, struct pdf_kid, i);
        if (kid->kind == PDF_KID_ELEMENT)
            write_element(tags, kid->as.child, node->object);
    }
}

/* From page and MCID, and from annotation, back to the element. */
static struct pdf_ref write_parent_tree(struct pdf_tags *tags)
{
    struct pdf_ref tree = pdf_dict_new(tags->pdf);
    GString *out = pdf_dict_body(tags->pdf, tree);
    pdf_put(out, "/Nums[");
    for (guint page = 0; page < tags->marks->len; page++) {
        const GPtrArray *marks = tags->marks->pdata[page];
        pdf_put_format(out, "%u[", page);
        for (guint i = 0; i < marks->len; i++)
            pdf_put_format(out, "%u 0 R ", ((struct pdf_node *)marks->pdata[i])->object.number);
        pdf_put(out, "]\n");
    }
    for (guint i = 0; i < tags->annotated->len; i++) {
        const struct pdf_node *node = tags->annotated->pdata[i];
        pdf_put_format(out, "%u %u 0 R\n", tags->marks->len + i, node->object.number);
    }
    g_string_append_c(out, ']');
    return tree;
}

/* The elements with an identifier, by it; none when there are none. */
static struct pdf_ref write_id_tree(struct pdf_tags *tags)
{
    g_autoptr(GString) names = g_string_new(NULL);
    bool any = false;
    for (unsigned id = 0; id < tags->n_nodes; id++) {
        const struct pdf_node *node = &tags->nodes[id];
        if (node->object.number == 0 || !has_id(node->element))
            continue;
        put_id(names, node->element);
        pdf_put_format(names, "%u 0 R", node->object.number);
        any = true;
    }
    if (!any)
        return (struct pdf_ref){0};
    struct pdf_ref tree = pdf_dict_new(tags->pdf);
    pdf_put_format(pdf_dict_body(tags->pdf, tree), "/Names[%s]", names->str);
    return tree;
}

/* What stands in for the roles in use that PDF 1.7 does not know; nothing when there are none. */
static void put_role_map(const struct pdf_tags *tags, GString *out)
{
    bool used[ROLE_COUNT] = {false}, any = false;
    for (unsigned id = 0; id < tags->n_nodes; id++)
        if (tags->nodes[id].object.number != 0)
            used[tags->nodes[id].element->role] = true;
    for (int role = 0; role < ROLE_COUNT; role++) {
        const char *standard = used[role] ? role_standard((enum role)role) : NULL;
        if (!standard)
            continue;
        pdf_put_format(out, "%s/%s/%s", any ? "" : "/RoleMap<<", role_name((enum role)role),
                       standard);
        any = true;
    }
    pdf_put(out, any ? ">>" : "");
}

void pdf_tags_write_tree(struct pdf_tags *tags, struct pdf_node *root)
{
    struct pdf_ref tree = pdf_dict_new(tags->pdf);
    add_spaces(tags);
    find_links_to_notes(tags);
    write_element(tags, root, tree);
    g_clear_pointer(&tags->links_to, g_hash_table_unref);
    struct pdf_ref parents = write_parent_tree(tags);
    struct pdf_ref ids = write_id_tree(tags);
    GString *out = pdf_dict_body(tags->pdf, tree);
    pdf_put_format(out, "/Type/StructTreeRoot/K[%u 0 R]/ParentTree %u 0 R/ParentTreeNextKey %u",
                   root->object.number, parents.number, tags->marks->len + tags->annotated->len);
    pdf_put_format(out, "/Namespaces[%u 0 R %u 0 R]", tags->new_space.number,
                   tags->note_space.number);
    put_role_map(tags, out);
    if (ids.number)
        pdf_put_format(out, "/IDTree %u 0 R", ids.number);
    pdf_set_ref(tags->pdf, pdf_catalog(tags->pdf), "StructTreeRoot", tree);
}
