"""Clinics that more than one test needs."""

# With a fact of every kind that a contact block holds.
BUSY = """\
name: Riverside Community Health Center
telephone: +1 503 234 5678
email: frontdesk@riverside-health.example
url: https://www.riverside-health.example
address:
  street_address: 4200 North Lamar Boulevard, Suite 210
  address_locality: Portland
  address_region: OR
  postal_code: "97201"
  address_country: US
opening_hours:
  - Mo-Fr 08:30-12:00,13:00-17:30
  - Sa 09:00-12:00
  - PH off
services: [Transcranial magnetic stimulation, Talking therapy]
crisis_lines:
  - name: 988 Suicide & Crisis Lifeline
    telephone: "988"
    text: "988"
    verified_on: 2026-10-01
"""
