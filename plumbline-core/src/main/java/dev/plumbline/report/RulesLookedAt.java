package dev.plumbline.report;

import dev.plumbline.compare.ComparisonChecks;
import dev.plumbline.compare.KnownResultChecks;
import dev.plumbline.debug.MemoryChecks;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.debug.search.SearchRules;
import dev.plumbline.evaluate.NonDeterministic;
import dev.plumbline.evaluate.RunChecks;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.start.DataChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every rule that a walk can look at, and which of them this one did, told from the evidence that it gathered. A rule
 * that found something was looked at, whoever did it.
 *
 * @param all in the order of the stages, one for each id
 * @param seen ids of those that were looked at
 */
record RulesLookedAt(List<Rule> all, Set<String> seen) {
    RulesLookedAt {
        all = List.copyOf(all);
        seen = Set.copyOf(seen);
    }

    static RulesLookedAt in(Knowledge known) {
        boolean checked = known.path().stream().anyMatch(v -> v.stage() == Stage.CHECK);
        boolean trained = known.training() != null;
        List<Rule> rules = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        DataChecks.standard().forEach(c -> add(rules, seen, c, known.profile() != null));
        MemoryChecks.standard().forEach(c -> add(rules, seen, c, checked));
        add(rules, seen, new NonDeterministic(), checked);
        boolean oneBatch = known.overfit() != null;
        SearchRules.standard().forEach(r -> add(rules, seen, r, oneBatch));
        Causes.standard().forEach(c -> add(rules, seen, c, trained || oneBatch && !c.onlyInFullTraining()));
        RunChecks.standard()
                .forEach(c -> add(rules, seen, c, trained || checked && c.rule().stage() == Stage.CHECK));
        ComparisonChecks.standard().forEach(c -> add(rules, seen, c, known.comparison() != null));
        boolean compared =
                known.comparison() != null && !known.comparison().references().isEmpty();
        KnownResultChecks.standard().forEach(c -> add(rules, seen, c, compared));
        known.findings().forEach(f -> add(rules, seen, f.rule(), true));
        Map<String, Rule> byId = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            rules.stream().filter(r -> r.stage() == stage).forEach(r -> byId.putIfAbsent(r.id(), r));
        }
        return new RulesLookedAt(List.copyOf(byId.values()), seen);
    }

    private static void add(List<Rule> rules, Set<String> seen, Check<?> check, boolean looked) {
        add(rules, seen, check.rule(), looked);
    }

    private static void add(List<Rule> rules, Set<String> seen, Rule rule, boolean looked) {
        rules.add(rule);
        if (looked) {
            seen.add(rule.id());
        }
    }

    /** Those that belong to a stage. */
    List<Rule> of(Stage stage) {
        return all.stream().filter(r -> r.stage() == stage).toList();
    }

    boolean saw(Rule rule) {
        return seen.contains(rule.id());
    }
}
