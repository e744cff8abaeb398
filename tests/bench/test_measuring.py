from bench.measuring import Measurement, alternate, one, ratio_of


def test_median_and_quartiles_of_known_samples():
    found = Measurement("page", "ms", (9.0, 1.0, 3.0, 7.0, 5.0))
    assert (found.median, found.quartiles) == (5.0, (3.0, 7.0))


def test_single_sample_has_no_spread():
    assert one("queries", "queries", 9).quartiles == (9.0, 9.0)


def test_ratio_is_taken_round_by_round():
    found = ratio_of("ours to theirs", (1.0, 9.0, 2.0), (2.0, 3.0, 2.0))
    assert (found.samples, found.median, found.kind) == ((0.5, 3.0, 1.0), 1.0, "ratio")


def test_target_is_met_up_to_its_value():
    met = [one("page", "x", value, at_most=1.1).is_met for value in (1.0, 1.1, 1.2)]
    assert met == [True, True, False]


def test_measurement_without_target_is_neither():
    assert one("page", "x", 3).is_met is None


def test_contestants_alternate_and_warm_up_does_not_count():
    order = []

    def contestant(name):
        def measure():
            order.append(name)
            return float(len(order))

        return measure

    spent = alternate({name: contestant(name) for name in "AB"}, rounds=2, warm_up=1)

    assert order == ["A", "B", "A", "B", "A", "B"]
    assert spent == {"A": (3.0, 5.0), "B": (4.0, 6.0)}
