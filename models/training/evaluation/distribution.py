"""Features of pictures and of the true ones, [N, D] in the same order -> how well the two sets can be told
apart.

Row i of both shows the same object, so that two things differ from the usual: KID leaves out i = j in the
cross term too (the U-statistic of Gretton et al. 2012, eq. 4, unbiased for sets that belong together), and
C2ST keeps both in one fold.
"""

import numpy as np

FOLDS, KEPT, RIDGE, STEPS = 5, 32, 1.0, 25


def kid(made: np.ndarray, true: np.ndarray) -> tuple[float, float]:
    """Kernel Inception Distance (Bińkowski et al. 2018) × 1000 in these features, and its standard error; 0 =
    the same."""
    assert made.shape == true.shape and len(made) > 2, f"features {made.shape} and {true.shape}"
    made, true = made.astype(np.float64), true.astype(np.float64)
    kernel = lambda a, b: (a @ b.T / a.shape[1] + 1) ** 3
    cross = kernel(made, true)
    h = kernel(made, made) + kernel(true, true) - cross - cross.T
    np.fill_diagonal(h, 0)
    count = len(h)
    each = h.sum(1) / (count - 1)
    return float(each.mean() * 1000), float(2 * each.std(ddof=1) / np.sqrt(count) * 1000)


def c2st(made: np.ndarray, true: np.ndarray, *, seed: int = 0) -> float:
    """Classifier two-sample test (Lopez-Paz, Oquab 2017): cross-validated accuracy of a ridge logistic
    regression on the KEPT principal components; 0.5 = cannot be told apart, 1 = always."""
    fold = np.random.default_rng(seed).permutation(len(made)) % FOLDS
    right = []
    for k in range(FOLDS):
        learn, test = fold != k, fold == k
        train = np.concatenate([made[learn], true[learn]]).astype(np.float64)
        label = np.repeat([0.0, 1.0], learn.sum())
        middle = train.mean(0)
        _, scale, axes = np.linalg.svd(train - middle, full_matrices=False)
        kept = min(KEPT, int((scale > 1e-6 * scale[0]).sum()), len(train) // 4)
        basis, spread = axes[:kept].T, scale[:kept]
        inputs = [
            np.c_[(x - middle) @ basis / spread * np.sqrt(len(train)), np.ones(len(x))]
            for x in (train, made[test], true[test])
        ]
        weight = logistic(inputs[0], label)
        right += [inputs[1] @ weight < 0, inputs[2] @ weight > 0]
    return float(np.concatenate(right).mean())


def logistic(x: np.ndarray, label: np.ndarray) -> np.ndarray:
    """Weights [D] of a ridge logistic regression, by Newton's method; the last column is the offset."""
    ridge = np.full(x.shape[1], RIDGE)
    ridge[-1] = 1e-6
    weight = np.zeros(x.shape[1])
    for _ in range(STEPS):
        says = 1 / (1 + np.exp(-np.clip(x @ weight, -30, 30)))
        slope = x.T @ (says - label) + ridge * weight
        weight -= np.linalg.solve((x.T * (says * (1 - says) + 1e-9)) @ x + np.diag(ridge), slope)
    return weight
