package dev.plumbline.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * DJL writes into an array under a guard that libtorch calls deprecated, and libtorch says so on standard error, once a
 * process, in six lines that help nobody. A number is written first, while standard error leads nowhere for that
 * moment.
 */
final class FirstWarning {
    private static final int STANDARD_ERROR = 2;
    private static final int WRITE_ONLY = 1;

    private FirstWarning() {}

    static void unheard() {
        if (Platform.isWindows()) {
            return;
        }
        try {
            NativeLibrary c = NativeLibrary.getInstance("c");
            int nowhere = call(c, "open", "/dev/null", WRITE_ONLY);
            int kept = call(c, "dup", STANDARD_ERROR);
            if (nowhere < 0 || kept < 0) {
                return;
            }
            System.err.flush();
            call(c, "dup2", nowhere, STANDARD_ERROR);
            try {
                write();
            } finally {
                call(c, "dup2", kept, STANDARD_ERROR);
                call(c, "close", kept);
                call(c, "close", nowhere);
            }
        } catch (UnsatisfiedLinkError e) {
            // then the warning is heard
            System.getLogger(FirstWarning.class.getName()).log(System.Logger.Level.DEBUG, "no dup2 here", e);
        }
    }

    private static int call(NativeLibrary library, String name, Object... arguments) {
        Function function = library.getFunction(name);
        return function.invokeInt(arguments);
    }

    private static void write() {
        try (NDManager memory = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            memory.create(new float[1]).set(new float[] {1});
        }
    }
}
