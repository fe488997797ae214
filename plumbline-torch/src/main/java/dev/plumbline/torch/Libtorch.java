package dev.plumbline.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** The native library: loaded once, and made ready in each thread that runs something. */
final class Libtorch {
    private final TorchSettings settings;
    private final String version;

    /** Loads it, without asking the network for anything. */
    Libtorch(TorchSettings settings) {
        this.settings = settings;
        // offline also keeps DJL from reporting its use
        setUnlessGiven("ai.djl.offline", "true");
        // the profiling executor gave wrong shapes, and costs seconds at the first calls
        setUnlessGiven("ai.djl.pytorch.graph_optimizer", "false");
        if (settings.keepMemory()) {
            NativeHeap.keepFreed();
        }
        this.version = Engine.getEngine("PyTorch").getVersion();
        FirstWarning.unheard();
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
