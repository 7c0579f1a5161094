"""affinelayer's exported graph and checkpoint, with and without its graph."""

import pytest
from affinelayer_graph import exported

from convert.convert import Choice, convert
from convert.said import Asked, Refused


def test_affinelayers_exported_graph_is_cut_where_the_network_begins_and_ends(agree, tmp_path):
    source, _ = exported(tmp_path)
    for given in (tmp_path, tmp_path / "export.meta"):
        done = agree(given, source, low=0.0)
        assert "affinelayer" in done.found.what
        assert (done.found.inside, done.found.outside) == ((0.0, 1.0), (0.0, 1.0))


def test_affinelayers_separable_export_is_read_from_its_graph_and_refused_from_its_names(agree, tmp_path):
    source, _ = exported(tmp_path, separable=True, size=64)
    agree(tmp_path / "export.meta", source, low=0.0, size=64)
    with pytest.raises(Refused, match="separable_conv"):
        convert(tmp_path / "export.index", Asked(), Choice(name="a"))


def test_affinelayers_checkpoint_without_a_graph_is_read_by_names(agree, tmp_path):
    source, _ = exported(tmp_path, size=128)
    agree(tmp_path / "export.index", source, low=0.0)
