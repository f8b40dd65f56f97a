import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`pixelCrossEntropy: ${rule}`);
}

/** Only the pixels that count are taken out of z, as rows; the label of row n stands at n·K + label. */
export function pixelCrossEntropy(z: tf.Tensor4D, labels: tf.Tensor3D, ignore = 255): tf.Scalar {
  demand(
    z instanceof tf.Tensor && z.rank === 4 && z.dtype === 'float32',
    TypeError,
    `z must be float32 NHWC, got ${z}`,
  );
  const areLabels = labels instanceof tf.Tensor && labels.rank === 3 && labels.dtype === 'int32';
  demand(areLabels, TypeError, `labels must be int32 NHW, got ${labels}`);
  demand(z.size > 0, RangeError, `z must not be empty, got ${z.shape}`);
  const [n, h, w, k] = z.shape;
  const fits = [n, h, w].every((extent, axis) => labels.shape[axis] === extent);
  demand(fits, RangeError, `labels must have the pixels of z, got ${labels.shape}`);
  const [rows, places]: [number[], number[]] = [[], []];
  for (const [pixel, label] of labels.dataSync().entries()) {
    if (label === ignore) continue;
    demand(label >= 0 && label < k, RangeError, `labels must be classes, got ${label}`);
    places.push(rows.length * k + label);
    rows.push(pixel);
  }
  return tf.tidy(() => {
    if (rows.length === 0) return tf.sum(tf.mul(z, 0)) as tf.Scalar;
    const logits = tf.gather(tf.reshape(z, [n * h * w, k]), tf.tensor1d(rows, 'int32'));
    const most = tf.max(logits, 1, true);
    const logSums = tf.add(tf.squeeze(most, [1]), tf.log(tf.sum(tf.exp(tf.sub(logits, most)), 1)));
    const atLabel = tf.gather(tf.reshape(logits, [rows.length * k]), tf.tensor1d(places, 'int32'));
    return tf.mean(tf.sub(logSums, atLabel)) as tf.Scalar;
  });
}
