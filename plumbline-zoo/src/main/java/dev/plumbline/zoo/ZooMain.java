package dev.plumbline.zoo;

import dev.plumbline.zoo.base.Bases;
import dev.plumbline.zoo.fault.Faults;
import dev.plumbline.zoo.fault.Variants;
import dev.plumbline.zoo.folder.FolderWriter;
import dev.plumbline.zoo.score.ScoreBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command behind {@code bench/accuracy}; see there for what it takes. */
public final class ZooMain {
    private ZooMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments);
        Map<String, ZooCase> cases = new LinkedHashMap<>();
        Cases.all(Bases.standard(options.path("examples", "examples")), Faults.standard(), Variants.standard())
                .forEach(one -> cases.put(one.id(), one));
        if (options.has("worker")) {
            new Worker(cases, options.budget(), options.text("tag", "")).serve();
            return;
        }
        Selection selection = new Selection(options);
        if (options.has("verify")) {
            new Verification(options).run(selection.candidates(cases.values()));
            return;
        }
        ScoreBook scores = options.has("scores") ? ScoreBook.of(options.path("scores", "")) : ScoreBook.shipped();
        List<ZooCase> chosen = selection.measured(cases.values(), scores);
        if (options.has("live")) {
            new LiveMeasurement().run(chosen);
        } else if (options.has("list")) {
            chosen.forEach(one -> System.out.println(one.id() + (one.isFinal() ? "\tfinal" : "\tbuild")));
        } else if (options.has("write")) {
            for (ZooCase one : chosen) {
                Path folder = options.path("write", "").resolve(one.id().replace('/', '.'));
                FolderWriter.write(one.folder().orElseThrow(), folder);
                System.out.println(folder);
            }
        } else {
            new Measurement(options, scores).run(chosen);
        }
    }
}
