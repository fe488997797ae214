package dev.plumbline.experiment;

/** The one number to improve. The decomposition of the error (E1) works on {@link #error}, for which less is better. */
public enum Metric implements Labelled {
    /** Share of examples whose class is right; tagging: of positions; multilabel: of labels. */
    ACCURACY("accuracy", true),
    /** Mean over classes of each class's recall: what accuracy would be if all classes were equally frequent. */
    BALANCED_ACCURACY("balanced-accuracy", true),
    /** Mean over classes of the harmonic mean of precision and recall. */
    F1("f1", true),
    /** Root of the mean squared error, in the target's unit. */
    RMSE("rmse", false),
    /** Mean absolute error, in the target's unit. */
    MAE("mae", false),
    /** Share of the target's variance that is explained; 0 for predicting the mean, negative for worse. */
    R2("r2", true);

    private final String label;
    private final boolean higherIsBetter;

    Metric(String label, boolean higherIsBetter) {
        this.label = label;
        this.higherIsBetter = higherIsBetter;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether more is better; a metric for which it is has 1 as its best value. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Whether the metric is a share of the whole, so that an error of 0.05 reads as 5 points. */
    public boolean isShare() {
        return higherIsBetter;
    }

    /** The score as an error: {@code 1 - score} where more is better. NaN stays NaN. */
    public double error(double score) {
        return higherIsBetter ? 1 - score : score;
    }

    /** The inverse of {@link #error}. */
    public double score(double error) {
        return higherIsBetter ? 1 - error : error;
    }

    /** The metric for a task where the person names none. */
    public static Metric byDefault(Task task) {
        return task == Task.REGRESSION ? RMSE : ACCURACY;
    }

    /** Whether the metric says anything about the task. */
    public boolean suits(Task task) {
        return switch (this) {
            case ACCURACY, F1 -> task != Task.REGRESSION;
            case BALANCED_ACCURACY -> task == Task.CLASSIFICATION || task == Task.TAGGING;
            case RMSE, MAE, R2 -> task == Task.REGRESSION;
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
