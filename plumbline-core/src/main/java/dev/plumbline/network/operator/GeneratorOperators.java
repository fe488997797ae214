package dev.plumbline.network.operator;

import java.util.List;

/** Values from nothing but numbers (constants, sizes, ranges, random numbers), and those that a batch leaves behind. */
final class GeneratorOperators {
    private GeneratorOperators() {}

    static List<Operator> list() {
        return List.of(
                new Constant(),
                new ConstantOfShape(),
                new ShapeOf(),
                new Size(),
                new Range(),
                new EyeLike(),
                new RandomOfShape("RandomNormal"),
                new RandomOfShape("RandomUniform"),
                new RandomLike("RandomNormalLike"),
                new RandomLike("RandomUniformLike"),
                new RandomLike("Bernoulli"),
                new Multinomial(),
                new RandomInTraining(),
                new Carried(),
                new Carry());
    }
}
