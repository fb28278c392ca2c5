"""A thousand times two people do something with one change at the same moment."""

from __future__ import annotations

from tests.long.parts import parts
from tests.long.races import RACES, People, Race

KEYS = [f"hall-rule-{number}" for number in range(1, 8)]


@parts("races", whole=1000, each=25)
def test_two_people_at_the_same_moment(part, site):
    people = People(site)
    for number in range(part.each):
        random = part.random(number)
        key = random.choice(KEYS)
        run = RACES[number % len(RACES)]
        run(Race(people, key, f"{part.number}-{number}", random))
    assert "0 breaches" in site.run("manage.py", "check_content")
