"""The first of all solutions in an order of decisions."""

from ortools.sat.python import cp_model

from scheduler.solving.lexicographic import first_in_order, least_in_order
from scheduler.solving.run import NO_DEADLINE, Deadline, Settings, run

ONE = Settings(workers=1)


def many():
    """Make a model of 45 decisions between two, of which 40 may be the wanted one."""
    model = cp_model.CpModel()
    pairs = [[model.new_bool_var(""), model.new_bool_var("")] for _ in range(45)]
    for pair in pairs:
        model.add_exactly_one(pair)
    model.add(sum(pair[0] for pair in pairs) <= 40)
    return model, pairs


def test_the_first_decisions_get_what_they_want():
    model, pairs = many()
    answer = first_in_order(model, pairs, run(model, ONE, NO_DEADLINE), ONE, NO_DEADLINE)
    assert answer.status == "optimal"
    assert [answer.of(pair[0]) for pair in pairs] == [1] * 40 + [0] * 5


def test_without_time_what_was_found_stands_and_is_not_the_first():
    model, pairs = many()
    found = run(model, ONE, NO_DEADLINE)
    answer = first_in_order(model, pairs, found, ONE, Deadline(0))
    assert answer.status == "unknown"
    assert answer.values == found.values


def amounts():
    """Make a model of two amounts of ten together."""
    model = cp_model.CpModel()
    found = [model.new_int_var(0, 9, ""), model.new_int_var(0, 9, "")]
    model.add(sum(found) == 10)
    return model, found


def test_the_first_amount_is_the_least_it_can_be():
    model, pair = amounts()
    model.maximize(pair[0])
    found = run(model, ONE, NO_DEADLINE)
    model.proto.clear_objective()
    answer = least_in_order(model, pair, found, ONE, NO_DEADLINE)
    assert (answer.status, [answer.of(one) for one in pair]) == ("optimal", [1, 9])


def test_without_time_amounts_are_what_was_found():
    model, pair = amounts()
    found = run(model, ONE, NO_DEADLINE)
    answer = least_in_order(model, pair, found, ONE, Deadline(0))
    assert (answer.status, answer.values) == ("unknown", found.values)
