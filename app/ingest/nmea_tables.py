"""The tables of NMEA 0183: talkers, modes, qualities, systems. No reading."""

TALKERS: dict[str, str] = {
    "GN": "combined",
    "GP": "gps",
    "GL": "glonass",
    "GA": "galileo",
    "GB": "beidou",
    "BD": "beidou",
    "GQ": "qzss",
    "QZ": "qzss",
    "GI": "navic",
    "PQ": "quectel",
}
"""Talker -> system; BD is the Chinese standard's, GB that of NMEA 4.11, PQ a maker's own."""

MODE_NAMES: dict[str, str] = {
    "A": "autonomous",
    "D": "differential",
    "E": "dead_reckoning",
    "F": "rtk_float",
    "M": "manual",
    "N": "no_fix",
    "P": "precise",
    "R": "rtk",
    "S": "simulated",
}
"""Mode letter of RMC, GLL, VTG and GNS (NMEA 2.3 and later) -> name."""

MODES = "".join(MODE_NAMES)

QUALITIES: tuple[str, ...] = (
    "no_fix",
    "autonomous",
    "differential",
    "precise",
    "rtk",
    "rtk_float",
    "dead_reckoning",
    "manual",
    "simulated",
)
"""GGA quality 0..8 -> name."""

SYSTEMS: dict[str, str] = {
    "1": "gps",
    "2": "glonass",
    "3": "galileo",
    "4": "beidou",
    "5": "qzss",
    "6": "navic",
}
"""System id of GSA (NMEA 4.11)."""

DIMENSIONS: dict[str, str] = {"1": "no_fix", "2": "fix_2d", "3": "fix_3d"}
"""Field 2 of GSA."""

RDSS = frozenset(
    (
        *("TXR", "DWR", "WAA", "FKI", "ICI", "BSI", "HZR", "ICZ", "KLT"),
        *("TCI", "ICP", "PWI", "EPI", "QRI", "SNR", "CNO", "COV", "POS"),
        *("TXA", "ICA", "RMO", "BSS", "DWA", "WBA", "TCQ", "ICR"),
    )
)
"""Short-message sentences (BeiDou RDSS, "2.1" and BD-3), whose content may be any GBK bytes."""
