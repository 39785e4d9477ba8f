/* Postal addresses: the order of each country, checked against an address of each. */
#include "scratch.h"

#include "content/country.h"
#include "content/postal.h"

static struct fact fact(const char *value)
{
    return (struct fact){.value = value && *value ? (char *)value : NULL};
}

static void assert_lines(const char *country, const char *street, const char *town,
                         const char *region, const char *code, const char *home, const char *lang,
                         const char *wanted)
{
    struct postal postal = {.street_address = fact(street),
                            .address_locality = fact(town),
                            .address_region = fact(region),
                            .postal_code = fact(code),
                            .address_country = fact(country)};
    fact_list_init(&postal.lines, (struct pos){0});
    g_auto(GStrv) lines = postal_lines(&postal, home, lang);
    g_autofree char *joined = g_strjoinv(" | ", lines);
    fact_list_clear(&postal.lines);
    assert_string_equal(joined, wanted);
}

static const struct {
    const char *country, *street, *town, *region, *code, *lines;
} addresses[] = {
    {"AE", "Al Wasl Road 12", "Dubai", "Dubai Emirate", "",
     "Al Wasl Road 12 | Dubai | Dubai Emirate"},
    {"AR", "Av. Corrientes 1234", "Buenos Aires", "CABA", "C1043",
     "Av. Corrientes 1234 | C1043 Buenos Aires | CABA"},
    {"AT", "Hauptplatz 1", "Graz", "", "8010", "Hauptplatz 1 | 8010 Graz"},
    {"AU", "12 High Street", "Fitzroy", "VIC", "3065", "12 High Street | Fitzroy VIC 3065"},
    {"BD", "12 Mirpur Road", "Dhaka", "", "1205", "12 Mirpur Road | Dhaka - 1205"},
    {"BE", "Rue Neuve 12", "Bruxelles", "", "1000", "Rue Neuve 12 | 1000 Bruxelles"},
    {"BR", "Rua Augusta, 1234 – 5º andar", "São Paulo", "SP", "01305-100",
     "Rua Augusta, 1234 – 5º andar | São Paulo - SP | 01305-100"},
    {"CA", "12 King St W", "Toronto", "ON", "M5H 1A1", "12 King St W | Toronto ON M5H 1A1"},
    {"CH", "Bahnhofstrasse 1", "Zürich", "", "8001", "Bahnhofstrasse 1 | 8001 Zürich"},
    {"CL", "Av. Providencia 1234", "Providencia", "RM", "7500000",
     "Av. Providencia 1234 | 7500000 Providencia | RM"},
    {"CN", "建国路12号", "北京市", "北京", "100022", "100022 | 北京北京市 | 建国路12号"},
    {"CO", "Carrera 7 # 12-34", "Bogotá", "D.C.", "110311",
     "Carrera 7 # 12-34 | Bogotá, D.C., 110311"},
    {"CZ", "Dlouhá 12", "Praha 1", "", "110 00", "Dlouhá 12 | 110 00 Praha 1"},
    {"DE", "Hauptstraße 12", "Berlin", "", "10115", "Hauptstraße 12 | 10115 Berlin"},
    {"DK", "Nørregade 12", "København K", "", "1165", "Nørregade 12 | 1165 København K"},
    {"EG", "12 Tahrir St", "Cairo", "Cairo Governorate", "11511",
     "12 Tahrir St | Cairo | Cairo Governorate | 11511"},
    {"ES", "Calle Mayor 12", "Madrid", "Madrid", "28013", "Calle Mayor 12 | 28013 Madrid"},
    {"ES", "Calle Mayor 12", "Alcobendas", "Madrid", "28100",
     "Calle Mayor 12 | 28100 Alcobendas Madrid"},
    {"FI", "Mannerheimintie 12", "Helsinki", "", "00100", "Mannerheimintie 12 | 00100 Helsinki"},
    {"FR", "12 bis, rue de l'Église", "Paris", "", "75008",
     "12 bis, rue de l'Église | 75008 Paris"},
    {"GB", "Flat 2, 12a High Street", "Birmingham", "West Midlands", "B1 1AA",
     "Flat 2, 12a High Street | Birmingham | West Midlands | B1 1AA"},
    {"GR", "Ermou 12", "Athina", "", "105 63", "Ermou 12 | 105 63 Athina"},
    {"HK", "12 Nathan Road", "Tsim Sha Tsui", "Kowloon", "",
     "12 Nathan Road | Tsim Sha Tsui | Kowloon"},
    {"HT", "12 Rue Pavée", "Port-au-Prince", "", "6110", "12 Rue Pavée | 6110 Port-au-Prince"},
    {"HU", "Fő utca 12.", "Budapest", "", "1011", "Budapest | Fő utca 12. | 1011"},
    {"ID", "Jl. Sudirman 12", "Jakarta Pusat", "DKI Jakarta", "10220",
     "Jl. Sudirman 12 | Jakarta Pusat | DKI Jakarta 10220"},
    {"IE", "12 Main Street", "Naas", "Co. Kildare", "W91 AB12",
     "12 Main Street | Naas | Co. Kildare | W91 AB12"},
    {"IL", "Herzl 12", "Haifa", "", "3303112", "Herzl 12 | Haifa 3303112"},
    {"IN", "12 MG Road", "Bengaluru", "Karnataka", "560001",
     "12 MG Road | Bengaluru 560001 | Karnataka"},
    {"IR", "خیابان حافظ ۱۲", "تهران", "استان تهران", "1136815111",
     "استان تهران | تهران | خیابان حافظ ۱۲ | 1136815111"},
    {"IT", "Via Roma 12", "Torino", "TO", "10121", "Via Roma 12 | 10121 Torino TO"},
    {"JP", "4F, 1-12-8 Higashi-Ikebukuro", "Toshima-ku", "Tokyo", "170-0013",
     "4F, 1-12-8 Higashi-Ikebukuro | Toshima-ku, Tokyo 170-0013"},
    {"JP", "東池袋1-12-8", "豊島区", "東京都", "170-0013",
     "〒170-0013 | 東京都豊島区 | 東池袋1-12-8"},
    {"KE", "Moi Avenue 12", "Nairobi", "", "00100", "Moi Avenue 12 | Nairobi | 00100"},
    {"KR", "세종대로 12", "중구", "서울특별시", "04524", "서울특별시 중구 | 세종대로 12 | 04524"},
    {"MX", "Av. Juárez 12", "Puebla", "Pue.", "72000", "Av. Juárez 12 | 72000 Puebla, Pue."},
    {"NG", "12 Broad Street", "Lagos", "Lagos State", "101241",
     "12 Broad Street | Lagos 101241 | Lagos State"},
    {"NL", "Damrak 12", "Amsterdam", "", "1012 LG", "Damrak 12 | 1012 LG Amsterdam"},
    {"NO", "Storgata 12", "Oslo", "", "0155", "Storgata 12 | 0155 Oslo"},
    {"NZ", "12 Queen Street", "Auckland", "", "1010", "12 Queen Street | Auckland 1010"},
    {"PH", "12 Rizal Ave", "Manila", "Metro Manila", "1000",
     "12 Rizal Ave | Manila | 1000 Metro Manila"},
    {"PK", "12 Mall Road", "Lahore", "", "54000", "12 Mall Road | Lahore-54000"},
    {"PL", "ul. Długa 12", "Warszawa", "", "00-238", "ul. Długa 12 | 00-238 Warszawa"},
    {"PR", "12 Calle Sol", "San Juan", "PR", "00901", "12 Calle Sol | San Juan PR 00901"},
    {"PT", "Rua Áurea 12", "Lisboa", "", "1100-060", "Rua Áurea 12 | 1100-060 Lisboa"},
    {"RU", "ул. Тверская, д. 12", "Москва", "", "125009", "ул. Тверская, д. 12 | Москва | 125009"},
    {"SE", "Drottninggatan 12", "Stockholm", "", "111 51", "Drottninggatan 12 | 111 51 Stockholm"},
    {"SG", "12 Orchard Road", "Singapore", "", "238832", "12 Orchard Road | Singapore 238832"},
    {"SO", "12 Maka Street", "Mogadishu", "BN", "03040", "12 Maka Street | Mogadishu, BN 03040"},
    {"TR", "İstiklal Cad. 12", "Beyoğlu", "İstanbul", "34430",
     "İstiklal Cad. 12 | 34430 Beyoğlu/İstanbul"},
    {"JP", "東池袋1-12-8 サンシャイン60 4F", "豊島区", "東京都", "170-0013",
     "〒170-0013 | 東京都豊島区 | 東池袋1-12-8 サンシャイン60 4F"},
    {"KR", "세종대로 12, A동", "중구", "서울특별시", "04524",
     "서울특별시 중구 | 세종대로 12, A동 | 04524"},
    {"TW", "中山路12號", "中正區", "臺北市", "100", "100 | 臺北市中正區 | 中山路12號"},
    {"UA", "вул. Хрещатик, 12", "Київ", "", "01001", "вул. Хрещатик, 12 | Київ | 01001"},
    {"US", "4200 North Lamar Boulevard, Suite 210", "Portland", "OR", "97201",
     "4200 North Lamar Boulevard, Suite 210 | Portland, OR 97201"},
    {"VN", "12 Lê Lợi", "Quận 1", "TP. Hồ Chí Minh", "700000",
     "12 Lê Lợi | Quận 1 | TP. Hồ Chí Minh 700000"},
    {"ZA", "12 Long Street", "Cape Town", "", "8001", "12 Long Street | Cape Town | 8001"},
};

static void lines_stand_in_the_order_of_their_country(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++)
        assert_lines(addresses[i].country, addresses[i].street, addresses[i].town,
                     addresses[i].region, addresses[i].code, addresses[i].country, "en",
                     addresses[i].lines);
}

static void countries_are_words_abroad_and_left_out_at_home(void **state)
{
    (void)state;
    assert_lines("DE", "Hauptstraße 12", "Berlin", "", "10115", "CH", "en",
                 "Hauptstraße 12 | 10115 Berlin | Germany");
    assert_lines("Deutschland", "Hauptstraße 12", "Berlin", "", "10115", "CH", "es-MX",
                 "Hauptstraße 12 | 10115 Berlin | Alemania");
    assert_lines("Germany", "Hauptstraße 12", "Berlin", "", "10115", "DE", "en",
                 "Hauptstraße 12 | 10115 Berlin");
    assert_lines("USA", "1 Main St", "Troy", "NY", "12180", "CA", "zh-Hans",
                 "1 Main St | Troy, NY 12180 | 美国");
    assert_lines("United States of America", "1 Main St", "Troy", "NY", "12180", "US", "en",
                 "1 Main St | Troy, NY 12180");
    assert_lines("Scotland", "1 High Street", "Perth", "", "PH1 1AA", "US", "en",
                 "1 High Street | Perth | PH1 1AA | United Kingdom");
    assert_lines("Atlantis", "1 Main St", "Troy", "", "", "US", "en",
                 "1 Main St | Troy | Atlantis");
    assert_lines("US", "1 Main St", "New York", "New York", "10001", "US", "en",
                 "1 Main St | New York, New York 10001");
    assert_lines("DE", "Hauptstraße 12", "Berlin", "", "10115", "CH", "ht",
                 "Hauptstraße 12 | 10115 Berlin | Almay");
}

static void parts_that_are_missing_leave_no_signs(void **state)
{
    (void)state;
    assert_lines("US", "1 Main St", "Troy", "", "12180", "US", "en", "1 Main St | Troy 12180");
    assert_lines("US", "", "Troy", "NY", "", "US", "en", "Troy, NY");
    assert_lines("US", "", "", "", "12180", "US", "en", "12180");
    assert_lines("", "1 High Street", "Leeds", "", "LS1 1AA", "GB", "en",
                 "1 High Street | Leeds | LS1 1AA");
    assert_lines("", "12 Harbour Street", "Springfield", "Oregon", "97477", NULL, "en",
                 "12 Harbour Street | Springfield, Oregon 97477");
}

static const char *missed(const char *country, const char *region, const char *code)
{
    struct postal postal = {.address_region = fact(region), .postal_code = fact(code)};
    return postal_code_missed(&postal, country);
}

static void no_code_or_state_of_an_address_is_doubted(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
        const char *country = addresses[i].country;
        struct postal postal = {.address_region = fact(addresses[i].region)};
        if (missed(country, "", addresses[i].code) || !postal_is_state(&postal, country))
            fail_msg("'%s' or '%s' is doubted in %s", addresses[i].code, addresses[i].region,
                     country);
    }
}

static void codes_are_known_in_any_spelling(void **state)
{
    static const struct {
        const char *country, *code;
    } cases[] = {
        {"US", "97201-1234"},
        {"US", "97201 1234"},
        {"CA", "m5h1a1"},
        {"GB", "SW1A1AA"},
        {"GB", "bfpo 61"},
        {"CH", "CH-8001"},
        {"DE", "D-10115"},
        {"SE", "SE-111 51"},
        {"LV", "1073"},
        {"JP", "〒170-0013"},
        {"JP", "１７０−００１３"},
        {"IR", "۱۱۳۶۸-۱۵۱۱۱"},
        {"AE", "00000"},
        {"ZZ", "1"},
        {NULL, "1"},
        {"IE", "D6W XY00"},
        {"PT", "1100"},
        {"US", ""},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        if (missed(cases[i].country, "", cases[i].code))
            fail_msg("'%s' is doubted", cases[i].code);
}

static void codes_of_another_form_are_doubted(void **state)
{
    static const struct {
        const char *country, *code, *wanted;
    } cases[] = {
        {"US", "9720", "97201"},      {"US", "972011", "97201"},     {"US", "OR 97201", "97201"},
        {"US", "9720l", "97201"},     {"GB", "SW1A", "EC1Y 8SY"},    {"CA", "M5H 1A", "H3Z 2Y7"},
        {"CA", "M5H 1AO", "H3Z 2Y7"}, {"DE", "1011", "26133"},       {"FR", "750080", "33380"},
        {"IN", "56000", "110034"},    {"JP", "170-001", "154-0023"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_string_equal(missed(cases[i].country, "", cases[i].code), cases[i].wanted);
}

static void states_are_known_by_letters_or_name(void **state)
{
    static const char *const known[] = {
        "OR", "or", "Oregon", "D.C.", "Washington, D.C.", "new york", "N.Y.", "Puerto Rico", "AE"};
    static const char *const unknown[] = {"Orgeon", "XY", "ON", "O R E", "Portland"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(known) + G_N_ELEMENTS(unknown); i++) {
        bool is_known = i < G_N_ELEMENTS(known);
        const char *region = is_known ? known[i] : unknown[i - G_N_ELEMENTS(known)];
        struct postal postal = {.address_region = fact(region)};
        if (postal_is_state(&postal, "US") != is_known)
            fail_msg("'%s'", region);
        assert_true(postal_is_state(&postal, "CA") && postal_is_state(&postal, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_stand_in_the_order_of_their_country),
        cmocka_unit_test(countries_are_words_abroad_and_left_out_at_home),
        cmocka_unit_test(no_code_or_state_of_an_address_is_doubted),
        cmocka_unit_test(codes_are_known_in_any_spelling),
        cmocka_unit_test(codes_of_another_form_are_doubted),
        cmocka_unit_test(states_are_known_by_letters_or_name),
        cmocka_unit_test(parts_that_are_missing_leave_no_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
