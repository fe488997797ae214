"""Whole models, small where they are their own, as they are where keras.applications has them."""
import numpy as np

from cases import case, tokens

CLASSES = 10
DEEP = ("ResNet50", "MobileNetV2", "EfficientNetB0", "DenseNet121")
IMAGE = (4, 64, 64, 3)


def application(name):
    def build(K):
        return getattr(K.applications, name)(weights=None, input_shape=IMAGE[1:], classes=CLASSES)
    return build


def unet(K):
    k = K.layers

    def block(x, filters):
        for _ in range(2):
            x = k.Conv2D(filters, 3, padding="same", use_bias=False)(x)
            x = k.BatchNormalization()(x)
            x = k.ReLU()(x)
        return x
    a = K.Input((32, 32, 3))
    x, skips = a, []
    for filters in (8, 16, 32):
        x = block(x, filters)
        skips.append(x)
        x = k.MaxPooling2D()(x)
    x = block(x, 64)
    for filters, skip in zip((32, 16, 8), reversed(skips)):
        x = k.Conv2DTranspose(filters, 2, strides=2, padding="same")(x)
        x = block(k.Concatenate()([x, skip]), filters)
    return K.Model(a, k.Conv2D(1, 1, activation="sigmoid")(x))


def bidirectional(K):
    k = K.layers
    return K.Sequential([
        K.Input((12,), dtype="int64"), k.Embedding(50, 16, mask_zero=True), k.Bidirectional(k.LSTM(12, return_sequences=True)),
        k.Bidirectional(k.LSTM(8)), k.Dense(16, activation="relu"), k.Dense(4, activation="softmax")])


def transformer(K):
    k = K.layers
    a = K.Input((12,), dtype="int64")
    x = k.Embedding(50, 16)(a)
    for _ in range(2):
        y = k.MultiHeadAttention(2, 8)(x, x)
        x = k.LayerNormalization(epsilon=1e-6)(k.Add()([x, y]))
        y = k.Dense(16)(k.Dense(32, activation="gelu")(x))
        x = k.LayerNormalization(epsilon=1e-6)(k.Add()([x, y]))
    return K.Model(a, k.Dense(4, activation="softmax")(k.GlobalAveragePooling1D()(x)))


def autoencoder(K):
    k = K.layers
    return K.Sequential([
        K.Input((16, 16, 1)), k.Conv2D(8, 3, strides=2, padding="same", activation="relu"),
        k.Conv2D(4, 3, strides=2, padding="same", activation="relu"), k.Flatten(), k.Dense(12), k.Dense(64, activation="relu"),
        k.Reshape((4, 4, 4)), k.UpSampling2D(), k.Conv2D(4, 3, padding="same", activation="relu"), k.UpSampling2D(),
        k.Conv2D(1, 3, padding="same", activation="sigmoid")])


def wavenet(K):
    k = K.layers
    a = K.Input((32, 2))
    x = k.Conv1D(8, 1)(a)
    total = []
    for rate in (1, 2, 4, 8):
        gate = k.Conv1D(8, 2, padding="causal", dilation_rate=rate, activation="sigmoid")(x)
        value = k.Conv1D(8, 2, padding="causal", dilation_rate=rate, activation="tanh")(x)
        y = k.Multiply()([gate, value])
        total.append(k.Conv1D(6, 1)(y))
        x = k.Add()([x, k.Conv1D(8, 1)(y)])
    x = k.Activation("relu")(k.Add()(total))
    return K.Model(a, k.Dense(1)(k.GlobalAveragePooling1D()(x)))


def siamese(K):
    k = K.layers
    shared = K.Sequential([K.Input((10,)), k.Dense(16, activation="relu"), k.BatchNormalization(), k.Dense(8)], name="tower")
    a, b = K.Input((10,), name="left"), K.Input((10,), name="right")
    x, y = shared(a), shared(b)
    both = k.Concatenate()([k.Subtract()([x, y]), k.Multiply()([x, y]), k.Dot(axes=1, normalize=True)([x, y])])
    return K.Model([a, b], k.Dense(1, activation="sigmoid")(both))


def nested(K):
    k = K.layers
    i = K.Input((8, 8, 3))
    x = k.BatchNormalization()(k.Conv2D(6, 3, padding="same")(i))
    block = K.Model(i, [x, k.GlobalMaxPooling2D()(x)], name="block")
    outer = K.Sequential([K.Input((8, 8, 6)), k.SeparableConv2D(8, 3), k.GlobalAveragePooling2D()], name="head")
    a = K.Input((8, 8, 3))
    image, most = block(a)
    return K.Model(a, k.Dense(4)(k.Concatenate()([outer(image), most])))


def several(K):
    k = K.layers
    image, table = K.Input((12, 12, 1), name="image"), K.Input((6,), name="table")
    x = k.Flatten()(k.MaxPooling2D()(k.Conv2D(4, 3, activation="relu")(image)))
    x = k.Dense(12, activation="relu")(k.Concatenate()([x, k.Dense(6, activation="tanh")(table)]))
    return K.Model([image, table], [k.Dense(4, activation="softmax", name="kind")(x), k.Dense(1, name="size")(x)])


def seq2seq(K):
    k = K.layers
    source, target = K.Input((7, 5), name="source"), K.Input((6, 4), name="target")
    _, h, c = k.LSTM(10, return_state=True)(source)
    y = k.LSTM(10, return_sequences=True)(target, initial_state=[h, c])
    y = k.Attention()([y, k.LSTM(10, return_sequences=True)(source)])
    return K.Model([source, target], k.Dense(1)(k.GlobalAveragePooling1D()(k.TimeDistributed(k.Dense(3))(y))))


def conv_lstm(K):
    k = K.layers
    return K.Sequential([
        K.Input((4, 8, 8, 1)), k.ConvLSTM2D(4, 3, padding="same", return_sequences=True), k.BatchNormalization(),
        k.ConvLSTM2D(4, 3, padding="same"), k.GlobalAveragePooling2D(), k.Dense(3, activation="softmax")])


def xception(K):
    k = K.layers
    a = K.Input((24, 24, 3))
    x = k.Activation("relu")(k.BatchNormalization()(k.Conv2D(8, 3, strides=2, use_bias=False)(a)))
    for filters in (16, 32):
        short = k.BatchNormalization()(k.Conv2D(filters, 1, strides=2, padding="same", use_bias=False)(x))
        for _ in range(2):
            x = k.Activation("relu")(x)
            x = k.BatchNormalization()(k.SeparableConv2D(filters, 3, padding="same", use_bias=False)(x))
        x = k.Add()([k.MaxPooling2D(3, strides=2, padding="same")(x), short])
    return K.Model(a, k.Dense(5, activation="softmax")(k.GlobalAveragePooling2D()(x)))


def merges(K):
    k = K.layers
    a = K.Input((9,))
    x, y, z = (k.Dense(7, activation=f)(a) for f in ("relu", "tanh", "elu"))
    parts = [getattr(k, m)()([x, y, z]) for m in ("Add", "Multiply", "Average", "Maximum", "Minimum", "Concatenate")]
    parts += [k.Subtract()([x, y]), k.Dot(axes=1)([y, z])]
    return K.Model(a, k.Dense(1)(k.Concatenate()(parts)))


def deep_mlp(K):
    k = K.layers
    layers = [K.Input((20,))]
    for units in (32, 32, 16):
        layers += [k.Dense(units, use_bias=False), k.LayerNormalization(), k.Activation("silu")]
    return K.Sequential(layers + [k.Dense(3)])


def gru_tagger(K):
    k = K.layers
    return K.Sequential([
        K.Input((10, 6)), k.Masking(), k.GRU(12, return_sequences=True), k.SimpleRNN(8), k.Dense(3, activation="softmax")])


def vgg(K):
    k = K.layers
    layers = [K.Input((32, 32, 3)), k.Rescaling(0.5)]
    for filters in (8, 16, 32):
        layers += [k.Conv2D(filters, 3, padding="same", activation="relu"), k.Conv2D(filters, 3, padding="same", activation="relu"), k.MaxPooling2D()]
    return K.Sequential(layers + [k.Flatten(), k.Dense(48, activation="relu"), k.Dropout(0.5), k.Dense(10, activation="softmax")])


def decoder(K):
    k = K.layers
    words, places = K.Input((12,), dtype="int64", name="words"), K.Input((12,), dtype="int64", name="places")
    x = k.Add()([k.Embedding(50, 16)(words), k.Embedding(12, 16)(places)])
    for _ in range(2):
        y = k.LayerNormalization()(x)
        x = k.Add()([x, k.MultiHeadAttention(4, 4)(y, y, use_causal_mask=True)])
        y = k.LayerNormalization()(x)
        x = k.Add()([x, k.Dense(16)(k.Dense(64, activation="gelu")(y))])
    last = k.Flatten()(k.Cropping1D((11, 0))(k.LayerNormalization()(x)))
    return K.Model([words, places], k.Dense(50)(last))


def wide_and_deep(K):
    k = K.layers
    numbers, codes = K.Input((8,), name="numbers"), K.Input((3,), dtype="int64", name="codes")
    deep = k.Concatenate()([k.Flatten()(k.Embedding(20, 6)(codes)), k.Normalization(mean=[0.1] * 8, variance=[1.5] * 8)(numbers)])
    for units in (32, 16):
        deep = k.Dense(units, activation="relu", kernel_regularizer=K.regularizers.L2(1e-3))(deep)
    return K.Model([numbers, codes], k.Dense(1, activation="sigmoid")(k.Concatenate()([numbers, deep])))


def text_cnn(K):
    k = K.layers
    a = K.Input((20,), dtype="int64")
    x = k.Embedding(50, 12)(a)
    parts = [k.GlobalMaxPooling1D()(k.Conv1D(8, width, activation="relu")(x)) for width in (2, 3, 4)]
    return K.Model(a, k.Dense(4, activation="softmax")(k.Dropout(0.3)(k.Concatenate()(parts))))


def vision_transformer(K):
    k = K.layers
    a = K.Input((16, 16, 3))
    x = k.Reshape((16, 24))(k.Conv2D(24, 4, strides=4)(a))
    for _ in range(2):
        y = k.LayerNormalization(epsilon=1e-6)(x)
        x = k.Add()([x, k.MultiHeadAttention(3, 8)(y, y)])
        y = k.LayerNormalization(epsilon=1e-6)(x)
        x = k.Add()([x, k.Dense(24)(k.Dense(48, activation="gelu")(y))])
    return K.Model(a, k.Dense(5)(k.Flatten()(k.LayerNormalization(epsilon=1e-6)(x))))


def stacked_lstm(K):
    k = K.layers
    return K.Sequential([
        K.Input((24, 3)), k.LSTM(16, return_sequences=True, dropout=0.2), k.LSTM(12), k.Dense(8, activation="relu"), k.Dense(2)])


def padded(rng):
    ids = rng.integers(1, 50, (4, 12))
    ids[1, 8:] = 0
    ids[3, 3:] = 0
    return ids.astype("int64")


def steps(rng):
    x = rng.standard_normal((4, 10, 6)).astype("float32")
    x[2, 6:] = 0
    x[3, 2:4] = 0
    return x


def register():
    """Every whole model."""
    for name in ("ResNet50", "MobileNetV2", "EfficientNetB0", "DenseNet121"):
        case(name, application(name), IMAGE)
    case("UNet", unet, (4, 32, 32, 3))
    case("bidirectional LSTM", bidirectional, padded, recurrent=True)
    case("transformer classifier", transformer, tokens(50, 4, 12))
    case("autoencoder", autoencoder, (4, 16, 16, 1))
    case("WaveNet", wavenet, (4, 32, 2))
    case("siamese", siamese, (4, 10), (4, 10))
    case("nested", nested, (4, 8, 8, 3))
    case("several inputs and outputs", several, (4, 12, 12, 1), (4, 6))
    case("sequence to sequence", seq2seq, (4, 7, 5), (4, 6, 4), recurrent=True)
    case("ConvLSTM", conv_lstm, (4, 4, 8, 8, 1), recurrent=True)
    case("Xception-like", xception, (4, 24, 24, 3))
    case("every merge", merges, (4, 9))
    case("deep MLP", deep_mlp, (4, 20))
    case("GRU tagger", gru_tagger, steps, recurrent=True)
    case("VGG-like", vgg, (4, 32, 32, 3))
    case("GPT-like decoder", decoder, tokens(50, 4, 12), lambda rng: np.tile(np.arange(12), (4, 1)))
    case("wide and deep", wide_and_deep, (4, 8), tokens(20, 4, 3))
    case("text CNN", text_cnn, tokens(50, 4, 20))
    case("vision transformer", vision_transformer, (4, 16, 16, 3))
    case("stacked LSTM", stacked_lstm, (4, 24, 3), recurrent=True)
