package dev.plumbline.zoo.base;

import dev.plumbline.zoo.folder.Folder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A healthy experiment, made when it is first asked for. */
public final class Base {
    private final String name;
    private final String about;
    private final Supplier<Folder> maker;
    private @Nullable Folder made;

    /**
     * @param name kebab-case, never changes: case ids begin with it
     * @param about modality, network and where it comes from
     * @param maker makes it; equal every time
     */
    Base(String name, String about, Supplier<Folder> maker) {
        this.name = name;
        this.about = about;
        this.maker = maker;
    }

    public String name() {
        return name;
    }

    public String about() {
        return about;
    }

    /** The experiment. */
    public synchronized Folder folder() {
        Folder folder = made == null ? maker.get() : made;
        made = folder;
        return folder;
    }
}
