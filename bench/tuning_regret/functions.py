"""Twenty-one functions of the BBOB noiseless test bed, on [-5, 5]^d.

Written after their definition: N. Hansen, S. Finck, R. Ros, A. Auger, "Real-Parameter Black-Box Optimization Benchmarking
2009: Noiseless Functions Definitions", INRIA RR-6829. Every instance draws its own optimum and rotations, so values are
comparable within this file, not with COCO's archive. The best value is 0.
"""
import numpy as np

BOUND = 5.0


def rotation(d, rng):
    q, r = np.linalg.qr(rng.standard_normal((d, d)))
    return q * np.sign(np.diag(r))


def powers(d):
    return np.arange(d) / max(1, d - 1)


def oscillate(x):
    """T_osz."""
    x = np.asarray(x, float)
    hat = np.log(np.abs(np.where(x == 0, 1, x)))
    c1, c2 = np.where(x > 0, 10, 5.5), np.where(x > 0, 7.9, 3.1)
    return np.where(x == 0, 0, np.sign(x) * np.exp(hat + 0.049 * (np.sin(c1 * hat) + np.sin(c2 * hat))))


def asymmetric(x, beta):
    """T_asy."""
    positive = np.maximum(x, 0)
    return np.where(x > 0, positive ** (1 + beta * powers(len(x)) * np.sqrt(positive)), x)


def scaling(d, alpha):
    return alpha ** (powers(d) / 2)


def outside(x):
    return np.sum(np.maximum(0, np.abs(x) - 5) ** 2)


class Function:
    """A function at one dimension, with the optimum and the rotations that the instance's number draws."""

    def __init__(self, name, d, instance):
        rng = np.random.default_rng([sorted(FUNCTIONS).index(name), d, instance])
        self.name, self.d = name, d
        self.optimum = rng.uniform(-4, 4, d)
        self.r, self.q = rotation(d, rng), rotation(d, rng)
        self.signs = rng.choice([-1.0, 1.0], d)
        self.rng = rng
        self.state = {}
        self.formula = FUNCTIONS[name]
        if name.startswith("gallagher"):
            self.peaks(int(name.split("-")[1]))

    def peaks(self, count):
        first = 1000.0 if count == 101 else 1000.0**2
        alphas = self.rng.permutation(1000 ** (2 * np.arange(count - 1) / (count - 2)))
        wide = 5.0 if count == 101 else 4.9
        y = self.rng.uniform(-wide, wide, (count, self.d))
        y[0] = self.optimum * 0.8
        self.optimum = y[0]
        w = np.concatenate([[10], 1.1 + 8 * np.arange(count - 1) / (count - 2)])
        c = [self.rng.permutation(alpha ** (powers(self.d) / 2)) / alpha**0.25 for alpha in [first, *alphas]]
        self.state = {"y": y, "w": w, "c": np.array(c)}

    def __call__(self, x):
        return float(self.formula(self, np.asarray(x, float)))


def sphere(f, x):
    return np.sum((x - f.optimum) ** 2)


def ellipsoid(f, x):
    return np.sum(10 ** (6 * powers(f.d)) * oscillate(x - f.optimum) ** 2)


def rastrigin(f, x):
    z = scaling(f.d, 10) * asymmetric(oscillate(x - f.optimum), 0.2)
    return 10 * (f.d - np.sum(np.cos(2 * np.pi * z))) + np.sum(z**2)


def linear_slope(f, x):
    s = f.signs * 10 ** powers(f.d)
    z = np.where(f.signs * 5 * x < 25, x, 5 * f.signs)
    return np.sum(5 * np.abs(s) - s * z)


def attractive_sector(f, x):
    z = f.q @ (scaling(f.d, 10) * (f.r @ (x - f.optimum)))
    s = np.where(z * f.optimum > 0, 100.0, 1.0)
    return oscillate(np.sum((s * z) ** 2)) ** 0.9


def step_ellipsoid(f, x):
    hat = scaling(f.d, 10) * (f.r @ (x - f.optimum))
    tilde = np.where(np.abs(hat) > 0.5, np.floor(0.5 + hat), np.floor(0.5 + 10 * hat) / 10)
    z = f.q @ tilde
    return 0.1 * max(abs(hat[0]) / 1e4, np.sum(10 ** (2 * powers(f.d)) * z**2)) + outside(x)


def rosenbrock(f, x):
    z = max(1, np.sqrt(f.d) / 8) * (x - 0.75 * f.optimum) + 1
    return np.sum(100 * (z[:-1] ** 2 - z[1:]) ** 2 + (z[:-1] - 1) ** 2)


def rotated_rosenbrock(f, x):
    z = max(1, np.sqrt(f.d) / 8) * (f.r @ (x - 0.5 * f.optimum)) + 1
    return np.sum(100 * (z[:-1] ** 2 - z[1:]) ** 2 + (z[:-1] - 1) ** 2)


def rotated_ellipsoid(f, x):
    return np.sum(10 ** (6 * powers(f.d)) * oscillate(f.r @ (x - f.optimum)) ** 2)


def discus(f, x):
    z = oscillate(f.r @ (x - f.optimum))
    return 1e6 * z[0] ** 2 + np.sum(z[1:] ** 2)


def bent_cigar(f, x):
    z = f.r @ asymmetric(f.r @ (x - f.optimum), 0.5)
    return z[0] ** 2 + 1e6 * np.sum(z[1:] ** 2)


def sharp_ridge(f, x):
    z = f.q @ (scaling(f.d, 10) * (f.r @ (x - f.optimum)))
    return z[0] ** 2 + 100 * np.sqrt(np.sum(z[1:] ** 2))


def different_powers(f, x):
    return np.sqrt(np.sum(np.abs(f.r @ (x - f.optimum)) ** (2 + 4 * powers(f.d))))


def rotated_rastrigin(f, x):
    inner = asymmetric(oscillate(f.r @ (x - f.optimum)), 0.2)
    z = f.r @ (scaling(f.d, 10) * (f.q @ inner))
    return 10 * (f.d - np.sum(np.cos(2 * np.pi * z))) + np.sum(z**2)


def weierstrass(f, x):
    z = f.r @ (scaling(f.d, 0.01) * (f.q @ oscillate(f.r @ (x - f.optimum))))
    k = np.arange(12)
    f0 = np.sum(0.5**k * np.cos(np.pi * 3**k))
    series = np.sum(0.5**k * np.cos(2 * np.pi * 3.0**k * (z[:, None] + 0.5)))
    return 10 * abs(series / f.d - f0) ** 3 + 10 / f.d * outside(x)


def schaffers(f, x, condition=10):
    z = scaling(f.d, condition) * (f.q @ asymmetric(f.r @ (x - f.optimum), 0.5))
    s = np.sqrt(z[:-1] ** 2 + z[1:] ** 2)
    return np.mean(np.sqrt(s) * (1 + np.sin(50 * s**0.2) ** 2)) ** 2 + 10 * outside(x)


def ill_schaffers(f, x):
    return schaffers(f, x, 1000)


def griewank_rosenbrock(f, x):
    z = max(1, np.sqrt(f.d) / 8) * (f.r @ (x - 0.5 * f.optimum)) + 1
    s = 100 * (z[:-1] ** 2 - z[1:]) ** 2 + (z[:-1] - 1) ** 2
    return 10 / (f.d - 1) * np.sum(s / 4000 - np.cos(s)) + 10


def gallagher(f, x):
    turned = (f.r @ (x - f.state["y"]).T).T
    heights = f.state["w"] * np.exp(-np.sum(f.state["c"] * turned**2, 1) / (2 * f.d))
    return oscillate(10 - np.max(heights)) ** 2 + outside(x)


def lunacek(f, x):
    mu0, s = 2.5, 1 - 1 / (2 * np.sqrt(f.d + 20) - 8.2)
    mu1 = -np.sqrt((mu0**2 - 1) / s)
    hat = 2 * f.signs * x
    z = f.q @ (scaling(f.d, 100) * (f.r @ (hat - mu0)))
    two = min(np.sum((hat - mu0) ** 2), f.d + s * np.sum((hat - mu1) ** 2))
    return two + 10 * (f.d - np.sum(np.cos(2 * np.pi * z))) + 1e4 * outside(x)


FUNCTIONS = {
    "sphere": sphere, "ellipsoid": ellipsoid, "rastrigin": rastrigin, "linear-slope": linear_slope,
    "attractive-sector": attractive_sector, "step-ellipsoid": step_ellipsoid, "rosenbrock": rosenbrock,
    "rotated-rosenbrock": rotated_rosenbrock, "rotated-ellipsoid": rotated_ellipsoid, "discus": discus,
    "bent-cigar": bent_cigar, "sharp-ridge": sharp_ridge, "different-powers": different_powers,
    "rotated-rastrigin": rotated_rastrigin, "weierstrass": weierstrass, "schaffers": schaffers,
    "ill-schaffers": ill_schaffers, "griewank-rosenbrock": griewank_rosenbrock, "gallagher-101": gallagher,
    "gallagher-21": gallagher, "lunacek": lunacek,
}
