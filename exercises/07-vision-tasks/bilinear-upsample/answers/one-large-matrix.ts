import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`bilinear: ${rule}`);
}

/** What a source pixel weighs at a coordinate: a tent that falls from 1 to 0 within one pixel. */
const tent = (distance: number) => Math.max(0, 1 - Math.abs(distance));

const coordinate = (i: number, size: number, out: number) =>
  Math.max(0, Math.min(size - 1, (i + 0.5) * (size / out) - 0.5));

/** Images are columns of H·W pixels; one matrix [outH·outW, H·W] resizes all of them. */
export function bilinear(x: tf.Tensor4D, outH: number, outW: number): tf.Tensor4D {
  const areImages = x instanceof tf.Tensor && x.rank === 4 && x.dtype === 'float32';
  demand(areImages, TypeError, `x must be float32 NHWC, got ${x}`);
  demand(x.size > 0, RangeError, `x must not be empty, got ${x.shape}`);
  demand(Number.isInteger(outH) && outH > 0, RangeError, `outH must be a count, got ${outH}`);
  demand(Number.isInteger(outW) && outW > 0, RangeError, `outW must be a count, got ${outW}`);
  const [n, h, w, c] = x.shape;
  const all: number[] = [];
  for (let i = 0; i < outH; i++) {
    for (let j = 0; j < outW; j++) {
      const [s, t] = [coordinate(i, h, outH), coordinate(j, w, outW)];
      for (let a = 0; a < h; a++) for (let b = 0; b < w; b++) all.push(tent(s - a) * tent(t - b));
    }
  }
  return tf.tidy(() => {
    const columns = tf.reshape(tf.transpose(x, [1, 2, 0, 3]), [h * w, n * c]);
    const resized = tf.matMul(tf.tensor2d(all, [outH * outW, h * w]), columns as tf.Tensor2D);
    return tf.transpose(tf.reshape(resized, [outH, outW, n, c]), [2, 0, 1, 3]) as tf.Tensor4D;
  });
}
