"""Places that are taken away when the model already speaks of them."""

from scheduler.board import Board
from scheduler.solving.run import NO_DEADLINE, Settings, run
from tests.mini import forum_of


def test_starts_and_rooms_that_the_model_has_are_forbidden():
    board = Board(forum_of({"sessions": {"talk": {"minutes": 60}}, "days": {"day-1": "2030-01-07"}}), 60)
    starts, rooms = dict(board.times.at("talk")), dict(board.rooms.at("talk"))
    board.times.require("talk")
    kept = max(starts)
    board.times.drop("talk", min(starts), kept)
    board.rooms.keep("talk", {"annex"})
    board.model.maximize(sum(truth for start, truth in starts.items() if start != kept) + rooms["hall"])
    answer = run(board.model, Settings(workers=1), NO_DEADLINE)
    assert (answer.status, answer.value) == ("optimal", 0)
    assert (answer.of(starts[kept]), answer.of(rooms["annex"])) == (1, 1)
    assert board.rooms.allowed("talk") == ["annex"]
    assert board.rooms.held("talk", kept, "hall") is None
    assert board.rooms.held("talk", min(starts), "annex") is None


def test_where_blocks_give_rooms_a_place_holds_only_in_the_given_one():
    board = Board(forum_of({"sessions": {"talk": {"minutes": 60}}, "days": {"day-1": "2030-01-07"}}), 60)
    given = board.model.new_bool_var("")
    board.rooms.seated = lambda _: {"annex": given}
    held = board.rooms.held("talk", min(board.times.at("talk")), "annex")
    board.model.add(given == 0)
    board.model.maximize(held)
    assert run(board.model, Settings(workers=1), NO_DEADLINE).value == 0
