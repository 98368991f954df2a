"""Currencies: ISO 4217 codes and how news writes them."""

# "EUR1.1 billion", "CHF 40m": codes that stand before or after the number
_CODES = """
AED AFN AMD ANG AOA ARS AUD AWG AZN BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GHS GIP GMD GNF
GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
KYD KZT LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD
SSP STN SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF
XPF YER ZAR ZMW ZWG ZWL
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
    "Dh": "AED",
    "Dhs": "AED",
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
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "₲": "PYG",
    "₵": "GHS",
    "৳": "BDT",
    "J$": "JMD",
    "TT$": "TTD",
    "Z$": "ZWL",
    "N$": "NAD",
    "B/.": "PAB",
    "S/": "PEN",
    "GH¢": "GHS",
    "SFr": "CHF",
    "Sfr": "CHF",
    "Fr": "CHF",
    "SKr": "SEK",
    "Skr": "SEK",
    "NKr": "NOK",
    "Nkr": "NOK",
    "DKr": "DKK",
    "Dkr": "DKK",
    "Kč": "CZK",
    "zł": "PLN",
    "Ft": "HUF",
    "TL": "TRY",
    "Tk": "BDT",
    "NRs": "NPR",
    "Ush": "UGX",
    "USh": "UGX",
    "TSh": "TZS",
    "Ksh": "KES",
    "NIS": "ILS",
    "Rp": "IDR",
    "Sh": "KES",
    "KSh": "KES",
}

# "1.23 billion shekels", "8.99 Australian dollars": a code and the names of its currency in
# the singular; plurals in -s are made by rule. Of a bare name the one most in the news stands
# for all: "peso" is Mexican, "franc" Swiss, "krone" Norwegian.
_NAMES = """
USD us dollar, u.s. dollar, american dollar, united states dollar, dollar, buck, greenback, $
AUD australian dollar, aussie dollar
CAD canadian dollar, loonie
NZD new zealand dollar, kiwi dollar
HKD hong kong dollar
SGD singapore dollar, singaporean dollar
TWD new taiwan dollar, taiwan dollar, taiwanese dollar
JMD jamaican dollar
TTD trinidad and tobago dollar, trinidadian dollar
BBD barbadian dollar, barbados dollar
BSD bahamian dollar
BZD belize dollar
BMD bermudian dollar, bermuda dollar
BND brunei dollar
KYD cayman islands dollar
XCD east caribbean dollar
FJD fijian dollar, fiji dollar
GYD guyanese dollar
LRD liberian dollar
NAD namibian dollar, namibia dollar
SBD solomon islands dollar
SRD surinamese dollar
ZWL zimbabwean dollar, zimbabwe dollar
EUR euro, €
GBP pound sterling, british pound, quid, £
EGP egyptian pound
LBP lebanese pound
SYP syrian pound
SDG sudanese pound
SSP south sudanese pound
GIP gibraltar pound
FKP falkland islands pound
SHP saint helena pound
JPY yen, japanese yen
CNY yuan, renminbi, chinese yuan, offshore yuan
INR rupee, indian rupee
PKR pakistani rupee, pakistan rupee
LKR sri lankan rupee, sri lanka rupee
NPR nepalese rupee, nepali rupee
MUR mauritian rupee
SCR seychellois rupee, seychelles rupee
MVR rufiyaa, maldivian rufiyaa
RUB rouble, ruble, russian rouble, russian ruble
BYN belarusian rouble, belarusian ruble
CHF swiss franc, franc
XOF cfa franc, west african cfa franc
XAF central african cfa franc
XPF cfp franc
BIF burundian franc, burundi franc
CDF congolese franc
DJF djiboutian franc, djibouti franc
GNF guinean franc
KMF comorian franc
RWF rwandan franc, rwanda franc
SEK swedish krona, swedish kronor, swedish crown, kronor, krona
ISK icelandic krona, icelandic króna, icelandic kronur
NOK norwegian krone, norwegian kroner, norwegian crown, krone, kroner
DKK danish krone, danish kroner, danish crown
CZK czech koruna, czech crown, koruna
PLN zloty, zlotys, złoty, polish zloty, polish zlotys
HUF forint, hungarian forint
RON leu, lei, romanian leu, romanian lei
MDL moldovan leu, moldovan lei
BGN lev, leva, bulgarian lev, bulgarian leva
RSD serbian dinar
MKD macedonian denar, denar
BAM convertible mark, bosnian convertible mark
ALL albanian lek
HRK kuna, croatian kuna
UAH hryvnia, hryvnya, ukrainian hryvnia
GEL georgian lari
AMD armenian dram
AZN manat, azerbaijani manat, azeri manat
TMT turkmen manat, turkmenistan manat
KZT tenge, kazakh tenge, kazakhstani tenge
KGS kyrgyz som, kyrgyzstani som
UZS uzbek sum, uzbek soum, uzbek som, uzbekistani som
TJS somoni, tajik somoni
MNT tugrik, tögrög, mongolian tugrik
AFN afghani, afghan afghani
ILS shekel, israeli shekel, new shekel
TRY turkish lira, lira
SAR saudi riyal, saudi arabian riyal, riyal
QAR qatari riyal, qatari rial
YER yemeni rial, yemeni riyal
OMR omani rial, omani riyal
IRR iranian rial, rial, toman
AED dirham, uae dirham, emirati dirham
MAD moroccan dirham
KWD kuwaiti dinar
BHD bahraini dinar
IQD iraqi dinar
JOD jordanian dinar
DZD algerian dinar
TND tunisian dinar
LYD libyan dinar
ZAR rand, south african rand
NGN naira, nigerian naira
GHS cedi, ghanaian cedi, ghana cedi
KES shilling, kenyan shilling, kenya shilling
UGX ugandan shilling, uganda shilling
TZS tanzanian shilling, tanzania shilling
SOS somali shilling
ETB birr, ethiopian birr
ERN nakfa, eritrean nakfa
ZMW kwacha, zambian kwacha
MWK malawian kwacha, malawi kwacha
AOA kwanza, angolan kwanza
MZN metical, meticais, mozambican metical
BWP pula, botswana pula
LSL lesotho loti, maloti
SZL lilangeni, emalangeni
GMD dalasi, gambian dalasi
SLE sierra leonean leone
MGA ariary, malagasy ariary
MRU ouguiya, mauritanian ouguiya
CVE cape verdean escudo, escudo
STN dobra
KRW won, south korean won, korean won
KPW north korean won
THB baht, thai baht
MYR ringgit, malaysian ringgit
IDR rupiah, indonesian rupiah
VND dong, vietnamese dong
PHP philippine peso
LAK lao kip, laotian kip
KHR cambodian riel, riel
MMK kyat, myanmar kyat, burmese kyat
BDT taka, bangladeshi taka
BTN ngultrum
MOP pataca, macanese pataca, macau pataca
PGK kina, papua new guinean kina
TOP paanga, tongan paanga
VUV vatu
WST samoan tala
MXN peso, mexican peso
ARS argentine peso, argentinian peso
COP colombian peso
CLP chilean peso
UYU uruguayan peso
DOP dominican peso
CUP cuban peso
BRL reais, brazilian real, brazilian reais
PEN peruvian sol, nuevo sol, peruvian soles
BOB boliviano, bolivian boliviano
PYG paraguayan guarani, paraguayan guaraní, guaranies
VES bolivar, bolívar, venezuelan bolivar, bolivares, bolívares
CRC costa rican colon, costa rican colón, costa rican colones
GTQ quetzales, guatemalan quetzal
HNL lempira, honduran lempira
NIO nicaraguan cordoba, nicaraguan córdoba
PAB balboa
HTG haitian gourde, gourde
AWG aruban florin
"""
WORDS = {
    name: code
    for line in _NAMES.split("\n")
    if line
    for code, names in [line.split(" ", 1)]
    for name in names.split(", ")
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
    "us cent": "USD",
    "us cents": "USD",
    "euro cent": "EUR",
    "euro cents": "EUR",
    "eurocents": "EUR",
    "australian cents": "AUD",
    "canadian cents": "CAD",
    "sen": "MYR",
    "paisa": "INR",
    "paise": "INR",
    "kopeck": "RUB",
    "kopecks": "RUB",
    "groszy": "PLN",
    "centavos": "MXN",
}

# What else has cents: "10 euros and 50 cents"
CENTS = frozenset(
    {
        "USD",
        "EUR",
        "AUD",
        "CAD",
        "NZD",
        "HKD",
        "SGD",
        "TWD",
        "ZAR",
        "KES",
        "TZS",
        "UGX",
        "JMD",
        "TTD",
    }
    | {"BBD", "BSD", "BZD", "FJD", "XCD", "LRD", "NAD", "GYD", "LKR", "MUR", "ETB", "SZL"}
)

# Abbreviations that are also units, here the knot's; they are money in the same context as pounds
MONEY_OR_UNIT = {"kn": "HRK"}

# "208 pounds" are money in this context, else a weight
POUND_MONEY = (
    r"cost|pa(?:y|id)|pric|worth|fine|bill|budget|spen[dt]|s[oe]ll|sold|earn|tax|debt|fund|salar|wage"
    r"|fee\b|fees|rent|bought|buy|profit|revenue|loss|loan|grant|invest|sterling|compensation|sav"
)
