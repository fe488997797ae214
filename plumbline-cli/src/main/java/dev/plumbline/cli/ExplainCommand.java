package dev.plumbline.cli;

import dev.plumbline.finding.RulePages;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline explain}: a rule's page. */
@Command(
        name = "explain",
        description = "Print a rule's page; without a rule, list them.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RULE", description = "A rule's id, as findings name it.")
    @Nullable
    String rule;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (rule == null) {
            RulePages.ids().forEach(out::println);
        } else {
            out.print(RulePages.page(rule));
        }
        return 0;
    }
}
