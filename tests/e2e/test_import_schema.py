"""What a page says of its clinic in the words of schema.org becomes the same facts in each of three forms: JSON-LD,
microdata and RDFa."""

import html
import json

import pytest
import yaml

import program

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
HARBOUR = {
    "@type": "PostalAddress",
    "streetAddress": "12 Harbour Street",
    "addressLocality": "Portland",
    "addressRegion": "OR",
    "postalCode": "97201",
    "addressCountry": {"@type": "Country", "name": "US"},
}
HARBOUR_FACTS = {
    "street_address": "12 Harbour Street",
    "address_locality": "Portland",
    "address_region": "OR",
    "postal_code": "97201",
    "address_country": "US",
}


def clinic(kind="MedicalClinic", **said):
    return {"@type": kind, "name": "Hill Clinic", **said}


def hours(days, opens, closes, **season):
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes, **season}


def place(name, street, number, times):
    address = {"@type": "PostalAddress", "streetAddress": street, "addressLocality": "Portland"}
    return {"@type": "MedicalClinic", "name": name, "telephone": number, "address": address, "openingHours": times}


def open_(*specifications):
    return clinic(openingHoursSpecification=list(specifications))


# What a page says, and what clinic.yaml holds of it.
THINGS = {
    "address": (clinic(address=HARBOUR, email="mailto:desk@hill-sleep.org", telephone="tel:+12127365000"),
                {"address": HARBOUR_FACTS, "email": "desk@hill-sleep.org", "telephone": "+12127365000"}),
    "address in a line": (clinic(address="12 Harbour Street, Portland"),
                          {"address": {"street_address": "12 Harbour Street, Portland"}}),
    "street of two lines": (clinic(address={**HARBOUR, "streetAddress": ["12 Harbour Street", "Suite 4"]}),
                            {"address": {**HARBOUR_FACTS, "street_address": "12 Harbour Street, Suite 4"}}),
    "address of its location": (clinic("LocalBusiness", location={"@type": "Place", "address": HARBOUR}),
                                {"address": HARBOUR_FACTS}),
    "several numbers": (clinic("Physician", telephone=["+1 212 736 5000", "+1 212 736 5001"], faxNumber="+1 212 736 5009"),
                        {"telephone": "+1 212 736 5000",
                         "contact_points": [{"name": "Fax", "fax": "+1 212 736 5009"}]}),
    "contact points": (
        clinic("LocalBusiness", telephone="+1 212 736 5000", contactPoint=[
            {"@type": "ContactPoint", "contactType": "Billing", "telephone": "+1 212 736 5002", "email": "pay@hill-sleep.org"},
            {"@type": "ContactPoint", "contactType": ["Appointments"], "telephone": "+1 212 736 5003",
             "hoursAvailable": [hours("Monday", "09:00", "12:00"), hours("Saturday", "10:00", "11:00")]},
            {"@type": "ContactPoint", "description": "Nurse line", "telephone": "+1 212 736 5004",
             "availableLanguage": ["English", {"@type": "Language", "name": "Spanish"}]}]),
        {"contact_points": [{"name": "Billing", "telephone": "+1 212 736 5002", "email": "pay@hill-sleep.org"},
                            {"name": "Appointments", "telephone": "+1 212 736 5003",
                             "opening_hours": ["Mo 09:00-12:00", "Sa 10:00-11:00"]},
                            {"name": "Nurse line", "telephone": "+1 212 736 5004", "notes": "English, Spanish"}]}),
    "lines of hours": (clinic("Dentist", openingHours=["Mo-Th 08:00-18:00", "Fr 08:00-12:00"]),
                       {"opening_hours": ["Mo-Th 08:00-18:00", "Fr 08:00-12:00"]}),
    "days as addresses": (open_(hours(["https://schema.org/Monday", "http://schema.org/Tuesday"], "08:00", "17:00")),
                          {"opening_hours": ["Mo,Tu 08:00-17:00"]}),
    "closed days": (open_(hours("Saturday", "00:00", "00:00"), {"@type": "OpeningHoursSpecification", "dayOfWeek": "Sunday"},
                          hours("PublicHolidays", "00:00", "00:00")),
                    {"opening_hours": ["Sa off", "Su off", "PH off"]}),
    "all day": (open_(hours(DAYS, "00:00", "23:59")), {"opening_hours": ["Mo-Su 00:00-24:00"]}),
    "times of twelve hours": (open_(hours("Monday", "9:00 AM", "5:00 PM")), {"opening_hours": ["Mo 09:00-17:00"]}),
    "times with seconds": (open_(hours("Monday", "09:00:00", "17:30:00-05:00")), {"opening_hours": ["Mo 09:00-17:30"]}),
    "over midnight": (open_(hours("Friday", "20:00", "02:00")), {"opening_hours": ["Fr 20:00-02:00"]}),
    "a season": (open_(hours(["Saturday"], "09:00", "12:00", validFrom="2026-06-01", validThrough="2026-08-31"),
                       {"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00",
                        "validFrom": "2026-12-24", "validThrough": "2026-12-24"}),
                 {"opening_hours": ["2026 Jun 01-2026 Aug 31 Sa 09:00-12:00", "2026 Dec 24 off"]}),
    "a season without an end": (open_(hours("Monday", "09:00", "12:00", validFrom="2026-06-01")), {"opening_hours": None}),
    "several places": (
        {"@type": "MedicalOrganization", "name": "Hill Group", "department": [
            place("Hill North", "1 North Street", "+1 212 736 5000", "Mo-Fr 09:00-17:00"),
            place("Hill South", "2 South Street", "+1 212 736 6000", "Mo-Fr 10:00-16:00")]},
        {"name": "Hill North", "telephone": "+1 212 736 5000", "opening_hours": ["Mo-Fr 09:00-17:00"], "locations": [
            {"name": "Hill South", "address": {"street_address": "2 South Street", "address_locality": "Portland"},
             "telephone": "+1 212 736 6000", "opening_hours": ["Mo-Fr 10:00-16:00"]}]}),
    "people and departments": (
        clinic(telephone="+1 212 736 5000",
               department=[clinic() | {"name": "Lab", "telephone": "+1 212 736 6000", "faxNumber": "+1 212 736 6001", "openingHours": "Mo 08:00-10:00"}],
               employee=[{"@type": "Physician", "name": "Dr. Ana Ruiz", "telephone": "+1 212 736 7000"}]),
        {"telephone": "+1 212 736 5000", "opening_hours": None, "contact_points": [
            {"name": "Dr. Ana Ruiz", "telephone": "+1 212 736 7000"},
            {"name": "Lab", "telephone": "+1 212 736 6000", "fax": "+1 212 736 6001", "opening_hours": ["Mo 08:00-10:00"]}]}),
    "a place without hours": (
        [clinic(telephone="+1 212 736 5000"),
         clinic(address={"@type": "PostalAddress", "streetAddress": "2 South Street"}) | {"name": "Hill South"}],
        {"telephone": "+1 212 736 5000", "locations": [{"name": "Hill South", "address": {"street_address": "2 South Street"}}]}),
    "a place said twice": (
        [clinic(telephone="+1 212 736 5000")] + 2 * [place("Hill South", "2 South Street", "+1 212 736 6000", "Mo 10:00-16:00")],
        {"telephone": "+1 212 736 5000", "locations": [
            {"name": "Hill South", "address": {"street_address": "2 South Street", "address_locality": "Portland"},
             "telephone": "+1 212 736 6000", "opening_hours": ["Mo 10:00-16:00"]}]}),
    "a publisher": ({"@type": "Article", "headline": "Knees", "author": {"@type": "Physician", "name": "Dr. Someone"},
                     "publisher": clinic(telephone="+1 212 736 5000")},
                    {"telephone": "+1 212 736 5000"}),
    "two kinds": (clinic(["Organization", "Optometric"], telephone="+1 212 736 5000"), {"telephone": "+1 212 736 5000"}),
}  # fmt: skip


def as_json(thing):
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def as_graph(thing):
    site = {"@type": "WebSite", "name": "A site", "url": "https://hill-sleep.org/"}
    return as_json({"@context": "https://schema.org", "@graph": [site, thing]})


def as_list(thing):
    return as_json([{"@type": "WebPage", "name": "A page"}, thing])


def as_elements(value, form, name=None):
    """The value, and all below it, as the properties of elements."""
    prop = f' {form[0]}="{name}"' if name else ""
    if isinstance(value, list):
        return "".join(as_elements(one, form, name) for one in value)
    if isinstance(value, dict):
        kinds = value["@type"] if isinstance(value["@type"], list) else [value["@type"]]
        inner = "".join(as_elements(one, form, key) for key, one in value.items() if not key.startswith("@"))
        return f"<div{prop} {form[1]}='{' '.join(form[2] + kind for kind in kinds)}'>{inner}</div>"
    if name in ("opens", "closes", "validFrom", "validThrough", "dayOfWeek"):
        return f"<meta{prop} content='{value}'>"
    if name == "telephone":
        return f"<a{prop} href='tel:{value.removeprefix('tel:')}'>call</a>"
    return f"<span{prop}>{html.escape(value)}</span>"


def as_microdata(thing):
    return as_elements(thing, ("itemprop", "itemscope itemtype", "https://schema.org/"))


def as_rdfa(thing):
    return as_elements(thing, ("property", "typeof", "schema:"))


def facts(said, tmp_path):
    tmp_path.mkdir(exist_ok=True)
    page = f"<body itemscope itemtype='https://schema.org/WebPage'><h1>Knees</h1><p>Bend yours.</p><footer>{said}</footer>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "content", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())


ASKED = [(thing, form) for form in (as_json, as_microdata, as_rdfa) for thing in THINGS]


@pytest.mark.parametrize("thing, form", [*ASKED, ("address", as_graph), ("several places", as_list)])
def test_facts_of_machines(thing, form, tmp_path):
    said, expected = THINGS[thing]
    made = facts(form(said), tmp_path)
    for key, value in {"name": "Hill Clinic", **expected}.items():
        given = {part: one for part, one in made[key].items() if one} if key == "address" else made[key]
        assert given == value, key
    rest = ({"telephone", "email", "opening_hours", "contact_points", "locations"} & set(made)) - set(expected)
    assert not [key for key in rest if made[key] and thing not in ("several numbers", "contact points")]


def test_a_thing_of_several_kinds_is_read_once(tmp_path):
    facts(as_json(clinic(["Hospital"] * 3000, telephone="+1 212 736 5000")), tmp_path)
    assert (tmp_path / "content/clinic.yaml").read_text().count("+1 212 736 5000") == 2  # quoted, and as a fact


def test_things_that_are_named_elsewhere(tmp_path):
    graph = [
        clinic(address={"@id": "#a"}, openingHoursSpecification=[{"@id": "#h"}]),
        {"@id": "#a", **HARBOUR},
        {"@id": "#h", **hours("Monday", "08:00", "12:00")},
    ]
    made = facts(as_json({"@graph": graph}), tmp_path)
    assert made["address"] == HARBOUR_FACTS
    assert made["opening_hours"] == ["Mo 08:00-12:00"]


PEOPLE = ["employee", "member", "founder", "physician", "performer", "author", "provider"]


@pytest.mark.parametrize("kind", ["Person", "Physician"])
@pytest.mark.parametrize("form", [as_json, as_microdata, as_rdfa])
def test_people_of_the_clinic_are_not_the_clinic(form, kind, tmp_path):
    """The clinic's own number and address may be missing: a person's never stand for them."""
    people = {
        name: {"@type": kind, "name": f"Dr. {name}", "email": f"{name}@hill-sleep.org", "telephone": f"+1 212 736 700{i}"}
        for i, name in enumerate(PEOPLE)
    }
    made = facts(form(clinic(**people)), tmp_path)
    assert made["name"] == "Hill Clinic" and made["telephone"] is None and made["email"] is None
    ways = {one["name"]: (one["telephone"], one["email"]) for one in made["contact_points"]}
    assert ways == {one["name"]: (one["telephone"], one["email"]) for one in people.values()}


def test_a_person_beside_the_clinic_is_not_the_clinic(tmp_path):
    page = """<body vocab="https://schema.org/"><article itemscope itemtype="https://schema.org/Article"><h1>Knees</h1>
<p>Bend yours.</p><div itemprop="author" itemscope itemtype="https://schema.org/Physician"><p itemprop="name">Ana</p>
<p>Telephone: 212-736-7000</p><p><a href="mailto:ana@hill-sleep.org">ana@hill-sleep.org</a></p></div></article>
<footer><div typeof="Person"><p property="name">Bo</p><p>Phone: 212-736-7001</p><p property="worksFor" typeof="Dentist">
212-736-5000</p></div><p itemprop="publisher" itemscope itemtype="https://schema.org/Dentist"><b itemprop="name">Hill</b></p>"""
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "content", cwd=tmp_path)
    made = yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())
    assert made["name"] == "Hill" and made["telephone"] == "212-736-5000" and made["email"] is None
    assert "'Phone: 212-736-7001' (part of the page's foot)" in done.stdout
    assert "ana@hill-sleep.org" in next((tmp_path / "content").glob("*.md")).read_text()


DOCTOR = {"@type": "Physician", "name": "Dr. Ana Ruiz", "telephone": "+1 212 736 7000",
          "address": {"@type": "PostalAddress", "streetAddress": "9 Home Road"}}  # fmt: skip
# Doctors ahead of their clinic, by what the page says of it.
AHEAD = {
    "a business": (DOCTOR, clinic("MedicalBusiness", telephone="+1 212 736 5000")),
    "a clinic": (DOCTOR, clinic(telephone="+1 212 736 5000")),
    "whom it works for": ({**DOCTOR, "memberOf": {"@type": "MedicalOrganization", "name": "Hill Clinic"}},
                          clinic("Organization", telephone="+1 212 736 5000")),
}  # fmt: skip


@pytest.mark.parametrize("form", [as_json, as_microdata, as_rdfa])
@pytest.mark.parametrize("kind", AHEAD)
def test_a_doctor_ahead_of_the_clinic_is_not_the_clinic(kind, form, tmp_path):
    doctor, own = AHEAD[kind]
    made = facts(form(doctor) + form(own), tmp_path)
    assert made["name"] == "Hill Clinic" and made["telephone"] == "+1 212 736 5000"
    assert made["contact_points"] == [{"name": "Dr. Ana Ruiz", "telephone": "+1 212 736 7000"}]
    assert not made.get("locations") and not made["address"].get("street_address")


def test_who_sells_what_a_page_is_about_is_not_the_clinic(tmp_path):
    shop = {"@type": "Organization", "name": "Shop", "telephone": "+1 212 736 9000"}
    made = facts(as_json({"@type": "Product", "name": "Pills", "seller": shop, "brand": shop}), tmp_path)
    assert made["name"] is None and made["telephone"] is None


def test_a_bare_number_that_machines_call_a_fax_is_one(tmp_path):
    made = facts(as_microdata(clinic(faxNumber="212 736 5009")), tmp_path)
    assert made["telephone"] is None
    assert made["contact_points"] == [{"name": "Fax", "fax": "212 736 5009"}]


def test_lines_of_an_address_are_parted(tmp_path):
    street = '<p itemprop="streetAddress">12 Hill\nRoad<br>Suite 4</p>'
    address = f'<div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">{street}</div>'
    made = facts(f'<div itemscope itemtype="https://schema.org/Hospital"><b itemprop="name">Hill</b>{address}</div>', tmp_path)
    assert made["address"]["street_address"] == "12 Hill Road, Suite 4"


def test_what_machines_cannot_read_is_listed(tmp_path):
    (tmp_path / "page.html").write_text('<h1>Knees</h1><p>Bend yours.</p><script type="application/ld+json">{"telephone": "5000",}</script>')
    done = program.run("import", "page.html", "--into", "content", cwd=tmp_path)
    assert """'{"telephone": "5000",}' (what the page says for machines, and they cannot read)""" in done.stdout


def test_two_addresses_lend_each_other_nothing(tmp_path):
    other = {"@type": "PostalAddress", "streetAddress": "9 Other Road", "postalCode": "99999"}
    first = {"@type": "PostalAddress", "streetAddress": "1 North Street"}
    made = facts(as_json(clinic(address=[first, other])) + as_json(clinic(address=other)), tmp_path)
    assert {key: value for key, value in made["address"].items() if value} == {"street_address": "1 North Street"}


def test_a_department_is_not_the_clinic_that_has_it(tmp_path):
    within = {"@type": "MedicalClinic", "name": "Hearing Center", "telephone": "540-387-4420"}
    made = facts(as_json(clinic("Physician", name="Blue Ridge ENT", telephone="540-387-4411", department=within)), tmp_path)
    assert (made["name"], made["telephone"]) == ("Blue Ridge ENT", "540-387-4411")


def test_who_reviewed_a_page_is_not_the_clinic(tmp_path):
    page = {"@context": "https://schema.org", "@type": "MedicalWebPage", "reviewedBy": {"@type": "MedicalClinic", "name": "AAO", "telephone": "703-836-4444"}}
    made = facts(as_json(page), tmp_path)
    assert made.get("name") != "AAO" and made.get("telephone") != "703-836-4444"


def test_a_hospital_that_a_practice_sends_to_is_not_the_practice(tmp_path):
    hospital = {"@type": "Hospital", "name": "Carilion", "telephone": "540-981-7000", "address": {"@type": "PostalAddress", "streetAddress": "1906 Belleview Ave"}}
    made = facts(as_json(clinic("Physician", name="Dr. Ana Ruiz", telephone="540-387-4411", address="400 Oak Ave", hospitalAffiliation=hospital)), tmp_path)
    assert (made["name"], made["telephone"], made["address"]["street_address"]) == ("Dr. Ana Ruiz", "540-387-4411", "400 Oak Ave")
    assert "locations" not in made


def test_places_of_a_clinic_keep_their_own_numbers(tmp_path):
    places = [{"@type": "Place", "name": "North", "telephone": "540-387-1111", "address": "1 A St"},
              {"@type": "Place", "name": "South", "telephone": "540-387-2222", "address": "2 B St"}]
    made = facts(as_json(clinic(name="Salem ENT", location=places)), tmp_path)
    assert [(place["name"], place["telephone"], place["address"]["street_address"]) for place in made["locations"]] == [
        ("North", "540-387-1111", "1 A St"), ("South", "540-387-2222", "2 B St")]


OTHERS = {
    "who has made it": {"@type": "MedicalWebPage", "publisher": {"@type": "Organization", "name": "HealthWise", "telephone": "208-345-1161"}},
    "who invites": {"@type": "Event", "organizer": {"@type": "Organization", "name": "County", "telephone": "208-345-1161"}},
}


@pytest.mark.parametrize("said", OTHERS.values(), ids=OTHERS)
def test_others_that_a_page_speaks_of_are_not_the_clinic(tmp_path, said):
    foot = "<footer><p>Hill Clinic, 40 Hill Rd, Ouray, CO 81427</p><p>Phone 970-325-4000</p></footer>"
    made = facts(as_json({"@context": "https://schema.org", **said}) + foot, tmp_path)
    assert made["telephone"] == "970-325-4000" and made.get("name") not in ("HealthWise", "County")


def test_a_page_names_its_own_publisher(tmp_path):
    page = {"@type": "MedicalWebPage", "publisher": {"@type": "Organization", "name": "Hill Clinic", "telephone": "208-345-1161"}}
    assert facts(as_json(page) + "<footer><p>© HILL CLINIC</p></footer>", tmp_path)["telephone"] == "208-345-1161"


def test_a_further_address_is_listed(tmp_path):
    addresses = [{"@type": "PostalAddress", "streetAddress": "1 A St"}, {"@type": "PostalAddress", "streetAddress": "2 B St", "addressLocality": "Ronan"}]
    (tmp_path / "page.html").write_text(f"<title>Knees</title>{as_json(clinic(address=addresses))}<main><h1>Knees</h1><p>Rest.</p></main>")
    done = program.run("import", "page.html", "--into", "content", cwd=tmp_path)
    assert "'2 B St, Ronan' (only quoted in clinic.yaml" in done.stdout + done.stderr
    written = (tmp_path / "content/clinic.yaml").read_text()
    assert 'street_address: "1 A St"\n' in written and "# 2 B St, Ronan (one more" in written


def test_the_one_place_of_a_clinic_is_its_own(tmp_path):
    place = {"@type": "Place", "name": "North", "telephone": "540-387-1111", "address": "1 A St"}
    made = facts(as_json(clinic(name="Salem ENT", location=place)), tmp_path)
    assert (made["name"], made["telephone"], made["address"]["street_address"]) == ("Salem ENT", "540-387-1111", "1 A St")


def test_a_point_that_is_a_fax_alone_is_kept_and_plain_hours_too(tmp_path):
    points = [{"@type": "ContactPoint", "faxNumber": "540-387-4402"},
              {"@type": "ContactPoint", "contactType": "Billing", "telephone": "540-387-4403", "hoursAvailable": "Mo-Fr 09:00-16:00"}]
    made = facts(as_json(clinic(telephone="540-387-4411", contactPoint=points)), tmp_path)
    assert {"name": "Fax", "fax": "540-387-4402"} in made["contact_points"]
    assert {"name": "Billing", "telephone": "540-387-4403", "opening_hours": ["Mo-Fr 09:00-16:00"]} in made["contact_points"]


def test_hours_that_contradict_others_are_for_a_person_to_choose(tmp_path):
    (tmp_path / "page.txt").write_text("Visit\n\nWe are here.\n\nHours: Mon-Fri 9am-5pm\n\nHours: Mon-Fri 10am-4pm\n")
    content = program.write_content(tmp_path / "content", {})
    (content / "clinic.yaml").unlink()
    assert program.run("import", "page.txt", "--into", "content", cwd=tmp_path).returncode == 0
    text = (content / "clinic.yaml").read_text()
    assert "  - Mo-Fr 09:00-17:00\n  # - Mo-Fr 10:00-16:00 (not as above: check which is right)\n" in text


def test_a_place_with_an_address_of_its_own_is_not_where_the_clinic_is(tmp_path):
    west = {"@type": "Place", "name": "West", "address": {"@type": "PostalAddress", "streetAddress": "9 West St"}}
    made = facts(as_json(clinic(address="44 W 10th St, New York, NY 10011", location=west)), tmp_path)
    assert made["address"]["street_address"] == "44 W 10th St, New York, NY 10011"
    assert facts(as_json(clinic(location=west)), tmp_path / "b")["address"]["street_address"] == "9 West St"


SALEM, KEIZER = clinic(name="Hill Clinic Salem", telephone="503-362-1100"), clinic(name="Hill Clinic Keizer", telephone="503-362-2200")


@pytest.mark.parametrize("works", [{"worksFor": clinic(department=[SALEM, KEIZER])}, {"worksFor": clinic(), "department": [SALEM, KEIZER]}])
def test_departments_leave_the_clinic_its_name(works, tmp_path):
    said = {"@context": "https://schema.org", "@type": "Physician", "name": "Dr. Jane Roe", **works}
    (tmp_path / "page.html").write_text(f"<title>Iron</title><script type='application/ld+json'>{json.dumps(said)}</script><main><h1>Iron</h1><p>65 mg.</p></main>")
    assert program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path).returncode == 0
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    assert made["name"] == "Hill Clinic" and not made["telephone"]
    assert made["contact_points"] == [{"name": way["name"], "telephone": way["telephone"]} for way in (SALEM, KEIZER)]
