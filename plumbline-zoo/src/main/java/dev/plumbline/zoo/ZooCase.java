package dev.plumbline.zoo;

import dev.plumbline.zoo.base.Base;
import dev.plumbline.zoo.fault.Fault;
import dev.plumbline.zoo.fault.Plant;
import dev.plumbline.zoo.folder.Folder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experiment to be judged.
 *
 * @param id {@code base/kind/strength}, or {@code base/healthy/variant}; never changes
 * @param base it was made of
 * @param fault that was planted; null for a healthy one
 * @param plant what makes it of its base
 */
record ZooCase(String id, Base base, @Nullable Fault fault, Plant plant) {
    /** What kind a healthy case is listed under. */
    static final String HEALTHY = "healthy";

    static ZooCase faulty(Base base, Fault fault, Fault.Strength strength) {
        return new ZooCase(base.name() + "/" + fault.kind() + "/" + strength.name(), base, fault, strength.plant());
    }

    static ZooCase healthy(Base base, String variant, Plant plant) {
        return new ZooCase(base.name() + "/" + HEALTHY + "/" + variant, base, null, plant);
    }

    /** The fault's kind, or {@value #HEALTHY}. */
    String kind() {
        return fault == null ? HEALTHY : fault.kind();
    }

    /** The experiment; empty where its base has no place for the fault. */
    Optional<Folder> folder() {
        return plant.in(base.folder());
    }

    /** Which half it belongs to: one for building rules, one for the final figure. */
    boolean isFinal() {
        return (hash() & 1) == 1;
    }

    /** A number that depends on nothing but the id. */
    int hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 0xff) | (digest[1] & 0xff) << 8;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
