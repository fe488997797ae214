"""Studies with Optuna's pruners, replayed on recorded learning curves."""
import warnings

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
warnings.filterwarnings("ignore", category=optuna.exceptions.ExperimentalWarning)


def pruner(name, epochs):
    # steps are reported from 1 on, as Optuna's examples of successive halving and Hyperband count them
    return {
        "optuna-median": lambda: optuna.pruners.MedianPruner(),
        "optuna-percentile-25": lambda: optuna.pruners.PercentilePruner(25.0),
        "optuna-halving": lambda: optuna.pruners.SuccessiveHalvingPruner(),
        "optuna-hyperband": lambda: optuna.pruners.HyperbandPruner(min_resource=1, max_resource=epochs),
        "optuna-patient-median": lambda: optuna.pruners.PatientPruner(optuna.pruners.MedianPruner(), max(1, epochs // 10)),
    }[name]()


def run(curves, maximize, name, order):
    """The epochs spent and the configuration of the best trial."""
    study = optuna.create_study(
        study_name=f"replay-{order[0]}-{order[1]}",  # Hyperband deals trials out by the study's name
        direction="maximize" if maximize else "minimize",
        pruner=pruner(name, curves[0].planned),
        sampler=optuna.samplers.RandomSampler(seed=0),
    )
    spent = 0
    for number in order:
        trial, scores = study.ask(), curves[number].scores
        state = optuna.trial.TrialState.COMPLETE
        for epoch, score in enumerate(scores, 1):
            spent += 1
            trial.report(score, epoch)
            if epoch < len(scores) and trial.should_prune():
                state = optuna.trial.TrialState.PRUNED
                break
        value = curves[number].validation
        if state == optuna.trial.TrialState.PRUNED:
            study.tell(trial, state=state)
        elif value == value:
            study.tell(trial, value)
        else:
            study.tell(trial, state=optuna.trial.TrialState.FAIL)
    complete = [t for t in study.get_trials(deepcopy=False) if t.state == optuna.trial.TrialState.COMPLETE]
    if not complete:
        return spent, -1
    best = (max if maximize else min)(complete, key=lambda t: t.value)
    return spent, order[best.number]
