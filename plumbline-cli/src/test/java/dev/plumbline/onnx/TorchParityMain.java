package dev.plumbline.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares Plumbline with PyTorch on the files that {@code bench/torch_parity} wrote: outputs and 50 losses of each
 * model by both exporters, a line each; the last line is {@code agreed N of M}. Arguments: the folder, and a word that
 * a case's name must hold.
 */
public final class TorchParityMain {
    private TorchParityMain() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        String word = arguments.length > 1 ? arguments[1].toLowerCase(java.util.Locale.ROOT) : "";
        int agreed = 0;
        int all = 0;
        for (String line : Files.readAllLines(root.resolve("cases.tsv"))) {
            if (!line.toLowerCase(java.util.Locale.ROOT).contains(word)) {
                continue;
            }
            TorchCase one = TorchCase.of(root, line);
            String verdict = one.verdict();
            all++;
            agreed += verdict.startsWith("agrees") ? 1 : 0;
            System.out.println(verdict);
        }
        System.out.println("agreed " + agreed + " of " + all);
    }
}
