package dev.plumbline.zoo.fault;

import dev.plumbline.zoo.folder.Folder;
import java.util.Optional;

/** Plants a fault; empty where the experiment has no place for it. Pure. */
@FunctionalInterface
public interface Plant {
    Optional<Folder> in(Folder healthy);
}
