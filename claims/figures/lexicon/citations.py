"""Numbers by which laws, judgments and forms are cited, each form with an example."""

_YEAR = r"(?:1[6-9]|20)\d\d"
_MONTHS = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
# A section with its letters and brackets: "1028A", "240.10b-5", "3(b)"
_SECTION = r"\d[\w()-]*(?:\.\d[\w()-]*)*"
_SECTIONS = rf"{_SECTION}(?:(?:,\s?|,?\s(?:and|or|to)\s|[-–]){_SECTION})*"
_CITATION_ENDS = (
    r"(?=\s?(?:[.,;:)(\]\[]|$)|\s(?:and|or|at|in|is|was|holds?|held|says?|said|the|an?)\b)"
)

CITATIONS: tuple[tuple[str, str], ...] = (
    (
        "347 U.S. 483, 495 and 173 Cal.App.4th 655",
        rf"\b\d{{1,4}}\s(?!{_MONTHS})(?:[A-Z][A-Za-z]{{0,5}}\.\s?){{1,4}}(?:\d(?:d|st|nd|rd|th))?\s?"
        rf"\d{{1,5}}(?:,\s\d{{1,5}})*{_CITATION_ENDS}",
    ),
    (
        "410 US 113 (1973)",
        rf"\b\d{{1,4}}\s[A-Z][A-Za-z]{{0,4}}(?:\s[A-Z][a-z]{{1,4}})?(?:\s?\d(?:d|th))?\s\d{{1,5}}"
        rf"\s(?=\({_YEAR}\))",
    ),
    (
        "18 U.S.C. § 1028A, 17 CFR 240.10b-5",
        r"\b\d{1,2}\s(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.)?|C\.?\s?F\.?\s?R\.?)"
        rf",?\s(?:§+\s?|[Ss]ec(?:tions?|\.)\s|[Pp]arts?\s|pts?\.\s)?{_SECTIONS}",
    ),
    (
        "[2019] UKSC 41, (2021) 12 SCC 655",
        rf"[\[(]{_YEAR}[\])]\s(?:\d{{1,3}}\s)?[A-Z][A-Za-z.]*(?:\s(?:[A-Z]|\()[A-Za-z.)]*){{0,3}}\s\d{{1,5}}",
    ),
    ("§ 12, §§ 3 and 4", rf"§+\s?{_SECTIONS}"),
    (
        "Regulation 2016/679, Directive (EU) No 95/46/EC",
        r"\b(?:Regulation|Directive|Decision|Decree|Act|Law|Order|Bill|Case|Application|Opinion)s?"
        r"\s(?:\([A-Z]{2,}\)\s)?(?:[Nn]os?\.?\s)?[A-Z]?-?\d+/\d+(?:/[A-Z]+)?",
    ),
    (
        "Form 1099A, Form 8-K, Forms 3 and 4",
        r"\bForms?\s(?:[A-Z]{1,2}-?)?\d{1,4}(?:-?[A-Z]{1,4})?\b"
        r"(?:,?\s(?:and|or)\s\d{1,4}(?:-?[A-Z]{1,4})?\b)?(?!\s[a-z]+s\b|\s?%)",
    ),
    (
        "H.R. 1234, Pub. L. 111-148",
        r"(?<![\w.])(?:H\.\s?R\.|HR|S\.|HB|SB|AB|Pub\.\sL\.|P\.\s?L\.)\s(?:No\.\s)?\d{1,5}(?:-\d+)?\b",
    ),
)
