"""One study with one of Optuna's samplers."""
import warnings


def run(task, sampler, seed, trials):
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.filterwarnings("ignore", category=optuna.exceptions.ExperimentalWarning)
    samplers = {
        "optuna-random": lambda: optuna.samplers.RandomSampler(seed=seed),
        "optuna-tpe": lambda: optuna.samplers.TPESampler(seed=seed),
        "optuna-tpe-group": lambda: optuna.samplers.TPESampler(seed=seed, multivariate=True, group=True),
        "optuna-gp": lambda: optuna.samplers.GPSampler(seed=seed),
    }
    study = optuna.create_study(sampler=samplers[sampler]())

    def objective(trial):
        point = {}
        for p in task.parameters:
            if p.kind == "float":
                point[p.name] = trial.suggest_float(p.name, p.low, p.high)
            elif p.kind == "int":
                point[p.name] = trial.suggest_int(p.name, p.low, p.high)
            else:
                point[p.name] = trial.suggest_categorical(p.name, p.choices)
        return task.value(point)

    study.optimize(objective, n_trials=trials)
    return [t.value for t in study.trials]
