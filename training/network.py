"""The reader as a torch module: MiniLM encoder, case embeddings, heads for tags, features, tree and names."""

from __future__ import annotations

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, LAYERS, ATTENTION_HEADS, INNER, PIECES, POSITIONS = 384, 6, 12, 1536, 30522, 512
CASES, CASE_WIDTH = 8, 16
ARC, LABEL, TAG = 320, 128, 256


class Layer(nn.Module):
    """One post-norm transformer layer with exact GELU, as in MiniLM."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.ln1, self.ln2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.f1, self.f2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        size, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(size, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)

        scores = torch.matmul(split(self.q(x)), split(self.k(x)).transpose(2, 3)) / math.sqrt(
            WIDTH // ATTENTION_HEADS
        )
        weights = F.dropout(torch.softmax(scores + bias, -1), self.dropout, self.training)
        mixed = torch.matmul(weights, split(self.v(x))).transpose(1, 2).reshape(size, length, WIDTH)
        x = self.ln1(x + F.dropout(self.o(mixed), self.dropout, self.training))
        return self.ln2(x + F.dropout(self.f2(F.gelu(self.f1(x))), self.dropout, self.training))


class Encoder(nn.Module):
    """Pieces and their cases to the outputs of all layers; weights from a MiniLM file if given."""

    def __init__(self, weights: Path | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(PIECES, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.typ = nn.Parameter(torch.zeros(WIDTH))
        self.case = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.ln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS)])
        self.dropout = dropout
        if weights:
            self._load(load_file(str(weights)))

    def _load(self, tensors: dict[str, Tensor]) -> None:
        self.word.weight.data = tensors["embeddings.word_embeddings.weight"].clone()
        self.pos.weight.data = tensors["embeddings.position_embeddings.weight"].clone()
        self.typ.data = tensors["embeddings.token_type_embeddings.weight"][0].clone()
        self._copy(self.ln, tensors, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            parts = {
                "q": "attention.self.query",
                "k": "attention.self.key",
                "v": "attention.self.value",
                "o": "attention.output.dense",
                "ln1": "attention.output.LayerNorm",
                "f1": "intermediate.dense",
                "f2": "output.dense",
                "ln2": "output.LayerNorm",
            }
            for name, source in parts.items():
                self._copy(getattr(layer, name), tensors, f"encoder.layer.{i}.{source}")

    @staticmethod
    def _copy(module: nn.Module, tensors: dict[str, Tensor], name: str) -> None:
        module.weight.data = tensors[f"{name}.weight"].clone()
        module.bias.data = tensors[f"{name}.bias"].clone()

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> list[Tensor]:
        x = self.word(ids) + self.pos.weight[: ids.shape[1]][None] + self.typ + self.case(case)
        x = F.dropout(self.ln(x), self.dropout, self.training)
        bias = ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        outputs = []
        for layer in self.layers:
            x = layer(x, bias)
            outputs.append(x)
        return outputs


class SharedDropout(nn.Module):
    """Drops whole features of a sentence."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        keep = torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(1 - self.share)
        return x * keep / (1 - self.share)


class Reader(nn.Module):
    """Encoder and heads. `labels` holds the tag sets: upos, relations, names, features (by feature)."""

    def __init__(self, labels: dict, weights: Path | None = None) -> None:
        super().__init__()
        self.enc = Encoder(weights)
        self.mix = nn.Parameter(torch.zeros(3, LAYERS))
        self.cemb = nn.ModuleList([nn.Embedding(CASES, CASE_WIDTH) for _ in range(3)])
        width = 2 * WIDTH + CASE_WIDTH

        def mlp(size: int) -> nn.Sequential:
            return nn.Sequential(nn.Linear(width, size), nn.GELU(), SharedDropout(0.3))

        self.indrop = SharedDropout(0.2)
        self.tagm, self.nerm = mlp(TAG), mlp(TAG)
        self.upos = nn.Linear(TAG, len(labels["upos"]))
        self.feat = nn.Linear(TAG, sum(map(len, labels["features"].values())))
        self.ner = nn.Linear(TAG, len(labels["names"]))
        self.ad, self.ah, self.ld, self.lh = mlp(ARC), mlp(ARC), mlp(LABEL), mlp(LABEL)
        self.W = nn.Parameter(torch.zeros(ARC + 1, ARC))
        nn.init.xavier_uniform_(self.W)
        self.W.data[:ARC] *= 0.5
        self.U = nn.Parameter(torch.randn(len(labels["relations"]), LABEL + 1, LABEL + 1) * 0.01)

    def words(self, outputs: list[Tensor], first: Tensor, last: Tensor, case: Tensor) -> list[Tensor]:
        """Word vectors for tags, tree and names: first and last piece of a mix of layers, and the case."""
        stack = torch.stack(outputs, 0)
        found = []
        for k in range(3):
            mixed = (stack * torch.softmax(self.mix[k], 0)[:, None, None, None]).sum(0)
            pick = [torch.gather(mixed, 1, at[:, :, None].expand(-1, -1, WIDTH)) for at in (first, last)]
            found.append(self.indrop(torch.cat([*pick, self.cemb[k](case)], -1)))
        return found

    def forward(
        self, ids: Tensor, case: Tensor, mask: Tensor, wf: Tensor, wl: Tensor, wcase: Tensor
    ) -> tuple[Tensor, ...]:
        """Scores: tags, features, arcs [word, head], label vectors of words and of heads, names.

        Word 0 is the root.
        """
        tags, tree, names = self.words(self.enc(ids, case, mask), wf, wl, wcase)
        tag = self.tagm(tags[:, 1:])
        dependents, governors = self.ad(tree[:, 1:]), self.ah(tree)
        with_bias = torch.cat([dependents, torch.ones_like(dependents[..., :1])], -1)
        arcs = torch.matmul(torch.matmul(with_bias, self.W), governors.transpose(1, 2))
        return (
            self.upos(tag),
            self.feat(tag),
            arcs,
            self.ld(tree[:, 1:]),
            self.lh(tree),
            self.ner(self.nerm(names[:, 1:])),
        )

    def label(self, left: Tensor, right: Tensor) -> Tensor:
        """Relation scores for pairs of a word and its head, `[…, LABEL]` each."""
        shape, size = left.shape[:-1], self.U.shape[0]
        a = torch.cat([left, torch.ones_like(left[..., :1])], -1).reshape(-1, LABEL + 1)
        b = torch.cat([right, torch.ones_like(right[..., :1])], -1).reshape(-1, 1, LABEL + 1)
        through = torch.matmul(a, self.U.permute(1, 0, 2).reshape(LABEL + 1, size * (LABEL + 1)))
        return (through.view(-1, size, LABEL + 1) * b).sum(-1).view(*shape, size)
