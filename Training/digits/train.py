"""Trains the net: `python train.py EPOCHS SEED NET.pt VALIDATION.npz TRAINING.npz... [--from EARLIER.pt]`.

With `--from` it goes on from a trained net, at a third of the rate.
"""

import sys
import time

import numpy as np
import torch

from net import DigitNet

BATCH = 256


def load(paths):
    parts = [np.load(path) for path in paths]
    return np.concatenate([p["grids"] for p in parts]), np.concatenate([p["labels"] for p in parts])


def shifted(batch, generator):
    """Moves a batch's pictures by up to a pixel, together: boxes differ more than the warps do."""
    dx, dy = (int(torch.randint(-1, 2, (1,), generator=generator)) for _ in range(2))
    return torch.roll(batch, (dy, dx), (2, 3)) if dx or dy else batch


def main():
    epochs, seed, target = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    rest = sys.argv[5:]
    earlier = rest.pop() if "--from" in rest else None
    grids, labels = load([path for path in rest if path != "--from"])
    check, truth = load([sys.argv[4]])
    net = DigitNet()
    rate = 4e-3
    if earlier:
        net.load_state_dict(torch.load(earlier))
        rate /= 3
    net = net.to(memory_format=torch.channels_last)
    steps = epochs * (len(grids) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=rate, total_steps=steps, pct_start=0.15)
    loss_of = torch.nn.CrossEntropyLoss()
    began = time.time()
    for epoch in range(epochs):
        net.train()
        order = torch.randperm(len(grids), generator=generator).numpy()
        total = 0.0
        for start in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            batch = torch.from_numpy(grids[chosen]).float().unsqueeze(1) / 255
            batch = shifted(batch, generator).contiguous(memory_format=torch.channels_last)
            loss = loss_of(net(batch), torch.from_numpy(labels[chosen]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        net.eval()
        with torch.no_grad():
            told = torch.cat([net(torch.from_numpy(p).float().unsqueeze(1) / 255) for p in np.array_split(check, 40)])
        right = (told.argmax(1).numpy() == truth).mean()
        print(f"epoch {epoch + 1}: loss {total / (len(order) // BATCH):.4f}, validation {right:.4f},"
              f" {time.time() - began:.0f} s", flush=True)
        torch.save(net.state_dict(), target)


if __name__ == "__main__":
    main()
