"""The net: three convolutions and two dense layers, about 130,000 weights."""

import torch
from torch import nn

CLASSES = 21  # ๐ to ๙, 0 to 9, and all that is no digit
SHAPES = {"c1": (16, 1), "c2": (32, 16), "c3": (64, 32), "hidden": 64}


class DigitNet(nn.Module):
    """28 x 28 → 16 → pool 14 → 32 → pool 7 → 64 on 5 x 5 → 64 → 21."""

    def __init__(self, dropout=0.25):
        super().__init__()
        self.c1 = nn.Conv2d(1, 16, 3, padding=1)
        self.c2 = nn.Conv2d(16, 32, 3, padding=1)
        self.c3 = nn.Conv2d(32, 64, 3)
        self.d1 = nn.Linear(5 * 5 * 64, 64)
        self.d2 = nn.Linear(64, CLASSES)
        self.b1, self.b2, self.b3 = (nn.BatchNorm2d(n) for n in (16, 32, 64))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        x = torch.relu(nn.functional.max_pool2d(self.b1(self.c1(x)), 2))
        x = torch.relu(nn.functional.max_pool2d(self.b2(self.c2(x)), 2))
        x = torch.relu(self.b3(self.c3(x)))
        # Rows, columns, channels: the order in which the Swift side holds a layer.
        x = self.dropout(x.permute(0, 2, 3, 1).flatten(1))
        return self.d2(self.dropout(torch.relu(self.d1(x))))


def folded(net):
    """Weights and biases of each layer with the batch norms worked into them, as numpy arrays."""
    layers = {}
    for conv, norm, name in ((net.c1, net.b1, "c1"), (net.c2, net.b2, "c2"), (net.c3, net.b3, "c3")):
        gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        weight = conv.weight * gain[:, None, None, None]
        bias = (conv.bias - norm.running_mean) * gain + norm.bias
        # Out, row, column, in.
        layers[name] = (weight.permute(0, 2, 3, 1).flatten(1), bias)
    layers["d1"] = (net.d1.weight, net.d1.bias)
    layers["d2"] = (net.d2.weight, net.d2.bias)
    return {name: (w.detach().double().numpy(), b.detach().double().numpy()) for name, (w, b) in layers.items()}
