"""The net in eight bits, as the Swift side computes it: int8 weights, int32 sums, uint8 between layers.

`python quantise.py NET.pt TRAINING.npz VALIDATION.npz ROOT [OTHER.npz...]` writes model.c and the test's logits below
the repository's root, and prints how good the net is after it.
"""

import os
import sys

import numpy as np
import torch

import net as nets
from calibrate import calibrate, scores
from net import DigitNet
from normalise import normalise

SHIFT = 24
UNIT = 1024  # of a logit
ORDER = ["c1", "c2", "c3", "d1", "d2"]


class Quantised:
    """Whole-number layers, and the same forward pass as DigitNet.swift in doubles, which hold its sums exactly."""

    def __init__(self, net, pictures):
        layers = nets.folded(net)
        self.weights, self.biases, self.multipliers = {}, {}, {}
        scale = 1 / 255
        values = torch.from_numpy(pictures).double().unsqueeze(1)
        for name in ORDER:
            weight, bias = layers[name]
            # One scale for all logits, so that they can be told from each other; else one for each channel.
            peak = np.abs(weight).max(axis=1) if name != "d2" else np.full(len(weight), np.abs(weight).max())
            step = np.maximum(peak, 1e-6) / 127
            self.weights[name] = np.round(weight / step[:, None]).astype(np.int64)
            self.biases[name] = np.round(bias / (step * scale)).astype(np.int64)
            sums = self.sums(name, values)
            if name == "d2":
                self.logit_scale = float(step[0] * scale)
                self.set_temperature(1.0)
                break
            real = sums.numpy() * (step * scale).reshape((1, -1) + (1,) * (sums.dim() - 2))
            out = max(np.quantile(real[real > 0], 0.9998), 1e-6) / 255
            self.multipliers[name] = np.round(step * scale / out * 2**SHIFT).astype(np.int64)
            values = self.narrowed(name, sums)
            scale = out

    def set_temperature(self, temperature):
        """How far the logits are divided before they are probabilities."""
        factor = int(round(self.logit_scale / temperature * UNIT * 2**SHIFT))
        self.multipliers["d2"] = np.full(nets.CLASSES, factor, np.int64)

    def sums(self, name, values):
        weight = torch.from_numpy(self.weights[name]).double()
        bias = torch.from_numpy(self.biases[name]).double()
        if name[0] == "d":
            return values @ weight.T + bias
        channels = nets.SHAPES[name][1]
        kernel = weight.reshape(-1, 3, 3, channels).permute(0, 3, 1, 2)
        sums = torch.nn.functional.conv2d(values, kernel, bias, padding=0 if name == "c3" else 1)
        return torch.nn.functional.max_pool2d(sums, 2) if name != "c3" else sums

    def narrowed(self, name, sums):
        """Levels 0 to 255 of a layer's sums, in the order the next layer reads them."""
        factor = self.multipliers[name].reshape((1, -1) + (1,) * (sums.dim() - 2))
        levels = (sums.numpy().astype(np.int64) * factor + (1 << (SHIFT - 1))) >> SHIFT
        values = torch.from_numpy(np.clip(levels, 0, 255)).double()
        return values.permute(0, 2, 3, 1).flatten(1) if name == "c3" else values

    def logits(self, grids):
        """Whole-number logits, UNIT to one."""
        parts = []
        for part in np.array_split(grids, max(1, len(grids) // 500)):
            values = torch.from_numpy(part).double().unsqueeze(1)
            for name in ORDER[:-1]:
                values = self.narrowed(name, self.sums(name, values))
            sums = self.sums("d2", values).numpy().astype(np.int64)
            parts.append((sums * self.multipliers["d2"] + (1 << (SHIFT - 1))) >> SHIFT)
        return np.concatenate(parts)

    def write(self, folder, sure):
        """Writes model.c: what Sources/CDigitModel/include/digit_model.h declares."""
        lines = ["/* Written by Training/digits/quantise.py: not to be changed by hand. */", '#include "digit_model.h"', ""]
        for name, kind, parts in (
            ("weights", "int8_t", self.weights), ("biases", "int32_t", self.biases),
            ("multipliers", "int32_t", self.multipliers),
        ):
            numbers = np.concatenate([parts[layer].ravel() for layer in ORDER])
            limit = 127 if kind == "int8_t" else 2**31 - 1
            assert np.abs(numbers).max() <= limit, name
            lines.append(f"static const {kind} {name}[{len(numbers)}] = {{")
            lines += wrapped(numbers)
            lines += ["};", f"const {kind} *digit_model_{name}(void) {{ return {name}; }}",
                      f"int32_t digit_model_{name}_count(void) {{ return {len(numbers)}; }}", ""]
        lines.append(f"double digit_model_sure(void) {{ return {sure}; }}")
        with open(os.path.join(folder, "model.c"), "w") as file:
            file.write("\n".join(lines) + "\n")


    def write_logits(self, folder):
        """Writes logits.txt: what the net answers to the packed test set, for the Swift side to be held to."""
        grids = []
        with open(os.path.join(folder, "held-out.tsv")) as table, open(os.path.join(folder, "held-out.bin"), "rb") as file:
            for line in table.read().split("\n")[1:-1]:
                width, height = (int(field) for field in line.split("\t")[1:3])
                packed = np.frombuffer(file.read((width * height + 1) // 2), np.uint8)
                levels = np.stack([packed >> 4, packed & 15], axis=1).ravel()[: width * height] * 17
                grids.append(normalise(levels.astype(np.uint8).reshape(height, width)))
        # A box of nothing but ink, or of paper, never gets to the net.
        logits = self.logits(np.stack([grid for grid in grids if grid is not None]))
        digest = 0xCBF29CE484222325
        for number in logits.ravel():
            digest = (digest ^ (int(number) & 0xFFFFFFFF)) * 0x100000001B3 % 2**64
        with open(os.path.join(folder, "logits.txt"), "w") as file:
            file.write(f"{digest:016x}\n" + "".join(" ".join(map(str, row)) + "\n" for row in logits[:8]))


def wrapped(numbers, width=118):
    lines, line = [], ""
    for number in numbers:
        if len(line) + len(str(number)) + 1 > width:
            lines.append(line)
            line = ""
        line += f"{number},"
    return lines + [line]


def main():
    path, training, validation, root = sys.argv[1:5]
    torch.set_num_threads(1)
    net = DigitNet()
    net.load_state_dict(torch.load(path))
    net.eval()
    quantised = Quantised(net, np.load(training)["grids"][:3000])
    check = np.load(validation)
    temperature, sure = calibrate(quantised.logits(check["grids"]) / UNIT, check["labels"])
    quantised.set_temperature(temperature)
    print(f"temperature {temperature}, sure from {sure}")
    for extra in [validation] + sys.argv[5:]:
        data = np.load(extra)
        print(extra.rsplit("/", 1)[-1], scores(quantised.logits(data["grids"]) / UNIT, data["labels"], sure))
    quantised.write(os.path.join(root, "Sources/CDigitModel"), sure)
    quantised.write_logits(os.path.join(root, "Tests/Corpus/digits"))


if __name__ == "__main__":
    main()
