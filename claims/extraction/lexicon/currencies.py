"""Currencies: ISO 4217 codes and how news writes them."""

# "EUR1.1 billion", "CHF 40m": codes that stand before or after the number
_CODES = """
AED AFN AMD ANG AOA ARS AUD AWG AZN BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GHS GIP GMD GNF
GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
KYD KZT LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD
SSP STN SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF
XPF YER ZAR ZMW ZWG
"""
CODES = frozenset(_CODES.split())

# Codes that are also words: only glued to digits, "TRY5m", not "TRY 10 dishes"
WORDLIKE_CODES = frozenset(
    {"ALL", "BAM", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY"}
)


# "A$2.5bn", "£45", "RM23.50", "Rs 5 lakh crore". "PS" and "Y=" are what a common
# transliteration to ASCII makes of £ and ¥, as "EUR" of €: "PS6m", "Y=100 million".
PREFIXES = {
    "$": "USD",
    "US$": "USD",
    "US $": "USD",
    "U.S. $": "USD",
    "$US": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "AU $": "AUD",
    "$A": "AUD",
    "C$": "CAD",
    "C $": "CAD",
    "CA$": "CAD",
    "Can$": "CAD",
    "NZ$": "NZD",
    "NZ $": "NZD",
    "$NZ": "NZD",
    "HK$": "HKD",
    "HK $": "HKD",
    "S$": "SGD",
    "S $": "SGD",
    "SG$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "Mex$": "MXN",
    "£": "GBP",
    "PS": "GBP",
    "GB£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "Y=": "JPY",
    "JP¥": "JPY",
    "CN¥": "CNY",
    "RMB": "CNY",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "RM": "MYR",
    "R": "ZAR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₦": "NGN",
    "₴": "UAH",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "₡": "CRC",
    "Rp": "IDR",
    "Sh": "KES",
    "KSh": "KES",
}

# "1.23 billion shekels", "8.99 Australian dollars"; singular, plurals by rule
WORDS = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "dollar": "USD",
    "buck": "USD",
    "greenback": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "new zealand dollar": "NZD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "singaporean dollar": "SGD",
    "taiwan dollar": "TWD",
    "euro": "EUR",
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "quid": "GBP",
    "egyptian pound": "EGP",
    "lebanese pound": "LBP",
    "syrian pound": "SYP",
    "sudanese pound": "SDG",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "indian rupee": "INR",
    "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR",
    "nepalese rupee": "NPR",
    "rouble": "RUB",
    "ruble": "RUB",
    "swiss franc": "CHF",
    "cfa franc": "XOF",
    "franc": "CHF",
    "swedish krona": "SEK",
    "swedish kronor": "SEK",
    "kronor": "SEK",
    "krona": "SEK",
    "norwegian krone": "NOK",
    "norwegian kroner": "NOK",
    "danish krone": "DKK",
    "danish kroner": "DKK",
    "krone": "NOK",
    "kroner": "NOK",
    "czech koruna": "CZK",
    "koruna": "CZK",
    "zloty": "PLN",
    "zlotys": "PLN",
    "forint": "HUF",
    "leu": "RON",
    "lei": "RON",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "shekel": "ILS",
    "turkish lira": "TRY",
    "lira": "TRY",
    "rand": "ZAR",
    "naira": "NGN",
    "cedi": "GHS",
    "kenyan shilling": "KES",
    "ugandan shilling": "UGX",
    "shilling": "KES",
    "birr": "ETB",
    "dirham": "AED",
    "saudi riyal": "SAR",
    "riyal": "SAR",
    "iranian rial": "IRR",
    "rial": "IRR",
    "kuwaiti dinar": "KWD",
    "won": "KRW",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "dong": "VND",
    "philippine peso": "PHP",
    "mexican peso": "MXN",
    "argentine peso": "ARS",
    "colombian peso": "COP",
    "chilean peso": "CLP",
    "peso": "MXN",
    "brazilian real": "BRL",
    "reais": "BRL",
    "taka": "BDT",
    "tenge": "KZT",
    "kuna": "HRK",
}

# A hundredth of a currency: "45p", "down 64 cents", "18 sen"
HUNDREDTHS = {
    "p": "GBP",
    "pence": "GBP",
    "penny": "GBP",
    "pennies": "GBP",
    "c": "USD",
    "¢": "USD",
    "cent": "USD",
    "cents": "USD",
    "euro cent": "EUR",
    "euro cents": "EUR",
    "sen": "MYR",
    "paise": "INR",
    "kopecks": "RUB",
}

# "208 pounds" are money in this company, else a weight
POUND_MONEY = (
    r"cost|pa(?:y|id)|pric|worth|fine|bill|budget|spen[dt]|s[oe]ll|sold|earn|tax|debt|fund|salar|wage"
    r"|fee\b|fees|rent|bought|buy|profit|revenue|loss|loan|grant|invest|sterling|compensation|sav"
)
