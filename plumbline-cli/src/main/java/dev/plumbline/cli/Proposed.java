package dev.plumbline.cli;

import dev.plumbline.data.CachedData;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Schema;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.formats.FileData;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.start.Starter;
import org.jspecify.annotations.Nullable;

/**
 * A person's experiment with its gaps filled, and what it takes to build it.
 *
 * @param imported what its model file holds; null where it has none
 */
record Proposed(
        Experiment experiment,
        CachedData data,
        NetworkFactory networks,
        @Nullable ImportedModel imported) {
    static Proposed of(Subject subject) {
        NetworkFactory networks = NetworkFactory.standard().reading(new ModelFiles());
        ModelPlan given = subject.draft().model();
        ImportedModel imported = given == null ? null : networks.imported(given).orElse(null);
        Starter starter = new Starter();
        Draft draft = starter.naming(subject.draft(), imported);
        CachedData data = new CachedData(new FileData());
        Dataset dataset = data.load(draft.data(), draft.task());
        return new Proposed(starter.propose(draft, dataset, imported).experiment(), data, networks, imported);
    }

    /** The network of an experiment that was edited from this one. */
    Network network(Experiment edited) {
        Schema schema = data.load(edited.data(), edited.task()).schema();
        return networks.create(edited, schema);
    }
}
