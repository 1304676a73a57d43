import time

from rashomon.clean.html import MAX_ATTRIBUTES, parse


def test_a_tag_of_100000_attributes_is_parsed_in_vain_and_at_once() -> None:
    start = time.process_time()
    assert parse("<p " + " ".join(f"a{i}=1" for i in range(10 * MAX_ATTRIBUTES)) + ">text") is None
    assert time.process_time() - start < 2


def test_a_long_value_is_one_attribute() -> None:
    assert parse(f'<p data-state="{"word " * 2 * MAX_ATTRIBUTES}">text') is not None
