package dev.plumbline.zoo.base;

import dev.plumbline.zoo.folder.Folder;
import java.util.function.Supplier;

/**
 * A healthy experiment.
 *
 * @param name kebab-case, never changes: case ids begin with it
 * @param about modality, network and where it comes from, for the table of bases
 * @param folder makes it; equal every time
 */
public record Base(String name, String about, Supplier<Folder> folder) {}
