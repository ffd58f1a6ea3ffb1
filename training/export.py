"""Export a trained reader to the int8 files that the package carries.

python training/export.py WORK/model.pt ENCODER_FOLDER WEIGHTS_FOLDER
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from network import LABEL, Reader

INPUTS = ("ids", "case", "mask", "wf", "wl", "wcase")
OUTPUTS = ("upos", "feats", "arc", "ld", "lh", "ner")
OPSET = 17


class Labels(nn.Module):
    """The relation scorer for pairs of word and head, as one matrix product."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.size = reader.U.shape[0]
        self.matrix = nn.Parameter(reader.U.detach().permute(1, 0, 2).reshape(LABEL + 1, -1).contiguous())

    def forward(self, ld: Tensor, lh: Tensor) -> Tensor:
        left = torch.cat([ld, torch.ones_like(ld[:, :1])], -1)
        right = torch.cat([lh, torch.ones_like(lh[:, :1])], -1)
        return (torch.matmul(left, self.matrix).view(-1, self.size, LABEL + 1) * right[:, None]).sum(-1)


def export(model: Path, encoder: Path, out: Path) -> None:
    """Write reader.onnx, label.onnx (int8 weights), labels.json and vocab.txt."""
    saved = torch.load(model)
    reader = Reader(saved["labels"]).eval()
    reader.load_state_dict(saved["weights"])
    out.mkdir(parents=True, exist_ok=True)
    words, pieces = torch.tensor([[0, 1, 3, 5]] * 2), torch.tensor([[101, 5, 6, 7, 8, 9, 102]] * 2)
    example = (pieces, torch.ones_like(pieces), torch.ones_like(pieces), words, words, torch.ones_like(words))
    axes = {n: {0: "B", 1: "T" if n in ("ids", "case", "mask") else "N"} for n in INPUTS}
    axes |= {"upos": {0: "B", 1: "n"}, "feats": {0: "B", 1: "n"}, "arc": {0: "B", 1: "n", 2: "N"}}
    axes |= {"ld": {0: "B", 1: "n"}, "lh": {0: "B", 1: "N"}, "ner": {0: "B", 1: "n"}}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder)
        torch.onnx.export(
            reader,
            example,
            full / "reader.onnx",
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
            do_constant_folding=True,
        )
        torch.onnx.export(
            Labels(reader),
            (torch.randn(5, LABEL), torch.randn(5, LABEL)),
            full / "label.onnx",
            input_names=["ld", "lh"],
            output_names=["scores"],
            opset_version=OPSET,
            dynamo=False,
            dynamic_axes={"ld": {0: "N"}, "lh": {0: "N"}, "scores": {0: "N"}},
        )
        for name in ("reader.onnx", "label.onnx"):
            quantize_dynamic(full / name, out / name, weight_type=QuantType.QInt8, per_channel=True)
    (out / "labels.json").write_text(json.dumps(saved["labels"], indent=1) + "\n")
    shutil.copyfile(encoder / "vocab.txt", out / "vocab.txt")
    for path in sorted(out.iterdir()):
        print(path.name, round(path.stat().st_size / 1e6, 2), "MB")


if __name__ == "__main__":
    export(*map(Path, sys.argv[1:4]))
