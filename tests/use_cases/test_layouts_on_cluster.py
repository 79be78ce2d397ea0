"""A sweep on a Dask cluster: a worker that is killed half-way costs nothing but time."""

from scheduler.executing import on_cluster
from scheduler.executing.on_cluster import OnCluster
from tests.executing.cluster import cluster
from tests.executing.test_on_cluster import aloud
from tests.use_cases.laid_out import Counting, laid_out, swept
from tests.use_cases.releasing import files


def test_a_worker_is_killed_half_way(tmp_path, monkeypatch):
    monkeypatch.setattr(on_cluster, "_SECONDS_BETWEEN_LOOKS", 0.2)
    wanted = swept(laid_out(tmp_path / "alone"), Counting())
    (tmp_path / "dask").mkdir()
    with aloud(), cluster(tmp_path / "dask", workers=2) as (made, workers):

        def tell(sentence):
            if sentence.startswith("solving problems: 1 of 6"):
                workers[0].kill()
                workers[0].wait()

        found = swept(laid_out(tmp_path / "cluster"), OnCluster(made.address), tell=tell)
        assert sorted(worker.poll() is None for worker in workers) == [False, True]
    assert (found.counts, found.lost, found.layouts) == (wanted.counts, (), wanted.layouts)
    for name in ("layouts.html", "layouts.csv"):
        written, alone = (files(tmp_path / where / "out")[name] for where in ("cluster", "alone"))
        assert written == alone
