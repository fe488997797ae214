package dev.plumbline.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.compare.ComparisonChecks;
import dev.plumbline.compare.KnownResultChecks;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.debug.search.SearchRules;
import dev.plumbline.evaluate.NonDeterministic;
import dev.plumbline.evaluate.RunChecks;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.RulePages;
import dev.plumbline.intervention.InterventionKind;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.live.LiveRules;
import dev.plumbline.start.DataChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleRegistriesTest {
    private static Map<String, List<Rule>> registries() {
        Map<String, List<Rule>> registries = new LinkedHashMap<>();
        registries.put("data", of(DataChecks.standard()));
        registries.put("memory", of(MemoryChecks.standard()));
        registries.put("causes", of(Causes.standard()));
        registries.put("one batch", SearchRules.standard());
        registries.put("live", of(LiveRules.standard()));
        registries.put("runs", of(RunChecks.standard()));
        registries.put("repeated step", List.of(new NonDeterministic().rule()));
        registries.put("comparison", of(ComparisonChecks.standard()));
        registries.put("known results", of(KnownResultChecks.standard()));
        return registries;
    }

    private static List<Rule> of(List<? extends Check<?>> checks) {
        List<Rule> rules = new ArrayList<>();
        checks.forEach(check -> rules.add(check.rule()));
        return rules;
    }

    static Stream<Rule> rules() {
        return registries().values().stream().flatMap(List::stream);
    }

    static Stream<InterventionKind> kinds() {
        return Interventions.standard().kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAPageAndNamesItsSource(Rule rule) {
        assertThat(RulePages.find(rule.id())).as("page of " + rule.id()).isPresent();
        assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
        assertThat(rule.source()).isNotBlank();
    }

    @Test
    void everyPageIsOfARule() {
        assertThat(RulePages.ids())
                .containsExactlyInAnyOrderElementsOf(
                        rules().map(Rule::id).distinct().toList());
    }

    @Test
    void aRuleStandsInOneRegistryAndThoseThatCanAlsoBeTestedInTwo() {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        registries().forEach((name, rules) -> {
            assertThat(rules).extracting(Rule::id).as(name).doesNotHaveDuplicates();
            rules.forEach(rule -> places.computeIfAbsent(rule.id(), id -> new LinkedHashSet<>())
                    .add(name));
        });
        // while a run goes on, much of the same is looked for as in its end
        places.values().stream().filter(names -> names.size() > 1).forEach(names -> names.remove("live"));
        // read off the experiment before it runs, and off the weights and values afterwards
        for (String both : List.of("frozen-parameter", "dead-units", "gradient-missing")) {
            assertThat(places.remove(both)).as(both).containsExactly("causes", "runs");
        }
        // counted in the data, and tested by an edit
        assertThat(places.remove("class-imbalance")).containsExactly("data", "causes");
        assertThat(places).allSatisfy((id, names) -> assertThat(names).as(id).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anInterventionRemovesOnlyRulesThatCanBeExplained(InterventionKind kind) {
        assertThat(Interventions.standard().parse(kind.usage()).removes()).isSubsetOf(RulePages.ids());
    }
}
