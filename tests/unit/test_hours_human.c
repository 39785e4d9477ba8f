/* Opening hours as people write them, in the languages that there are labels of. */
#include "scratch.h"

#include "content/hours.h"

/* What clinic.yaml may say in other shapes than OpenStreetMap's, and in other languages: "" where
 * nobody can tell. */
static const char *const written[][2] = {
    {"De lunes a viernes: de 9:00 a 12 del mediodía", "Mo-Fr 09:00-12:00"},
    {"Lunes a viernes de 8:00 a 17:00, sábado cerrado", "Mo-Fr 08:00-17:00; Sa off"},
    {"Lun-Vie 9am-5pm", "Mo-Fr 09:00-17:00"},
    {"Du lundi au vendredi de 9h à 17h30", "Mo-Fr 09:00-17:30"},
    {"Lun. - ven. : 8h30-12h", "Mo-Fr 08:30-12:00"},
    {"Montag bis Freitag von 9 bis 17 Uhr", "Mo-Fr 09:00-17:00"},
    {"Sa nach Vereinbarung", "Sa \"by appointment\""},
    {"Mo–Do 8–12 Uhr, So geschlossen", "Mo-Th 08:00-12:00; Su off"},
    {"Montag bis Freitag 8-12 Uhr und 14-18 Uhr", "Mo-Fr 08:00-12:00,14:00-18:00"},
    {"Mo, Di, Do 8–12 und 15 – 18 Uhr", "Mo,Tu,Th 08:00-12:00,15:00-18:00"},
    {"Mo.-Fr. 8.00-12.00 Uhr, Sa. geschlossen", "Mo-Fr 08:00-12:00; Sa off"},
    {"Samedi 9h-12h, fermé le dimanche", "Sa 09:00-12:00; Su off"},
    {"Пн-Пт 9:00-18:00, Сб-Вс нет приёма", ""}, /* a day in what looks like a note */
    {"Пн-Пт 9:00-18:00, Сб-Вс выходной", "Mo-Fr 09:00-18:00; Sa-Su off"},
    {"Lunes 9-14 (de lunes cerrado)", ""}, /* words that were made English are no note */
    {"Dal lunedì al venerdì dalle 9 alle 17", "Mo-Fr 09:00-17:00"},
    {"De segunda-feira a sexta-feira, das 8h às 17h", "Mo-Fr 08:00-17:00"},
    {"пн-пт 9:00-18:00", "Mo-Fr 09:00-18:00"},
    {"星期一至星期五 9:00至17:00", "Mo-Fr 09:00-17:00"},
    {"Thứ Hai đến Thứ Sáu từ 8:00 đến 17:00", "Mo-Fr 08:00-17:00"},
    {"Segunda a sexta das 9h às 18h", "Mo-Fr 09:00-18:00"},
    {"Lunes, miércoles y viernes de 9:00 a. m. a 5:00 p. m.", "Mo,We,Fr 09:00-17:00"},
    {"月曜日から金曜日 9:00～17:00", "Mo-Fr 09:00-17:00"},
    {"월요일부터 금요일까지 오전 9시부터 오후 5시까지", "Mo-Fr 09:00-17:00"},
    {"من الاثنين إلى الجمعة: 9:00 - 17:00", "Mo-Fr 09:00-17:00"},
    {"الاثنين - الجمعة ٩:٠٠-١٧:٠٠", "Mo-Fr 09:00-17:00"},
    {"شنبه تا چهارشنبه ۸:۰۰ تا ۱۷:۰۰", "Sa-We 08:00-17:00"},
    {"सोमवार से शुक्रवार ९:००-१७:००", "Mo-Fr 09:00-17:00"},
    {"শনিবার থেকে বৃহস্পতিবার ৯:০০-১৭:০০", "Sa-Th 09:00-17:00"},
    {"月-金　９：００～１７：００", "Mo-Fr 09:00-17:00"},
    {"الاثنين ٩:٠٠-١٢:٠٠ \"الطابق ٢\"", ""}, /* a note stays in its own figures */
    {"Lendi rive vandredi 9:00 rive 17:00", "Mo-Fr 09:00-17:00"},
    {"सोमवार से शुक्रवार 9:00-17:00", "Mo-Fr 09:00-17:00"},
    {"Od poniedziałku do piątku 9-17", "Mo-Fr 09:00-17:00"},
    {"с понедельника по пятницу с 9:00 до 18:00", "Mo-Fr 09:00-18:00"},
    {"Montags 07:00-18:00", "Mo 07:00-18:00"},
    {"Sábados: cerrado", "Sa off"},
    {"Domingos y festivos cerrado", "Su,PH off"},
    {"Todos los días de 9 a 17", "Mo-Su 09:00-17:00"},
    {"L-V 9:00-14:00", "Mo-Fr 09:00-14:00"},
    {"L – V: 9:00-14:00", "Mo-Fr 09:00-14:00"},
    {"L a V 9:00 - 18:00", "Mo-Fr 09:00-18:00"},
    {"L-X: 9:00-14:00", "Mo-We 09:00-14:00"},
    {"L – X: 9:00-14:00", "Mo-We 09:00-14:00"},
    {"L, X y V 9:00-14:00", "Mo,We,Fr 09:00-14:00"},
    {"J y V: 9:00-13:00", "Th,Fr 09:00-13:00"},
    {"M y J: 9:00-13:00", ""}, /* some write M for Wednesday */
    {"Lunes a viernes: 8 a.m. a 5 p.m.", "Mo-Fr 08:00-17:00"},
    {"Lu-Ve 8h-18h", "Mo-Fr 08:00-18:00"},
    {"Mon-Fri 8am til 6pm", "Mo-Fr 08:00-18:00"},
    {"Mon-Fri 8am \u2019til 6pm", "Mo-Fr 08:00-18:00"},
    {"Mon-Fri: 8am → 5pm", "Mo-Fr 08:00-17:00"},
    {"上午9:00-12:00", "09:00-12:00"},
    {"上午9:00-11:30，下午2:00-5:00", "09:00-11:30,14:00-17:00"},
    {"上午10:00-2:00", "10:00-14:00"},
    {"周六、周日休息", "Sa,Su off"},
    {"周一至周五 上午9:00-12:00 下午13:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00"},
    {"周一到周五 上午8点半至下午5点", "Mo-Fr 08:30-17:00"},
    {"週一至週五 下午2:00-5:30", "Mo-Fr 14:00-17:30"},
    {"周日及节假日停诊", "Su,PH off"},
    {"周一至周五 每次8小时", ""}, /* so many hours */
    {"월-금 09:00-18:00", "Mo-Fr 09:00-18:00"},
    {"월요일~금요일 오전 9시-오후 6시 30분", "Mo-Fr 09:00-18:30"},
    {"토 09:00-13:00, 일·공휴일 휴진", "Sa 09:00-13:00; Su,PH off"},
    {"점심시간 12:30-13:30", ""}, /* closed then */
    {"月～金 午前9時～午後5時", "Mo-Fr 09:00-17:00"},
    {"土日休み", "Sa,Su off"},
    {"土曜・日曜・祝日休診", "Sa,Su,PH off"},
    {"月・水・金 9:00-12:00", "Mo,We,Fr 09:00-12:00"},
    {"日本語 9:00-12:00", ""}, /* no Sunday */
    {"M W F 9-12", "Mo,We,Fr 09:00-12:00"},
    {"M T W T F 9-5", "Mo,Tu,We,Th,Fr 09:00-17:00"},
    {"W T F 9-12", "We,Th,Fr 09:00-12:00"},
    {"Mon Tue Thu: 9am-5pm", "Mo,Tu,Th 09:00-17:00"},
    {"Tu Th 10-4", ""}, /* or from one to the other */
    {"الأحد: 9:00 صباحًا - 5:00 مساءً", "Su 09:00-17:00"},
    {"Thứ Bảy: sáng 8:00-11:30, chiều 14:00-16:00", "Sa 08:00-11:30,14:00-16:00"},
    {"Fri 9-12 13-16:30", "Fr 09:00-12:00,13:00-16:30"},
    {"Mon–Fri 8–4 · Sat closed", "Mo-Fr 08:00-16:00; Sa off"},
    {"Sat 9a–1p urgent visits", "Sa 09:00-13:00 \"urgent visits\""},
    {"Mar 9-17", ""}, /* March or martes */
    {"Mar. y jue.: 9-12", "Tu,Th 09:00-12:00"},
    {"Lun, mar et jeu 9h-12h", "Mo,Tu,Th 09:00-12:00"},
    {"Mar-ven: 9h-12h", "Tu-Fr 09:00-12:00"},
    {"Lunes a domingo: abierto 24 horas", "Mo-Su 00:00-24:00"},
    {"Lundi à dimanche 24 heures", "Mo-Su 00:00-24:00"},
    {"周一至周五24小时开放", "Mo-Fr 00:00-24:00"},
    {"周六 24 小时开放", "Sa 00:00-24:00"},
    {"Lunes a jueves: 9:00 – 18:00 h. Viernes: 9:00 – 15:00 h.",
     "Mo-Th 09:00-18:00; Fr 09:00-15:00"},
    {"De lunes a viernes, de 9 a 14 y de 16 a 20 horas", "Mo-Fr 09:00-14:00,16:00-20:00"},
    {"Lun a vie 8 a 16 hs", "Mo-Fr 08:00-16:00"},
    {"Lundi au vendredi : 8 heures 30 à 17 heures", "Mo-Fr 08:30-17:00"},
    {"Dal lunedì al venerdì dalle ore 9.00 alle ore 18.00", "Mo-Fr 09:00-18:00"},
    {"Abierto todos los días de 8:00 a 22:00", "Mo-Su 08:00-22:00"},
    {"Ouvert du lundi au vendredi de 8h30 à 12h et de 14h à 18h30",
     "Mo-Fr 08:30-12:00,14:00-18:30"},
    {"Lundi, mardi, jeudi : 8h30-12h30 / 14h-18h", "Mo,Tu,Th 08:30-12:30,14:00-18:00"},
    {"7j/7, 24h/24", "Mo-Su 00:00-24:00"},
    {"Lun–Ven 8 h 30 – 17 h 30, fermé le week-end", "Mo-Fr 08:30-17:30; Sa-Su off"},
    {"2ª a 6ª feira: 8:00 - 19:00", "Mo-Fr 08:00-19:00"},
    {"De segunda a sexta-feira, das 9h00 às 19h00. Encerrado ao fim de semana.",
     "Mo-Fr 09:00-19:00; Sa-Su off"},
    {"Mo 8-12 u. 14-18 Uhr", "Mo 08:00-12:00,14:00-18:00"},
    {"Mi + Fr 8–12 Uhr", "We,Fr 08:00-12:00"},
    {"Mi + Fr nachmittags geschlossen", ""}, /* half a day */
    {"Thứ 2 - Thứ 6: 7h30 - 16h30", "Mo-Fr 07:30-16:30"},
    {"Từ thứ 2 đến thứ 7, sáng 7h30-11h30, chiều 13h30-17h00", "Mo-Sa 07:30-11:30,13:30-17:00"},
    {"星期一至五 上午9:00至下午1:00，下午2:30至6:00", "Mo-Fr 09:00-13:00,14:30-18:00"},
    {"週一、三、五 09:00-12:00", "Mo,We,Fr 09:00-12:00"},
    {"周一、五月休息", ""}, /* a month, and no Friday */
    {"周一至周五 9:00-17:00（预约）", "Mo-Fr 09:00-17:00 \"预约\""},
    {"من الأحد إلى الخميس من 8 صباحاً إلى 4 مساءً", "Su-Th 08:00-16:00"},
    {"من السبت الى الخميس ٩ صباحا - ٥ مساء", "Sa-Th 09:00-17:00"},
    {"السبت من 9 صباحًا حتى 12 مساءً", ""}, /* midnight, some say */
    {"Lunes a viernes de 9 de la mañana a 12 de la noche", ""},
    {"Lunes a viernes: mañanas de 9:00 a 13:30 y tardes de 16:00 a 20:00",
     "Mo-Fr 09:00-13:30,16:00-20:00"},
    {"Lundi de 9 h du matin à 5 h du soir", "Mo 09:00-17:00"},
    {"Montag von 8 Uhr morgens bis 6 Uhr abends", "Mo 08:00-18:00"},
    {"Mo–Fr vormittags 8–12 Uhr, Mo, Di, Do nachmittags 15–18 Uhr",
     "Mo-Fr 08:00-12:00; Mo,Tu,Th 15:00-18:00"},
    {"Saturday mornings 9-12", "Sa 09:00-12:00"},
    {"Mon–Fri 8–5, closed Sundays & holidays", "Mo-Fr 08:00-17:00; Su,PH off"},
    {"Closed Saturday, Sunday & all major holidays", ""}, /* not all */
    {"Monday – Friday | 8:00 AM – 5:00 PM", "Mo-Fr 08:00-17:00"},
    {"Mon-Fri 8am-5pm, closed for lunch 12-1", "Mo-Fr 08:00-17:00 \"closed for lunch 12-1\""},
    {"Mon-Fri 8-5, call 503-234-5678", ""}, /* no note */
    {"pn.-pt. 8:00-18:00, sob. 9:00-13:00", "Mo-Fr 08:00-18:00; Sa 09:00-13:00"},
    {"Th 2 9-12", ""},
    {"Ask at the desk", ""},
};

static void lines_are_read_in_any_language(void **state)
{
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(written); i++) {
        struct fact_list lines;
        fact_list_init(&lines, (struct pos){0});
        fact_list_add(&lines, written[i][0], (struct pos){0});
        g_autoptr(GArray) rules = hours_read_lines(&lines, s->diag);
        bool read = g_array_index(rules, struct hours, 0).kind != HOURS_WRITTEN;
        g_autofree char *text = read ? hours_to_text(rules) : g_strdup("");
        if (strcmp(text, written[i][1]) != 0)
            fail_msg("'%s' is read as '%s', not '%s'", written[i][0], text, written[i][1]);
        fact_list_clear(&lines);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(lines_are_read_in_any_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
