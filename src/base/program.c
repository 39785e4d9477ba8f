/*
 * Places reckoned from the program's own file.
 */
#include "base/program.h"

#include <glib.h>
#include <link.h>

char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program ? g_path_get_dirname(program) : g_strdup(".");
}

char *program_part(const char *name)
{
    g_autofree char *folder = program_folder();
    char *beside = g_build_filename(folder, name, NULL);
    if (g_file_test(beside, G_FILE_TEST_IS_REGULAR))
        return beside;
    g_free(beside);
    g_autofree char *installed = g_build_filename(folder, "../libexec/handout", name, NULL);
    return g_canonicalize_filename(installed, NULL);
}

/* Among a program's notes is a digest of all that it was linked of (ld(1), --build-id). */
static int add_notes(struct dl_phdr_info *object, size_t size, void *digest)
{
    (void)size;
    for (size_t i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type == PT_NOTE)
            digest_add(digest, (const void *)(object->dlpi_addr + part->p_vaddr), part->p_memsz);
    }
    return 1; /* the program is the first one, and libraries do not count */
}

void program_add_id(struct digest *digest)
{
    dl_iterate_phdr(add_notes, digest);
}
