package dev.plumbline.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.plumbline.UnusableInputException;

/** The native library: loaded once, and made ready in each thread that runs something. */
final class Libtorch {
    private final TorchSettings settings;
    private final String version;

    /**
     * Loads it, without asking the network for anything.
     *
     * @throws UnusableInputException if it cannot be loaded on this machine
     */
    Libtorch(TorchSettings settings) {
        this.settings = settings;
        // offline also keeps DJL from reporting its use
        setUnlessGiven("ai.djl.offline", "true");
        // the profiling executor gave wrong shapes, and costs seconds at the first calls
        setUnlessGiven("ai.djl.pytorch.graph_optimizer", "false");
        if (settings.keepMemory()) {
            NativeHeap.keepFreed();
        }
        this.version = load();
    }

    private static String load() {
        try {
            return Engine.getEngine("PyTorch").getVersion();
        } catch (EngineException | LinkageError | IllegalStateException e) {
            throw UnusableInputException.because(
                    "libtorch could not be loaded: " + e.getMessage()
                            + ". Its files are unpacked into ~/.djl.ai; where that cannot be written to, set the"
                            + " environment variable DJL_CACHE_DIR to a folder that can.",
                    e);
        }
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** These switches belong to the calling thread. */
    void prepareThread() {
        JniUtils.setGraphExecutorOptimize(false);
        if (JniUtils.getNumThreads() != settings.threads()) {
            JniUtils.setNumThreads(settings.threads());
        }
        JniUtils.setGradMode(true);
    }

    NDManager memory() {
        return NDManager.newBaseManager(Device.cpu(), "PyTorch");
    }

    String version() {
        return version;
    }
}
