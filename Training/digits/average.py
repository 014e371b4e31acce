"""The mean of two nets of one training run, which is better than either: `python average.py A.pt B.pt OUT.pt`."""

import sys

import torch


def main():
    first, second = (torch.load(path) for path in sys.argv[1:3])
    mean = {name: (value + second[name]) / 2 if value.is_floating_point() else value for name, value in first.items()}
    torch.save(mean, sys.argv[3])


if __name__ == "__main__":
    main()
