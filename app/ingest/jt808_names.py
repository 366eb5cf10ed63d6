"""The tables of JT/T 808: message, alarm, status and additional-item names. No decoding."""

from functools import lru_cache

MESSAGES: dict[int, str] = {
    0x0001: "terminal_reply",
    0x0002: "heartbeat",
    0x0003: "logout",
    0x0004: "time_query",
    0x0005: "resend_request",
    0x0100: "register",
    0x0102: "authenticate",
    0x0104: "parameters_answer",
    0x0107: "attributes_answer",
    0x0108: "upgrade_result",
    0x0109: "time_request",
    0x0200: "location",
    0x0201: "location_answer",
    0x0301: "event_report",
    0x0302: "question_answer",
    0x0303: "information_request",
    0x0304: "information_cancel",
    0x0500: "vehicle_control_answer",
    0x0608: "area_answer",
    0x0700: "recorder_upload",
    0x0701: "waybill",
    0x0702: "driver_card",
    0x0704: "location_batch",
    0x0705: "can_upload",
    0x0800: "media_event",
    0x0801: "media_upload",
    0x0802: "media_answer",
    0x0805: "camera_answer",
    0x0900: "transparent_up",
    0x0901: "compressed_up",
    0x0A00: "terminal_key",
    0x8001: "general_reply",
    0x8003: "resend_parts",
    0x8004: "time_answer",
    0x8100: "register_reply",
    0x8103: "set_parameters",
    0x8104: "query_parameters",
    0x8105: "terminal_control",
    0x8106: "query_some_parameters",
    0x8107: "query_attributes",
    0x8108: "upgrade",
    0x8201: "query_location",
    0x8202: "track",
    0x8203: "confirm_alarm",
    0x8204: "link_check",
    0x8300: "text_down",
    0x8301: "set_events",
    0x8302: "question_down",
    0x8303: "set_information_menu",
    0x8304: "information_down",
    0x8400: "call_back",
    0x8401: "set_phone_book",
    0x8500: "vehicle_control",
    0x8600: "set_circles",
    0x8601: "delete_circles",
    0x8602: "set_rectangles",
    0x8603: "delete_rectangles",
    0x8604: "set_polygons",
    0x8605: "delete_polygons",
    0x8606: "set_routes",
    0x8607: "delete_routes",
    0x8608: "query_areas",
    0x8700: "recorder_query",
    0x8701: "recorder_set",
    0x8702: "query_driver_card",
    0x8800: "media_reply",
    0x8801: "take_picture",
    0x8802: "search_media",
    0x8803: "upload_media",
    0x8804: "record_sound",
    0x8805: "upload_one_media",
    0x8900: "transparent_down",
    0x8A00: "platform_key",
}
"""Message id -> name (JT/T 808-2019 §8)."""

ALARMS: tuple[str, ...] = (
    "sos",
    "overspeed",
    "fatigue",
    "danger",
    "gnss_fault",
    "antenna_cut",
    "antenna_short",
    "main_undervolt",
    "main_power_off",
    "display_fault",
    "tts_fault",
    "camera_fault",
    "ic_card_fault",
    "overspeed_warning",
    "fatigue_warning",
    "illegal_driving",
    "tyre_pressure",
    "blind_spot",
    "driving_time",
    "parking_timeout",
    "area",
    "route",
    "segment_time",
    "off_route",
    "vss_fault",
    "fuel_abnormal",
    "stolen",
    "illegal_ignition",
    "illegal_move",
    "collision",
    "rollover",
    "illegal_door",
)
"""Alarm bit 0..31 -> name (JT/T 808-2019 table 24; bits 15-17 are its additions to 2013)."""

STATUS: tuple[str, ...] = (
    "acc_on",
    "fixed",
    "south",
    "west",
    "out_of_service",
    "position_encrypted",
    "forward_collision",
    "lane_departure",
    "half_loaded",  # bits 8 and 9 are one number, see LOADS
    "load_reserved",
    "fuel_cut",
    "power_cut",
    "door_locked",
    "door_1_open",
    "door_2_open",
    "door_3_open",
    "door_4_open",
    "door_5_open",
    "gps",
    "beidou",
    "glonass",
    "galileo",
    "moving",
    *(f"status_bit_{bit}" for bit in range(23, 32)),
)
"""Status bit 0..31 -> name (JT/T 808-2019 table 25; bits 6, 7 and 22 are its additions)."""

LOADS: tuple[str, ...] = ("", "half_loaded", "load_reserved", "full")


@lru_cache(maxsize=512)
def type_text(message_id: int) -> str:
    """0x0200 for 512: how a message type is written everywhere."""
    return f"0x{message_id:04X}"


@lru_cache(maxsize=4096)
def alarm_names(bits: int) -> tuple[str, ...]:
    return tuple(name for bit, name in enumerate(ALARMS) if bits >> bit & 1)


@lru_cache(maxsize=4096)
def status_names(bits: int) -> tuple[str, ...]:
    """Names of the bits that are set; the two load bits give one name."""
    names = [name for bit, name in enumerate(STATUS) if bits >> bit & 1 and bit not in (8, 9)]
    load = LOADS[bits >> 8 & 3]
    return (*names, load) if load else tuple(names)
