/*
 * A port that is taken may be taken by anybody: another program, or the desk of another clinic. So
 * it is asked for a sign before anybody is sent there.
 */
#include "serve/folder.h"

#include "content/clinic.h"

#include <glib.h>
#include <libsoup/soup.h>
#include <stdlib.h>

/* A desk answers at once. [s] */
#define PATIENCE_S 3

char *folder_clinic(const char *content)
{
    g_autofree char *path = g_build_filename(content, "clinic.yaml", NULL);
    struct diag *passed_over = diag_new(false);
    struct clinic *clinic = clinic_load(path, passed_over);
    char *name = g_strdup(clinic ? clinic->name.value : "");
    clinic_free(clinic);
    diag_free(passed_over);
    return name;
}

char *folder_sign(const char *content)
{
    char *real = realpath(content, NULL);
    char *sign = g_compute_checksum_for_string(G_CHECKSUM_SHA256, real ? real : content, -1);
    free(real);
    return sign;
}

bool folder_has_desk(const char *content, int port)
{
    g_autofree char *uri = g_strdup_printf("http://127.0.0.1:%d" FOLDER_SIGN, port);
    g_autofree char *sign = folder_sign(content);
    g_autoptr(SoupSession) session =
        soup_session_new_with_options("timeout", PATIENCE_S, "proxy-resolver", NULL, NULL);
    g_autoptr(SoupMessage) message = soup_message_new(SOUP_METHOD_GET, uri);
    g_autoptr(GInputStream) stream = soup_session_send(session, message, NULL, NULL);
    char told[65] = "";
    return stream && g_input_stream_read_all(stream, told, sizeof told - 1, NULL, NULL, NULL) &&
           g_str_equal(told, sign);
}
