package dev.plumbline.experiment;

/**
 * All that decides a result, complete: equal experiments give equal runs on the same machine and data. Immutable; an
 * {@code Intervention} makes another one of it.
 *
 * @param name what people call it
 * @param task what the output is for
 * @param data where the splits come from
 * @param model where the network comes from
 * @param training how it is trained
 * @param goal what would be good enough
 */
public record Experiment(String name, Task task, DataPlan data, ModelPlan model, TrainingPlan training, Goal goal) {

    /**
     * A short name of the content: 16 hexadecimal digits of the SHA-256 of the experiment file that
     * {@link ExperimentFile#write} would write. Equal content has an equal fingerprint; the name does not count.
     */
    public String fingerprint() {
        return Fingerprint.of(ExperimentWriter.tree(withName("")));
    }

    public Experiment withName(String changed) {
        return new Experiment(changed, task, data, model, training, goal);
    }

    public Experiment withData(DataPlan changed) {
        return new Experiment(name, task, changed, model, training, goal);
    }

    public Experiment withModel(ModelPlan changed) {
        return new Experiment(name, task, data, changed, training, goal);
    }

    public Experiment withTraining(TrainingPlan changed) {
        return new Experiment(name, task, data, model, changed, goal);
    }

    public Experiment withGoal(Goal changed) {
        return new Experiment(name, task, data, model, training, changed);
    }

    /**
     * The same data, network and training on one fixed batch (D5), as many steps as epochs. The schedule becomes
     * constant, since it is made for epochs of another length.
     */
    public Experiment onOneBatch(int size, int steps) {
        return withData(data.withOneBatch(size))
                .withTraining(training.withBatchSize(size)
                        .withEpochs(steps)
                        .withEarlyStopping(null)
                        .withSchedule(new Schedule.Constant()));
    }
}
