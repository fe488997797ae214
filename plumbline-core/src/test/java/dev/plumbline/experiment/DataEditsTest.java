package dev.plumbline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataEditsTest {
    private static List<DataEdit> read(String edits) {
        String yaml = "data: {train: train.csv, edits: " + edits + "}";
        return ExperimentFile.parse(yaml, Path.of("experiment.yaml")).data().edits();
    }

    @Test
    void editsAreReadInTheirOrder() {
        assertThat(read("[match-splits, {drop-feature: age}, {shift-targets: -1}]"))
                .containsExactly(
                        DataEdit.Repair.MATCH_SPLITS, new DataEdit.DropFeature("age"), new DataEdit.ShiftTargets(-1));
    }

    @Test
    void anUnknownEditNamesTheNearest() {
        assertThatThrownBy(() -> read("[match-split]"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("data.edits[0]")
                .hasMessageContaining("Did you mean `match-splits`?");
        assertThatThrownBy(() -> read("[{drop-features: age}]"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("Did you mean `drop-feature`?");
        assertThatThrownBy(() -> read("balance"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("a list");
    }

    @Test
    void anEditStandsOnceInAPlanAndChangesIt() {
        DataPlan plan = DataPlan.of(Path.of("train.csv"));
        DataPlan balanced = plan.with(DataEdit.Repair.BALANCE);
        assertThat(balanced).isNotEqualTo(plan);
        assertThat(balanced.with(DataEdit.Repair.BALANCE)).isEqualTo(balanced);
        assertThat(balanced.whole()).isEqualTo(plan);
    }

    @Test
    void onlyMovedTargetsAreMovedBeforeSplitting() {
        DataEdit moved = new DataEdit.ShiftTargets(1);
        DataPlan plan =
                DataPlan.of(Path.of("train.csv")).with(DataEdit.Repair.BALANCE).with(moved);
        assertThat(plan.whole().edits()).containsExactly(moved);
    }
}
