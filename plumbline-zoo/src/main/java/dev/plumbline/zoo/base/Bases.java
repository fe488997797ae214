package dev.plumbline.zoo.base;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All healthy experiments. */
public final class Bases {
    private Bases() {}

    /** Over the data of the repository's {@code examples/}. */
    public static List<Base> standard(Path examples) {
        ExampleData data = new ExampleData(examples);
        List<Base> bases = new ArrayList<>();
        bases.addAll(new ImageBases(data).list());
        bases.addAll(new TableBases(data).list());
        bases.addAll(new SequenceBases(data).list());
        bases.addAll(new FileBases(data).list());
        return bases;
    }
}
