package dev.plumbline.torch;

/**
 * How far parameters moved. Takes those that are trained and copies of them from before; gives the norm of each
 * difference, {@code float64}.
 */
final class UpdateProgram {
    private UpdateProgram() {}

    static Program write(int count) {
        Arguments arguments = new Arguments();
        arguments.addAll(Wiring.TRAINED, "after", count);
        arguments.addAll(Arguments.OTHERS, "before", count);
        ProgramText text = new ProgramText(arguments);
        text.line("norms = annotate(List[float], [])");
        for (int i = 0; i < count; i++) {
            String moved = text.let("torch.sub(torch.detach(after" + i + "), before" + i + ")");
            text.line("kept = torch.append(norms, float(torch.linalg_vector_norm(" + moved + ")))");
        }
        text.line("return [torch.tensor(norms, dtype=7)]");
        return text.program();
    }
}
