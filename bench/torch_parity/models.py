"""The networks that bench/torch-parity compares, small, with random weights that are nowhere all equal."""
import torch
import torch.nn as nn
import torchvision


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2))
        self.classifier = nn.Sequential(nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))

    def forward(self, x):
        return self.classifier(torch.flatten(self.features(x), 1))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        def double(a, b):
            return nn.Sequential(nn.Conv2d(a, b, 3, padding=1), nn.BatchNorm2d(b), nn.ReLU(), nn.Conv2d(b, b, 3, padding=1), nn.ReLU())
        self.down1, self.down2, self.bottom = double(3, 8), double(8, 16), double(16, 32)
        self.pool = nn.MaxPool2d(2)
        self.rise2, self.rise1 = nn.ConvTranspose2d(32, 16, 2, stride=2), nn.Upsample(scale_factor=2, mode="bilinear")
        self.up2, self.up1 = double(32, 16), double(24, 8)
        self.out = nn.Conv2d(8, 4, 1)

    def forward(self, x):
        a = self.down1(x)
        b = self.down2(self.pool(a))
        c = self.rise2(self.bottom(self.pool(b)))
        d = self.up2(torch.cat([b, c], 1))
        e = self.up1(torch.cat([a, self.rise1(d)], 1))
        return self.out(e).mean((2, 3))


class Recurrent(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.rnn = kind(6, 12, num_layers=2, batch_first=True, bidirectional=kind is nn.LSTM)
        self.fc = nn.Linear(24 if kind is nn.LSTM else 12, 4)

    def forward(self, x):
        return self.fc(self.rnn(x)[0][:, -1])


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(40, 16)
        self.position = nn.Parameter(torch.zeros(1, 10, 16))
        layer = nn.TransformerEncoderLayer(16, 4, 32, dropout=0.0, batch_first=True, activation="gelu")
        self.encoder = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.fc = nn.Linear(16, 4)

    def forward(self, x):
        return self.fc(self.encoder(self.embedding(x) + self.position).mean(1))


class Block(nn.Module):
    def __init__(self, width, heads, length):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.proj = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(approximate="tanh"), nn.Linear(4 * width, width))
        self.register_buffer("mask", torch.tril(torch.ones(length, length)).bool()[None, None])

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = (z.view(b, t, self.heads, c // self.heads).transpose(1, 2) for z in self.qkv(self.norm1(x)).split(c, 2))
        weights = (q @ k.transpose(-2, -1)) * (c // self.heads) ** -0.5
        weights = weights.masked_fill(~self.mask[:, :, :t, :t], float("-inf")).softmax(-1)
        x = x + self.proj((weights @ v).transpose(1, 2).reshape(b, t, c))
        return x + self.mlp(self.norm2(x))


class Gpt(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(40, 16), nn.Embedding(10, 16)
        self.blocks = nn.Sequential(Block(16, 4, 10), Block(16, 4, 10))
        self.norm, self.head = nn.LayerNorm(16), nn.Linear(16, 40, bias=False)

    def forward(self, x):
        h = self.tokens(x) + self.positions(torch.arange(x.shape[1]))
        return self.head(self.norm(self.blocks(h)))[:, -1]


def images(channels, size):
    return lambda n: torch.randn(n, channels, size, size)


def tokens(n):
    return torch.randint(0, 40, (n, 10))


def vit():
    return torchvision.models.VisionTransformer(
        image_size=32, patch_size=8, num_layers=2, num_heads=4, hidden_dim=32, mlp_dim=64, num_classes=10)


def without_chance(model):
    """No dropout or stochastic depth: two programs draw other numbers."""
    for module in model.modules():
        if isinstance(module, (nn.Dropout, torchvision.ops.StochasticDepth)):
            module.p = 0.0
        if isinstance(module, nn.MultiheadAttention):
            module.dropout = 0.0
    return model


# name: how to make it, how to make examples, classes, learning rate. Through many batch norms over a batch of 8 rounding grows at
# usual rates until PyTorch's own runs with one and with two threads part; there the rate is low enough for a curve to mean something.
MODELS = {
    "MLP": (lambda: nn.Sequential(nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 16), nn.Tanh(), nn.Linear(16, 5)),
            lambda n: torch.randn(n, 20), 5, 0.05),
    "LeNet": (LeNet, images(1, 28), 10, 0.05),
    "ResNet18": (lambda: torchvision.models.resnet18(num_classes=10), images(3, 64), 10, 2e-5),
    "MobileNetV2": (lambda: torchvision.models.mobilenet_v2(num_classes=10, width_mult=0.35), images(3, 64), 10, 2e-5),
    "EfficientNet": (lambda: torchvision.models.efficientnet_b0(num_classes=10), images(3, 64), 10, 2e-5),
    "UNet": (UNet, images(3, 16), 4, 0.02),
    "LSTM": (lambda: Recurrent(nn.LSTM), lambda n: torch.randn(n, 7, 6), 4, 0.05),
    "GRU": (lambda: Recurrent(nn.GRU), lambda n: torch.randn(n, 7, 6), 4, 0.05),
    "transformer encoder": (Encoder, tokens, 4, 0.02),
    "GPT": (Gpt, tokens, 40, 0.02),
    "ViT": (vit, images(3, 32), 10, 0.01),
}
