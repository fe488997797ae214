package dev.plumbline.data;

import dev.plumbline.experiment.Task;
import java.util.List;

/**
 * What the targets of one of the network's other outputs mean.
 *
 * @param output the output's name
 * @param outputs as {@link Schema#outputs()}
 * @param positions as {@link Schema#positions()}
 * @param ignores as {@link Schema#ignores()}, for whole examples too
 */
public record TargetSchema(String output, Task task, int outputs, List<Integer> positions, boolean ignores) {
    public TargetSchema {
        positions = List.copyOf(positions);
    }
}
