"""Asks veraPDF about many files in one Java process.

veraPDF finds out by itself which of PDF/UA and PDF/A a file claims and measures it against each. A
file must claim, and meet, both of ours, in PDF 2.0 the parts that are for it. Well-tagged PDF is measured where that is asked for: files of
PDF 1.7 may declare it, but veraPDF looks for it in those of PDF 2.0 alone.
"""

import collections
import json

import java
from program import TOOLS

CLAIMED = "0"
PROFILES = {
    CLAIMED: {"PDF/UA-1 validation profile", "PDF/A-2A validation profile"},
    "wt1a": {"WTPDF 1.0 Accessibility validation profile"},
    "wt1r": {"WTPDF 1.0 Reuse validation profile"},
}
CLAIMED_IN_2 = {
    "PDF/UA-2 + Tagged PDF validation profile",
    "PDF/A-4F validation profile",
    "WTPDF 1.0 Accessibility validation profile",
    "WTPDF 1.0 Reuse validation profile",
}


def is_pdf_2(path):
    with open(path, "rb") as file:
        return file.read(6) == b"%PDF-2"


def failures(paths, flavour=CLAIMED):
    """What is wrong with each of the files, by path; files without fault are left out."""
    options = ["--format", "json", "--maxfailuresdisplayed", "1", "--loglevel", "0", "--flavour", flavour]
    run = java.run(f"{TOOLS}/*", "org.verapdf.apps.GreenfieldCliWrapper", *options, *paths)
    assert run.stdout.startswith("{"), f"veraPDF gave no report:\n{run.stdout}\n{run.stderr}"

    found = collections.defaultdict(list)
    seen = set()
    for job in json.loads(run.stdout)["report"]["jobs"]:
        path = job["itemDetails"]["name"]
        seen.add(path)
        found[path] += _faults(job, CLAIMED_IN_2 if flavour == CLAIMED and is_pdf_2(path) else PROFILES[flavour])
    for path in map(str, paths):
        if path not in seen:
            found[path].append("not examined")
    return {path: faults for path, faults in found.items() if faults}


def _faults(job, profiles):
    if "taskException" in job:
        yield job["taskException"]["exceptionMessage"]
    measured = set()
    for result in job.get("validationResult", []):
        measured.add(result["profileName"])
        for rule in result["details"]["ruleSummaries"]:
            message = rule["checks"][0].get("errorMessage", rule["description"])
            context = rule["checks"][0]["context"]
            yield f"{rule['specification']} {rule['clause']}-{rule['testNumber']}: {message} ({context})"
        if not result["compliant"] and not result["details"]["ruleSummaries"]:
            yield f"not compliant with the {result['profileName']}"
    for profile in sorted(profiles - measured):
        yield f"does not claim what the {profile} measures"
