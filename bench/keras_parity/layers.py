"""Every layer class, each in several settings."""
from cases import case, gaps, layer, tokens

S1, S2, S3 = (12, 4), (8, 9, 4), (6, 5, 7, 4)


def dense_and_friends():
    layer("Dense", lambda k: k.Dense(5), (7,))
    layer("Dense no bias, relu", lambda k: k.Dense(5, activation="relu", use_bias=False), (7,))
    layer("Dense of steps", lambda k: k.Dense(5, activation="softmax"), (6, 7))
    layer("Dense of images", lambda k: k.Dense(5, activation="gelu"), S2)
    layer("EinsumDense", lambda k: k.EinsumDense("abc,cd->abd", output_shape=(None, 5), bias_axes="d"), (6, 7))
    layer("EinsumDense two axes", lambda k: k.EinsumDense("abc,cde->abde", output_shape=(None, 2, 5), bias_axes="de"), (6, 7))
    case("Embedding", lambda K: K.Sequential([K.Input((6,), dtype="int64"), K.layers.Embedding(11, 5)]), tokens(11, 3, 6))
    case("Embedding of floats", lambda K: K.Sequential([K.Input((6,)), K.layers.Embedding(11, 5), K.layers.Flatten()]),
         lambda rng: rng.integers(0, 11, (3, 6)).astype("float32"))
    layer("Identity", lambda k: k.Identity(), (7,))


ACTIVATIONS = ("elu", "exponential", "gelu", "hard_sigmoid", "hard_silu", "leaky_relu", "linear", "log_softmax", "mish",
               "relu", "relu6", "selu", "sigmoid", "silu", "softmax", "softplus", "softsign", "tanh",
               "celu", "glu", "hard_tanh", "log_sigmoid", "soft_shrink", "hard_shrink", "tanh_shrink", "threshold",
               "squareplus", "sparse_plus", "sparse_sigmoid", "sparsemax")


def activations():
    for name in ACTIVATIONS:
        layer(f"Activation {name}", lambda k, name=name: k.Activation(name), (4, 6))
    layer("ReLU", lambda k: k.ReLU(), (7,))
    layer("ReLU bounded", lambda k: k.ReLU(max_value=1.0, negative_slope=0.1, threshold=0.2), (7,))
    layer("LeakyReLU", lambda k: k.LeakyReLU(0.2), (7,))
    layer("PReLU", lambda k: k.PReLU(alpha_initializer="ones"), (7,))
    layer("PReLU shared axes", lambda k: k.PReLU(shared_axes=[1, 2]), S2)
    layer("ELU", lambda k: k.ELU(0.7), (7,))
    layer("Softmax", lambda k: k.Softmax(), (5, 6))
    layer("Softmax axis 1", lambda k: k.Softmax(axis=1), (5, 6))


def convolutions():
    for n, shape in ((1, S1), (2, S2), (3, S3)):
        conv = f"Conv{n}D"
        for text, settings in (
                ("valid", {}), ("same", dict(padding="same")), ("same strides 2", dict(padding="same", strides=2)),
                ("dilation 2", dict(padding="same", dilation_rate=2)), ("groups 2, no bias", dict(groups=2, use_bias=False)),
                ("strides 2, relu", dict(strides=2, activation="relu"))):
            layer(f"{conv} {text}", lambda k, c=conv, s=settings: getattr(k, c)(6, 3, **s), shape)
        layer(f"{conv} even kernel same", lambda k, c=conv: getattr(k, c)(6, 2, padding="same"), shape)
        first = (shape[-1],) + tuple(shape[:-1])
        layer(f"{conv} channels first", lambda k, c=conv: getattr(k, c)(6, 3, padding="same", data_format="channels_first"), first)
        for text, settings in (("valid", {}), ("strides 2", dict(strides=2)), ("same strides 2", dict(padding="same", strides=2)),
                               ("same, no bias", dict(padding="same", use_bias=False, activation="tanh"))):
            layer(f"{conv}Transpose {text}", lambda k, c=conv, s=settings: getattr(k, c + "Transpose")(5, 3, **s), shape)
    layer("Conv1D causal", lambda k: k.Conv1D(6, 3, padding="causal"), S1)
    layer("Conv1D causal dilation", lambda k: k.Conv1D(6, 2, padding="causal", dilation_rate=4, activation="tanh"), S1)
    layer("Conv1D causal strides", lambda k: k.Conv1D(6, 3, padding="causal", strides=2), S1)
    layer("Conv2D uneven", lambda k: k.Conv2D(6, (3, 2), strides=(1, 2), padding="same"), S2)
    layer("Conv2D no length", lambda k: k.Conv2D(6, 3, padding="same", strides=3), S2)
    for n, shape in ((1, S1), (2, S2)):
        depth, separable = f"DepthwiseConv{n}D", f"SeparableConv{n}D"
        layer(f"{depth} valid", lambda k, c=depth: getattr(k, c)(3), shape)
        layer(f"{depth} same, multiplier 2", lambda k, c=depth: getattr(k, c)(3, padding="same", depth_multiplier=2), shape)
        layer(f"{depth} strides 2", lambda k, c=depth: getattr(k, c)(3, strides=2, padding="same", activation="relu6"), shape)
        layer(f"{depth} dilation 2", lambda k, c=depth: getattr(k, c)(3, dilation_rate=2, use_bias=False), shape)
        layer(f"{separable} valid", lambda k, c=separable: getattr(k, c)(5, 3), shape)
        layer(f"{separable} same, multiplier 2", lambda k, c=separable: getattr(k, c)(5, 3, padding="same", depth_multiplier=2), shape)
        layer(f"{separable} strides 2", lambda k, c=separable: getattr(k, c)(5, 3, strides=2, use_bias=False), shape)
    layer("DepthwiseConv2D channels first", lambda k: k.DepthwiseConv2D(3, data_format="channels_first"), (4, 8, 9))
    layer("SeparableConv2D channels first", lambda k: k.SeparableConv2D(5, 3, data_format="channels_first"), (4, 8, 9))
    layer("Conv2DTranspose channels first", lambda k: k.Conv2DTranspose(5, 3, strides=2, padding="same", data_format="channels_first"), (4, 6, 5))


def pooling():
    for n, shape in ((1, S1), (2, S2), (3, S3)):
        for kind in ("Max", "Average"):
            pool = f"{kind}Pooling{n}D"
            layer(pool, lambda k, p=pool: getattr(k, p)(2), shape)
            # on PyTorch Keras repeats an image's edge where others leave the padding out of the mean
            layer(f"{pool} same", lambda k, p=pool: getattr(k, p)(3, strides=2, padding="same"), shape, backend="tensorflow")
            layer(f"{pool} strides 1", lambda k, p=pool: getattr(k, p)(2, strides=1), shape)
            layer(f"Global{pool}", lambda k, p=pool: getattr(k, "Global" + p)(), shape)
            layer(f"Global{pool} keepdims", lambda k, p=pool: getattr(k, "Global" + p)(keepdims=True), shape)
        for kind in ("Max", "Average"):
            pool = f"Adaptive{kind}Pooling{n}D"
            layer(pool, lambda k, p=pool: getattr(k, p)(3), shape)
    layer("MaxPooling2D channels first", lambda k: k.MaxPooling2D(2, data_format="channels_first"), (4, 8, 9))
    layer("AveragePooling2D channels first", lambda k: k.AveragePooling2D(3, padding="valid", data_format="channels_first"), (4, 8, 9))
    layer("GlobalAveragePooling2D channels first", lambda k: k.GlobalAveragePooling2D(data_format="channels_first"), (4, 8, 9))


def normalization():
    layer("BatchNormalization", lambda k: k.BatchNormalization(), (7,))
    layer("BatchNormalization of images", lambda k: k.BatchNormalization(epsilon=0.01, momentum=0.9), S2)
    layer("BatchNormalization axis 1", lambda k: k.BatchNormalization(axis=1), (4, 8, 9))
    layer("BatchNormalization no scale, no center", lambda k: k.BatchNormalization(scale=False, center=False), S2)
    layer("BatchNormalization of steps", lambda k: k.BatchNormalization(scale=False), S1)
    layer("LayerNormalization", lambda k: k.LayerNormalization(), (7,))
    layer("LayerNormalization of steps", lambda k: k.LayerNormalization(epsilon=1e-5), (5, 7))
    layer("LayerNormalization two axes", lambda k: k.LayerNormalization(axis=[2, 3]), S2)
    layer("LayerNormalization axis 1", lambda k: k.LayerNormalization(axis=1), (5, 7))
    layer("LayerNormalization no scale", lambda k: k.LayerNormalization(scale=False), (5, 7))
    layer("GroupNormalization", lambda k: k.GroupNormalization(groups=2), S2)
    layer("GroupNormalization of steps", lambda k: k.GroupNormalization(groups=4, scale=False), S1)
    layer("GroupNormalization instance", lambda k: k.GroupNormalization(groups=-1), S2)
    layer("GroupNormalization axis 1", lambda k: k.GroupNormalization(groups=2, axis=1), (4, 8, 9))
    layer("RMSNormalization", lambda k: k.RMSNormalization(), (5, 7))
    layer("UnitNormalization", lambda k: k.UnitNormalization(), (5, 7))
    layer("UnitNormalization axis 1", lambda k: k.UnitNormalization(axis=1), (5, 7))
    layer("SpectralNormalization", lambda k: k.SpectralNormalization(k.Dense(5)), (7,))
    layer("Normalization", lambda k: k.Normalization(mean=[0.5, 1.0, -1.0], variance=[2.0, 1.0, 0.5]), (3,))
    layer("Normalization back", lambda k: k.Normalization(mean=[0.5, 1.0, -1.0], variance=[2.0, 1.0, 0.5], invert=True), (3,))
    layer("Rescaling", lambda k: k.Rescaling(1 / 127.5, offset=-1.0), S2)


def random_layers():
    for name, make in (
            ("Dropout", lambda k: k.Dropout(0.5)), ("SpatialDropout1D", lambda k: k.SpatialDropout1D(0.5)),
            ("GaussianDropout", lambda k: k.GaussianDropout(0.5)), ("GaussianNoise", lambda k: k.GaussianNoise(0.5)),
            ("AlphaDropout", lambda k: k.AlphaDropout(0.5)), ("ActivityRegularization", lambda k: k.ActivityRegularization(0.1, 0.1))):
        layer(name, make, (5, 7))
    for name, make in (
            ("SpatialDropout2D", lambda k: k.SpatialDropout2D(0.5)), ("RandomFlip", lambda k: k.RandomFlip()),
            ("RandomRotation", lambda k: k.RandomRotation(0.2)), ("RandomZoom", lambda k: k.RandomZoom(0.2)),
            ("RandomTranslation", lambda k: k.RandomTranslation(0.2, 0.2)), ("RandomContrast", lambda k: k.RandomContrast(0.2)),
            ("RandomBrightness", lambda k: k.RandomBrightness(0.2)), ("RandomCrop", lambda k: k.RandomCrop(6, 6)),
            ("CenterCrop", lambda k: k.CenterCrop(4, 5)), ("Resizing", lambda k: k.Resizing(5, 6))):
        layer(name, make, (8, 9, 3))
    layer("SpatialDropout3D", lambda k: k.SpatialDropout3D(0.5), S3)


def reshaping():
    layer("Flatten", lambda k: k.Flatten(), S2)
    layer("Flatten channels first", lambda k: k.Flatten(data_format="channels_first"), (4, 8, 9))
    layer("Reshape", lambda k: k.Reshape((9, 32)), S2)
    layer("Reshape rest", lambda k: k.Reshape((-1, 8)), S2)
    layer("Permute", lambda k: k.Permute((3, 1, 2)), S2)
    layer("RepeatVector", lambda k: k.RepeatVector(4), (7,))
    layer("Cropping1D", lambda k: k.Cropping1D((2, 3)), S1)
    layer("Cropping2D", lambda k: k.Cropping2D(((1, 2), (3, 0))), S2)
    layer("Cropping2D channels first", lambda k: k.Cropping2D(2, data_format="channels_first"), (4, 8, 9))
    layer("Cropping3D", lambda k: k.Cropping3D(1), S3)
    layer("ZeroPadding1D", lambda k: k.ZeroPadding1D((2, 3)), S1)
    layer("ZeroPadding2D", lambda k: k.ZeroPadding2D(((1, 2), (3, 0))), S2)
    layer("ZeroPadding2D channels first", lambda k: k.ZeroPadding2D(2, data_format="channels_first"), (4, 8, 9))
    layer("ZeroPadding3D", lambda k: k.ZeroPadding3D(1), S3)
    layer("UpSampling1D", lambda k: k.UpSampling1D(3), S1)
    layer("UpSampling2D", lambda k: k.UpSampling2D((2, 3)), S2)
    layer("UpSampling2D bilinear", lambda k: k.UpSampling2D(2, interpolation="bilinear"), S2)
    layer("UpSampling2D channels first", lambda k: k.UpSampling2D(2, data_format="channels_first"), (4, 8, 9))
    layer("UpSampling3D", lambda k: k.UpSampling3D(2), S3)


def merging():
    pair = ((5, 6), (5, 6))
    for name in ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate"):
        layer(name, lambda k, n=name: getattr(k, n)(), *pair)
    layer("Add of three", lambda k: k.Add(), (5, 6), (5, 6), (5, 6))
    layer("Average of three", lambda k: k.Average(), (5, 6), (5, 6), (5, 6))
    layer("Add, broadcast", lambda k: k.Add(), (5, 6), (1, 6))
    layer("Concatenate axis 1", lambda k: k.Concatenate(axis=1), (5, 6), (3, 6))
    layer("Dot", lambda k: k.Dot(axes=1), (6,), (6,))
    layer("Dot normalized", lambda k: k.Dot(axes=1, normalize=True), (6,), (6,))
    layer("Dot of steps", lambda k: k.Dot(axes=(2, 2)), (5, 6), (4, 6))
    layer("Dot uneven axes", lambda k: k.Dot(axes=(2, 1)), (5, 6), (6, 4))


def recurrent():
    x = (6, 5)

    def add(name, make, *shapes):
        layer(name, make, *(shapes or (x,)), recurrent=True)

    for cell in ("LSTM", "GRU", "SimpleRNN"):
        add(cell, lambda k, c=cell: getattr(k, c)(4))
        add(f"{cell} sequences", lambda k, c=cell: getattr(k, c)(4, return_sequences=True))
        add(f"{cell} state", lambda k, c=cell: getattr(k, c)(4, return_state=True))
        add(f"{cell} sequences and state", lambda k, c=cell: getattr(k, c)(4, return_sequences=True, return_state=True))
        add(f"{cell} backwards", lambda k, c=cell: getattr(k, c)(4, go_backwards=True))
        add(f"{cell} backwards sequences", lambda k, c=cell: getattr(k, c)(4, go_backwards=True, return_sequences=True, return_state=True))
        add(f"{cell} no bias", lambda k, c=cell: getattr(k, c)(4, use_bias=False))
        add(f"{cell} unrolled", lambda k, c=cell: getattr(k, c)(4, unroll=True))
        add(f"{cell} relu", lambda k, c=cell: getattr(k, c)(4, activation="relu", return_sequences=True))
        add(f"{cell} dropout", lambda k, c=cell: getattr(k, c)(4, dropout=0.3, recurrent_dropout=0.2))
        add(f"{cell} softsign", lambda k, c=cell: getattr(k, c)(4, activation="softsign"))
    for cell in ("LSTM", "GRU"):
        add(f"{cell} hard sigmoid", lambda k, c=cell: getattr(k, c)(4, recurrent_activation="hard_sigmoid"))
        add(f"{cell} elu and relu", lambda k, c=cell: getattr(k, c)(4, activation="elu", recurrent_activation="relu"))
        add(f"{cell} linear", lambda k, c=cell: getattr(k, c)(4, activation=None, recurrent_activation="sigmoid"))
        add(f"{cell} silu", lambda k, c=cell: getattr(k, c)(4, activation="silu", return_sequences=True))
    add("LSTM no forget bias", lambda k: k.LSTM(4, unit_forget_bias=False))
    add("GRU reset before", lambda k: k.GRU(4, reset_after=False, return_sequences=True, return_state=True))
    add("GRU reset before, no bias", lambda k: k.GRU(4, reset_after=False, use_bias=False, go_backwards=True))
    for cell in ("LSTM", "GRU", "SimpleRNN"):
        add(f"RNN of {cell}Cell", lambda k, c=cell: k.RNN(getattr(k, c + "Cell")(4), return_sequences=True, return_state=True))
    add("RNN of cells", lambda k: k.RNN([k.LSTMCell(4), k.GRUCell(3), k.SimpleRNNCell(5)], return_sequences=True, return_state=True))
    add("RNN of StackedRNNCells", lambda k: k.RNN(k.StackedRNNCells([k.LSTMCell(4), k.LSTMCell(3)])))

    def with_states(cell, count, units=4):
        def build(K):
            a = K.Input(x)
            states = [K.Input((units,)) for _ in range(count)]
            made = getattr(K.layers, cell)(units, return_sequences=True, return_state=True)(
                a, initial_state=states if count > 1 else states[0])
            return K.Model([a] + states, made)
        case(f"{cell} with initial state", build, (3,) + x, *[(3, units)] * count, recurrent=True)
    with_states("LSTM", 2)
    with_states("GRU", 1)
    with_states("SimpleRNN", 1)

    def stateful(cell):
        def build(K):
            a = K.Input(batch_shape=(3,) + x)
            return K.Model(a, getattr(K.layers, cell)(4, stateful=True)(a))
        case(f"{cell} stateful", build, (3,) + x, recurrent=True)
    for cell in ("LSTM", "GRU", "SimpleRNN"):
        stateful(cell)

    for mode in ("concat", "sum", "mul", "ave", None):
        add(f"Bidirectional {mode}", lambda k, m=mode: k.Bidirectional(k.LSTM(4, return_sequences=True), merge_mode=m))
    add("Bidirectional last", lambda k: k.Bidirectional(k.LSTM(4)))
    add("Bidirectional GRU", lambda k: k.Bidirectional(k.GRU(4, return_sequences=True)))
    add("Bidirectional SimpleRNN sum", lambda k: k.Bidirectional(k.SimpleRNN(4), merge_mode="sum"))
    add("Bidirectional state", lambda k: k.Bidirectional(k.LSTM(4, return_sequences=True, return_state=True)))
    add("Bidirectional GRU state", lambda k: k.Bidirectional(k.GRU(4, return_state=True)))
    add("Bidirectional own backward", lambda k: k.Bidirectional(
        k.LSTM(4, return_sequences=True), backward_layer=k.GRU(3, return_sequences=True, go_backwards=True)))
    add("Bidirectional forward backwards", lambda k: k.Bidirectional(
        k.GRU(3, return_sequences=True, go_backwards=True), backward_layer=k.GRU(3, return_sequences=True)))

    def bidirectional_states(K):
        a = K.Input(x)
        states = [K.Input((4,)) for _ in range(4)]
        return K.Model([a] + states, K.layers.Bidirectional(K.layers.LSTM(4))(a, initial_state=states))
    case("Bidirectional with initial state", bidirectional_states, (3,) + x, *[(3, 4)] * 4, recurrent=True)

    layer("TimeDistributed Dense", lambda k: k.TimeDistributed(k.Dense(4, activation="relu")), x)
    layer("TimeDistributed Conv2D", lambda k: k.TimeDistributed(k.Conv2D(3, 3, padding="same")), (4, 6, 6, 2))
    layer("TimeDistributed BatchNormalization", lambda k: k.TimeDistributed(k.BatchNormalization()), x)
    layer("TimeDistributed Flatten", lambda k: k.TimeDistributed(k.Flatten()), (4, 3, 2))
    layer("TimeDistributed GlobalAveragePooling1D", lambda k: k.TimeDistributed(k.GlobalAveragePooling1D()), (4, 3, 2))
    add("TimeDistributed LSTM", lambda k: k.TimeDistributed(k.LSTM(3)), (4, 3, 2))

    def distributed_model(K):
        inner = K.Sequential([K.Input((6, 6, 2)), K.layers.Conv2D(3, 3), K.layers.MaxPooling2D(), K.layers.Flatten(), K.layers.Dense(4)])
        a = K.Input((4, 6, 6, 2))
        return K.Model(a, K.layers.TimeDistributed(inner)(a))
    case("TimeDistributed model", distributed_model, (3, 4, 6, 6, 2))

    for n, shape in ((1, (4, 8, 2)), (2, (4, 6, 5, 2)), (3, (3, 4, 5, 4, 2))):
        conv = f"ConvLSTM{n}D"
        add(conv, lambda k, c=conv: getattr(k, c)(3, 3), shape)
        add(f"{conv} same, sequences", lambda k, c=conv: getattr(k, c)(3, 3, padding="same", return_sequences=True), shape)
    add("ConvLSTM2D state", lambda k: k.ConvLSTM2D(3, 3, padding="same", return_state=True, recurrent_activation="sigmoid"), (4, 6, 5, 2))
    add("ConvLSTM2D strides, no bias, backwards", lambda k: k.ConvLSTM2D(3, 3, strides=2, use_bias=False, go_backwards=True), (4, 8, 8, 2))
    add("ConvLSTM2D channels first", lambda k: k.ConvLSTM2D(3, 3, padding="same", data_format="channels_first"), (4, 2, 6, 5))
    add("Bidirectional ConvLSTM2D", lambda k: k.Bidirectional(k.ConvLSTM2D(3, 3, padding="same", return_sequences=True)), (4, 6, 5, 2))


def masking():
    x = gaps(4, 6, 5)

    def add(name, *make, given=x, shape=(6, 5), recurrent=True):
        def build(K):
            a = K.Input(shape)
            y = K.layers.Masking()(a)
            for m in make:
                y = m(K.layers)(y)
            return K.Model(a, y)
        case(name, build, given, recurrent=recurrent)

    add("Masking", recurrent=False)
    for cell in ("LSTM", "GRU", "SimpleRNN"):
        add(f"masked {cell}", lambda k, c=cell: getattr(k, c)(4))
        add(f"masked {cell} sequences", lambda k, c=cell: getattr(k, c)(4, return_sequences=True, return_state=True))
        add(f"masked {cell} backwards", lambda k, c=cell: getattr(k, c)(4, go_backwards=True, return_sequences=True, return_state=True))
        add(f"masked {cell} twice", lambda k, c=cell: getattr(k, c)(4, return_sequences=True), lambda k, c=cell: getattr(k, c)(3))
    add("masked LSTM zero output", lambda k: k.RNN(k.LSTMCell(4), return_sequences=True, zero_output_for_mask=True))
    add("masked GRU reset before", lambda k: k.GRU(4, reset_after=False, return_sequences=True))
    add("masked Bidirectional", lambda k: k.Bidirectional(k.LSTM(4, return_sequences=True)))
    add("masked Bidirectional last", lambda k: k.Bidirectional(k.GRU(4)))
    add("masked Bidirectional sum", lambda k: k.Bidirectional(k.LSTM(4, return_sequences=True), merge_mode="sum"))
    add("masked RNN of cells", lambda k: k.RNN([k.LSTMCell(4), k.GRUCell(3)], return_sequences=True))
    add("masked TimeDistributed", lambda k: k.TimeDistributed(k.Dense(4)), lambda k: k.LSTM(3))
    add("masked GlobalAveragePooling1D", lambda k: k.GlobalAveragePooling1D(), given=lambda rng: gaps(4, 6, 5)(rng)[[0, 2, 3]], recurrent=False)
    add("mask through Dense and Dropout", lambda k: k.Dense(4), lambda k: k.Dropout(0.2), lambda k: k.Activation("relu"),
        lambda k: k.LayerNormalization(), lambda k: k.LSTM(3))
    add("mask through BatchNormalization", lambda k: k.BatchNormalization(), lambda k: k.LSTM(3))
    add("mask and Softmax", lambda k: k.Softmax(axis=1), recurrent=False)

    def stopped(K):
        a = K.Input((6, 5))
        return K.Model(a, K.layers.LSTM(3)(K.layers.Conv1D(4, 3, padding="same")(K.layers.Masking()(a))))
    case("mask stops at Conv1D", stopped, x, recurrent=True)

    ids = tokens(7, 4, 6)

    def embedded(name, *make, recurrent=True):
        def build(K):
            a = K.Input((6,), dtype="int64")
            y = K.layers.Embedding(7, 5, mask_zero=True)(a)
            for m in make:
                y = m(K.layers)(y)
            return K.Model(a, y)
        case(name, build, ids, recurrent=recurrent)
    embedded("Embedding mask, LSTM", lambda k: k.LSTM(4))
    embedded("Embedding mask, Bidirectional GRU", lambda k: k.Bidirectional(k.GRU(4)))
    embedded("Embedding mask, GlobalAveragePooling1D", lambda k: k.GlobalAveragePooling1D(), recurrent=False)
    embedded("Embedding mask, GlobalMaxPooling1D", lambda k: k.GlobalMaxPooling1D(), recurrent=False)

    def merged(merge):
        def build(K):
            a, b = K.Input((6,), dtype="int64"), K.Input((6,), dtype="int64")
            e = K.layers.Embedding(7, 5, mask_zero=True)
            return K.Model([a, b], K.layers.LSTM(4)(getattr(K.layers, merge)()([e(a), e(b)])))
        case(f"masks meet in {merge}", build, ids, tokens(3, 4, 6), recurrent=True)
    merged("Add")
    merged("Concatenate")

    def mixed(K):
        a, b = K.Input((6,), dtype="int64"), K.Input((6, 5))
        e = K.layers.Embedding(7, 5, mask_zero=True)(a)
        return K.Model([a, b], K.layers.LSTM(4)(K.layers.Concatenate()([e, b])))
    case("mask meets none", mixed, ids, (4, 6, 5), recurrent=True)

    def given_mask(K):
        a, m = K.Input((6, 5)), K.Input((6,), dtype="bool")
        return K.Model([a, m], K.layers.LSTM(4, return_sequences=True)(a, mask=m))
    case("mask given as an input", given_mask, (4, 6, 5), lambda rng: rng.random((4, 6)) < 0.6, recurrent=True)

    def convolved(K):
        a = K.Input((5, 4, 4, 2))
        return K.Model(a, K.layers.ConvLSTM2D(3, 3, padding="same", return_sequences=True)(
            K.layers.TimeDistributed(K.layers.Conv2D(2, 3, padding="same"))(a)))
    case("ConvLSTM2D after TimeDistributed", convolved, (2, 5, 4, 4, 2), recurrent=True)


def attention():
    def mha(name, settings, call, *shapes, masks=False):
        def build(K):
            inputs = [K.Input(s) for s in shapes]
            made = K.layers.MultiHeadAttention(**settings)
            return K.Model(inputs, call(made, inputs))
        case(name, build, *[(3,) + s for s in shapes])

    q, v = (5, 8), (6, 8)
    one = dict(num_heads=2, key_dim=4)
    mha("MultiHeadAttention self", one, lambda m, i: m(i[0], i[0]), q)
    mha("MultiHeadAttention cross", one, lambda m, i: m(i[0], i[1]), q, v)
    mha("MultiHeadAttention key", one, lambda m, i: m(i[0], i[1], i[2]), q, v, (6, 7))
    mha("MultiHeadAttention by name", one, lambda m, i: m(query=i[0], value=i[1], key=i[2]), q, v, (6, 7))
    mha("MultiHeadAttention value dim", dict(num_heads=3, key_dim=4, value_dim=5), lambda m, i: m(i[0], i[1]), q, v)
    mha("MultiHeadAttention output shape", dict(one, output_shape=10), lambda m, i: m(i[0], i[1]), q, v)
    mha("MultiHeadAttention no bias, dropout", dict(one, use_bias=False, dropout=0.3), lambda m, i: m(i[0], i[1]), q, v)
    mha("MultiHeadAttention causal", one, lambda m, i: m(i[0], i[0], use_causal_mask=True), q)
    mha("MultiHeadAttention scores", one, lambda m, i: m(i[0], i[1], return_attention_scores=True), q, v)
    mha("MultiHeadAttention axes", dict(one, attention_axes=(2,)), lambda m, i: m(i[0], i[1]), (3, 5, 8), (3, 6, 8))
    mha("MultiHeadAttention two axes", dict(one, attention_axes=(1, 2)), lambda m, i: m(i[0], i[1]), (3, 2, 8), (2, 3, 8))

    def with_mask(K):
        a, b, m = K.Input(q), K.Input(v), K.Input((5, 6), dtype="bool")
        return K.Model([a, b, m], K.layers.MultiHeadAttention(2, 4)(a, b, attention_mask=m))

    def some(rng):
        mask = rng.random((3, 5, 6)) < 0.6
        mask[:, :, 0] = True
        return mask
    case("MultiHeadAttention mask", with_mask, (3,) + q, (3,) + v, some)

    def padded(K):
        a = K.Input((6,), dtype="int64")
        e = K.layers.Embedding(7, 8, mask_zero=True)(a)
        y = K.layers.MultiHeadAttention(2, 4)(e, e, use_causal_mask=True)
        return K.Model(a, K.layers.GlobalAveragePooling1D()(y))

    def sentence(rng):
        ids = rng.integers(1, 7, (4, 6))
        ids[1, 4:] = 0
        ids[2, 2:] = 0
        return ids.astype("int64")
    case("MultiHeadAttention of padded sentences", padded, sentence)

    def grouped(name, call, **settings):
        def build(K):
            a, b = K.Input(q), K.Input(v)
            return K.Model([a, b], call(K.layers.GroupQueryAttention(head_dim=4, num_query_heads=4, num_key_value_heads=2, **settings), a, b))
        case(name, build, (3,) + q, (3,) + v)
    grouped("GroupQueryAttention", lambda m, a, b: m(a, b))
    grouped("GroupQueryAttention no bias, scores", lambda m, a, b: m(a, b, return_attention_scores=True), use_bias=False)
    grouped("GroupQueryAttention causal", lambda m, a, b: m(a, a, use_causal_mask=True))

    def dot(name, make, call=lambda m, i: m(i), shapes=(q, v)):
        def build(K):
            inputs = [K.Input(s) for s in shapes]
            return K.Model(inputs, call(make(K.layers), inputs))
        case(name, build, *[(3,) + s for s in shapes])
    dot("Attention", lambda k: k.Attention())
    dot("Attention scale", lambda k: k.Attention(use_scale=True))
    dot("Attention concat", lambda k: k.Attention(score_mode="concat"))
    dot("Attention concat scale", lambda k: k.Attention(score_mode="concat", use_scale=True, dropout=0.1))
    dot("Attention key", lambda k: k.Attention(), shapes=(q, v, v))
    dot("Attention causal", lambda k: k.Attention(), lambda m, i: m(i, use_causal_mask=True))
    dot("Attention scores", lambda k: k.Attention(), lambda m, i: m(i, return_attention_scores=True))
    dot("AdditiveAttention", lambda k: k.AdditiveAttention())
    dot("AdditiveAttention no scale", lambda k: k.AdditiveAttention(use_scale=False))
    dot("AdditiveAttention causal", lambda k: k.AdditiveAttention(), lambda m, i: m(i, use_causal_mask=True))

    def masked(kind):
        def build(K):
            a, b = K.Input((6,), dtype="int64"), K.Input((6,), dtype="int64")
            e = K.layers.Embedding(7, 8, mask_zero=True)
            return K.Model([a, b], K.layers.GlobalAveragePooling1D()(getattr(K.layers, kind)()([e(a), e(b)])))
        case(f"{kind} of padded sentences", build, sentence, sentence)
    masked("Attention")
    masked("AdditiveAttention")


def register():
    """Every case of one layer."""
    for group in (dense_and_friends, activations, convolutions, pooling, normalization, random_layers, reshaping,
                  merging, recurrent, masking, attention):
        group()
