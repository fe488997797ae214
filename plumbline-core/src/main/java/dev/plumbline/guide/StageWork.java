package dev.plumbline.guide;

import dev.plumbline.finding.Stage;

/** Carries a stage out. */
interface StageWork {
    Stage stage();

    /** What is known afterwards. */
    Result carryOut(Knowledge known, Workbench bench);

    /**
     * @param known with what the stage adds
     * @param status whether the experiment passed it
     * @param summary what came of it, in one sentence
     */
    record Result(Knowledge known, Visit.Status status, String summary) {}
}
