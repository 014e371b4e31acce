"""Probabilities that mean what they say, and from which on a reading is sure."""

import numpy as np

OTHER = 20


def probabilities(logits):
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def of_digits(logits):
    """Probability of each value 0 to 9 in either script, and of no digit: ๐ and 0 need not be told apart."""
    p = probabilities(logits)
    return np.concatenate([p[:, :10] + p[:, 10:20], p[:, 20:]], axis=1)


def values(labels):
    return np.where(labels == OTHER, 10, labels % 10)


def calibrate(logits, labels, aim=0.9995):
    """The temperature of the least log loss, and the least threshold that gives `aim` of the sure ones right."""
    rows = np.arange(len(labels))
    best = min(
        np.arange(0.4, 2.01, 0.05),
        key=lambda t: -np.log(np.maximum(probabilities(logits / t)[rows, labels], 1e-9)).mean())
    p = of_digits(logits / best)
    told, truth = p[:, :10].argmax(axis=1), values(labels)
    chance = p[rows, told]
    for sure in (0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99, 0.9925, 0.995, 0.997, 0.998, 0.999):
        chosen = chance >= sure
        if (told[chosen] == truth[chosen]).mean() >= aim:
            break
    return round(float(best), 2), sure


def scores(logits, labels, sure):
    """Digits right, sure, right of the sure; others taken for a digit at all, and surely."""
    p = of_digits(logits)
    truth = values(labels)
    told = p.argmax(axis=1)
    chance = p[:, :10].max(axis=1)
    is_digit = truth < 10
    certain = (chance >= sure) & (told < 10)
    digit_sure = certain & is_digit
    wrong = int((told[digit_sure] != truth[digit_sure]).sum())
    return {
        "digits": int(is_digit.sum()), "right": round(float((told == truth)[is_digit].mean()), 4),
        "sure": round(float(digit_sure.sum() / is_digit.sum()), 4),
        "sure right": round(1 - wrong / max(1, digit_sure.sum()), 5), "sure wrong": wrong,
        "others": int((~is_digit).sum()), "as digits": round(float((told < 10)[~is_digit].mean()), 4),
        "surely": round(float(certain[~is_digit].mean()), 4),
    }
