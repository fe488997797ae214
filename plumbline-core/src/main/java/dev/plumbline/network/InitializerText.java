package dev.plumbline.network;

import dev.plumbline.network.Initializer.VarianceScaling;
import dev.plumbline.network.Initializer.VarianceScaling.Distribution;
import dev.plumbline.network.Initializer.VarianceScaling.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of an {@link Initializer}: a word, and what stands in parentheses behind it. */
final class InitializerText {
    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:\\(([^()]*)\\))?");

    private InitializerText() {}

    /** Empty for a text that is none. */
    static Optional<Initializer> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> words = matcher.group(2) == null
                ? List.of()
                : Arrays.stream(matcher.group(2).split(",", -1))
                        .map(String::strip)
                        .toList();
        try {
            return Optional.ofNullable(parse(matcher.group(1) + words.size(), words));
        } catch (IllegalArgumentException e) {
            // a word where a number or one of a few words belongs
            return Optional.empty();
        }
    }

    private static @org.jspecify.annotations.Nullable Initializer parse(String form, List<String> words) {
        return switch (form) {
            case "he0" -> Initializer.HE;
            case "glorot0" -> Initializer.GLOROT;
            case "lecun0" -> new Initializer.Scaled(Initializer.Scaled.Rule.LECUN);
            case "orthogonal0" -> new Initializer.Orthogonal();
            case "zeros0" -> Initializer.ZEROS;
            case "ones0" -> Initializer.ONES;
            case "constant1" -> new Initializer.Constant(number(words, 0));
            case "normal1" -> new Initializer.Normal(number(words, 0));
            case "normal2" -> new Initializer.NormalAround(number(words, 0), number(words, 1));
            case "truncated-normal2" -> new Initializer.TruncatedNormal(number(words, 0), number(words, 1));
            case "uniform1" -> new Initializer.Uniform(number(words, 0));
            case "uniform2" -> new Initializer.UniformBetween(number(words, 0), number(words, 1));
            case "orthogonal1" -> new Initializer.Orthogonal(number(words, 0));
            case "identity1" -> new Initializer.Identity(number(words, 0));
            case "variance-scaling3" ->
                new VarianceScaling(
                        number(words, 0), Mode.valueOf(name(words, 1)), Distribution.valueOf(name(words, 2)));
            default -> null;
        };
    }

    private static double number(List<String> words, int index) {
        return Double.parseDouble(words.get(index));
    }

    private static String name(List<String> words, int index) {
        return words.get(index).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
