import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import {
  addN,
  concat,
  gather,
  matMul,
  pad as padTensor,
  reshape,
  slice,
  Tensor,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';

const need = (holds: boolean, wrong: new (text: string) => Error, text: string) => {
  if (!holds) throw new wrong(`depthwiseSeparable: ${text}`);
};

/** Channel by channel: an im2col of the channel, its filter, and the outer product with its row of pw. */
export const depthwiseSeparable = (x: Tensor4D, dw: Tensor4D, pw: Tensor2D, o: { stride: number; pad: number }) => {
  const isFloat = (value: unknown, rank: number) =>
    value instanceof Tensor && value.dtype === 'float32' && value.rank === rank;
  need(isFloat(x, 4), TypeError, `x is no float32 of rank 4, got ${x}`);
  need(isFloat(dw, 4), TypeError, `dw is no float32 of rank 4, got ${dw}`);
  need(isFloat(pw, 2), TypeError, `pw is no float32 matrix, got ${pw}`);
  const { stride, pad } = o;
  need(typeof stride === 'number', TypeError, `stride is no number, got ${stride}`);
  need(typeof pad === 'number', TypeError, `pad is no number, got ${pad}`);
  need(Number.isInteger(stride) && stride > 0, RangeError, `stride is no count, got ${stride}`);
  need(Number.isInteger(pad) && pad >= 0, RangeError, `pad is no count, got ${pad}`);
  need(x.size > 0, RangeError, `x is empty, got ${x.shape}`);
  const [n, height, width, c] = x.shape;
  const [kh, kw] = dw.shape;
  const filters = pw.shape[1];
  need(dw.shape[2] === c && dw.shape[3] === 1, RangeError, `dw does not fit x, got ${dw.shape}`);
  need(pw.shape[0] === c, RangeError, `pw does not fit x, got ${pw.shape}`);
  const [down, across] = [height + 2 * pad - kh, width + 2 * pad - kw];
  need(down >= 0 && across >= 0, RangeError, `dw is larger than the image, got ${dw.shape}`);
  const starts = (room: number) => Array.from({ length: Math.floor(room / stride) + 1 }, (_, i) => i * stride);
  const [tops, lefts] = [starts(down), starts(across)];

  return tidy(() => {
    const around: [number, number] = [pad, pad];
    const padded = padTensor(x, [[0, 0], around, around, [0, 0]]);
    const moved = (list: number[], by: number) =>
      tensor1d(
        list.map((start) => start + by),
        'int32',
      );
    const columns = Array.from({ length: kh }, (_, u) => {
      const rows = gather(padded, moved(tops, u), 1);
      return Array.from({ length: kw }, (__, v) => gather(rows, moved(lefts, v), 2));
    }).flat();
    const count = n * tops.length * lefts.length;
    const terms = Array.from({ length: c }, (_, channel) => {
      const seen = columns.map((tap) => reshape(slice(tap, [0, 0, 0, channel], [-1, -1, -1, 1]), [count, 1]));
      const filter = reshape(slice(dw, [0, 0, channel, 0], [kh, kw, 1, 1]), [kh * kw, 1]) as Tensor2D;
      const filtered = matMul(concat(seen, 1) as Tensor2D, filter) as Tensor2D;
      return matMul(filtered, slice(pw, [channel, 0], [1, filters]));
    });
    return reshape(addN(terms), [n, tops.length, lefts.length, filters]) as Tensor4D;
  });
};
