from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from facts.turns import Turns


def test_of_many_who_want_the_same_one_makes_it():
    turns, made = Turns(), []

    def want(_number):
        with turns.of("page"):
            if not made:
                time.sleep(0.05)
                made.append("page")
        return made[0]

    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(want, range(10))) == {"page"}
    assert made == ["page"]


def test_another_key_does_not_wait():
    turns, inside, done = Turns(), Event(), Event()

    def hold():
        with turns.of("a"):
            inside.set()
            assert done.wait(10)

    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(hold)
        assert inside.wait(10)
        with turns.of("b"):
            done.set()
        held.result(10)


def test_a_turn_ends_with_an_error_too_and_nothing_is_left_behind():
    turns = Turns()
    for _ in range(2):
        try:
            with turns.of("a"), turns.of("a"):
                raise ValueError
        except ValueError:
            pass
    assert turns._turns == {}
