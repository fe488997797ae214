package dev.plumbline.zoo.folder;

/**
 * A model file beside the experiment.
 *
 * @param name with its ending, which says what it is
 * @param bytes all of it; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ModelFile(String name, byte[] bytes) {
    /** Whether Keras wrote it. */
    public boolean isKeras() {
        return name.endsWith(".keras");
    }

    /** The same file with other bytes. */
    public ModelFile with(byte[] changed) {
        return new ModelFile(name, changed);
    }
}
