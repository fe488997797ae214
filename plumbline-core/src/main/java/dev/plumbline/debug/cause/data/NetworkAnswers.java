package dev.plumbline.debug.cause.data;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.estimate.Answers;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Predictions;

/** A network's predictions as the answers of a simple model, to be judged likewise. */
final class NetworkAnswers {
    private NetworkAnswers() {}

    static Answers of(Predictions predictions) {
        if (predictions.task() == Task.CLASSIFICATION && predictions.targets() instanceof LongTensor classes) {
            int[] said = predictions.classes();
            int outputs = 2;
            for (int row = 0; row < said.length; row++) {
                outputs = (int) Math.max(outputs, Math.max(said[row], classes.values()[row]) + 1);
            }
            double[] answers = new double[said.length * outputs];
            double[] targets = new double[said.length * outputs];
            for (int row = 0; row < said.length; row++) {
                answers[row * outputs + said[row]] = 1;
                targets[row * outputs + (int) classes.values()[row]] = 1;
            }
            return new Answers(Task.CLASSIFICATION, targets, answers, outputs);
        }
        int outputs = predictions.outputs().rowElements();
        double[] answers = new double[predictions.size() * outputs];
        double[] targets = new double[answers.length];
        boolean fits = predictions.targets().elements() == answers.length;
        for (int i = 0; i < answers.length; i++) {
            double value = predictions.outputs().values()[i];
            answers[i] = Double.isFinite(value) ? value : 0;
            targets[i] = fits ? predictions.targets().get(i) : 0;
        }
        return new Answers(Task.REGRESSION, targets, answers, outputs);
    }
}
