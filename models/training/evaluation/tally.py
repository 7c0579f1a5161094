"""What the models made of each case -> means of all columns, by group, drawing and model."""

import time
from collections import defaultdict

import numpy as np

from evaluation import metrics
from evaluation.cases import Case
from evaluation.contestants import Made
from evaluation.distribution import c2st, kid
from evaluation.encoder import Encoder
from learning.validation import errors

TRUTH = "truth"
FEWEST = 12  # pictures in a group whose distribution is judged


class Tally:
    """Rows and features, by (group, drawing, model)."""

    def __init__(self, encoders: dict[str, Encoder]):
        self.encoders = encoders
        self.rows: dict[tuple[str, str, str], list[dict[str, float]]] = defaultdict(list)
        self.features: dict[tuple[str, str, str], dict[str, list[np.ndarray]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.seconds: dict[str, float] = defaultdict(float)

    def add(self, case: Case, model: str, made: Made, variant: str | None) -> None:
        """What a model made of a case, `variant` how its drawing was spoilt."""
        began = time.process_time()
        at = (case.group, variant or "clean", model)
        row = metrics.judged(made.picture, case.truth, case.part, case.coverage)
        row |= metrics.outlined(made.picture, made.mask, case.coverage, case.drawn)
        if made.intrinsic is not None:
            form = errors(made.intrinsic, made.truth)
            row |= {name: form[name] for name in made.tells}
        self.rows[at].append(row)
        self.seconds["metrics"] += time.process_time() - began
        if variant is None:
            self.encode(at, "", made.picture)
            self.encode(at, ", fills given", metrics.with_fills(made.picture, case.truth, case.part))

    def encode(self, at: tuple[str, str, str], how: str, image: np.ndarray) -> None:
        """Features of uint8 [3, 256, 256] by every encoder, filed under its name and `how`."""
        began = time.process_time()
        for name, encoder in self.encoders.items():
            self.features[at][name + how].append(encoder(image))
        self.seconds["encoders"] += time.process_time() - began

    def add_truth(self, case: Case) -> None:
        """The true picture of a case, as if it were made."""
        at = (case.group, "clean", TRUTH)
        self.rows[at].append(
            metrics.outlined(case.truth, metrics.not_white(case.truth), case.coverage, case.drawn)
        )
        self.encode(at, "", case.truth)

    def result(self) -> list[dict]:
        """One entry for each group, drawing and model: means of all columns."""
        found = []
        for (name, variant, model), rows in self.rows.items():
            listed = dict.fromkeys(column for row in rows for column in row)
            columns = {
                column: float(np.mean([row[column] for row in rows if column in row])) for column in listed
            }
            entry = {"group": name, "drawing": variant, "model": model, "pictures": len(rows), **columns}
            if model != TRUTH and variant == "clean" and len(rows) >= FEWEST:
                for encoder, made in self.features[name, variant, model].items():
                    true = np.stack(self.features[name, "clean", TRUTH][encoder.split(",")[0]])
                    entry[f"KID {encoder}"], entry[f"KID {encoder} ±"] = kid(np.stack(made), true)
                    entry[f"C2ST {encoder}"] = c2st(np.stack(made), true)
            found.append(entry)
        return found
