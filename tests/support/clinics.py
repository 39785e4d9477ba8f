"""Clinics that more than one test needs."""

# The lines of an address below its street.
TOWN = """\
  address_locality: Portland
  address_region: OR
  postal_code: "97201"
  address_country: US
"""
WEEKDAYS = "Mo-Fr 08:30-12:00,13:00-17:30"

# With a fact of every kind that a contact block holds.
BUSY = f"""\
name: Riverside Community Health Center
telephone: +1 503 234 5678
email: frontdesk@riverside-health.example
url: https://www.riverside-health.example
address:
  street_address: 4200 North Lamar Boulevard, Suite 210
{TOWN}opening_hours:
  - {WEEKDAYS}
  - Sa 09:00-12:00
  - PH off
services: [Transcranial magnetic stimulation, Talking therapy]
crisis_lines:
  - name: 988 Suicide & Crisis Lifeline
    telephone: "988"
    text: "988"
    verified_on: 2026-10-01
"""

# With every key that clinic.yaml has for its readers: more telephones, a second site.
FULL = BUSY + """\
contact_points:
  - name: Refills
    telephone: +1 503 234 5679
    fax: +1 503 234 5680
    email: refills@riverside-health.example
    opening_hours:
      - Mo-Th 09:00-16:00
      - Fr 09:00-12:00
    notes: Have your card at hand
  - name: Deaf callers
    tty: +1 503 234 5681
    text: +1 503 234 5682
locations:
  - name: Eastside
    address:
      street_address: 77 Burnside Street
      address_locality: Portland
      address_region: OR
      postal_code: "97214"
      address_country: US
    telephone: +1 503 234 5683
    email: eastside@riverside-health.example
    opening_hours:
      - Tu,Th 10:00-18:00
      - Dec 24-26 off
handout_url: https://www.riverside-health.example/sheet
verified_on: 2026-11-20
"""
