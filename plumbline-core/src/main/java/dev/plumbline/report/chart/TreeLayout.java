package dev.plumbline.report.chart;

import dev.plumbline.finding.Stage;
import java.util.Map;

/**
 * Where the tree's parts stand.
 *
 * @param boxes of the stages
 * @param steps from each of the first four stages to the next, as SVG paths
 * @param toGoal from evaluation to the goal
 * @param toImprove from evaluation to improvement
 * @param toTune from evaluation to tuning
 * @param again from both back to evaluation
 * @param note where the words on the way back stand
 */
record TreeLayout(
        String style,
        int width,
        int height,
        Map<Stage, Box> boxes,
        Map<Stage, String> steps,
        Box goal,
        String toGoal,
        String toImprove,
        String toTune,
        String again,
        Box note) {
    /** A rectangle by its left upper corner. */
    record Box(int x, int y, int width, int height) {}

    /** The first five stages in a row. */
    static TreeLayout wide() {
        return new TreeLayout(
                "wide",
                980,
                246,
                Map.of(
                        Stage.START, new Box(2, 16, 154, 66),
                        Stage.CHECK, new Box(178, 16, 154, 66),
                        Stage.OVERFIT, new Box(354, 16, 154, 66),
                        Stage.COMPARE, new Box(530, 16, 154, 66),
                        Stage.EVALUATE, new Box(706, 16, 154, 66),
                        Stage.IMPROVE, new Box(530, 138, 154, 66),
                        Stage.TUNE, new Box(706, 138, 154, 66)),
                Map.of(
                        Stage.START, "M156 49H172",
                        Stage.CHECK, "M332 49H348",
                        Stage.OVERFIT, "M508 49H524",
                        Stage.COMPARE, "M684 49H700"),
                new Box(890, 29, 88, 32),
                "M860 45H884",
                "M783 82V110H607V132",
                "M783 82V132",
                "M783 204V228M607 204V228H876V66H866",
                new Box(594, 232, 0, 0));
    }

    /** All stages in a column. */
    static TreeLayout narrow() {
        return new TreeLayout(
                "narrow",
                343,
                540,
                Map.of(
                        Stage.START, new Box(26, 4, 200, 60),
                        Stage.CHECK, new Box(26, 88, 200, 60),
                        Stage.OVERFIT, new Box(26, 172, 200, 60),
                        Stage.COMPARE, new Box(26, 256, 200, 60),
                        Stage.EVALUATE, new Box(26, 340, 200, 60),
                        Stage.IMPROVE, new Box(26, 434, 150, 60),
                        Stage.TUNE, new Box(190, 434, 150, 60)),
                Map.of(
                        Stage.START, "M126 64V82",
                        Stage.CHECK, "M126 148V166",
                        Stage.OVERFIT, "M126 232V250",
                        Stage.COMPARE, "M126 316V334"),
                new Box(256, 354, 84, 32),
                "M226 370H250",
                "M101 400V428",
                "M200 400V414H265V428",
                "M265 494V516H101M101 494V516H8V370H20",
                new Box(26, 533, 0, 0));
    }
}
