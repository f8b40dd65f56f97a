import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`categoricalLogLik: ${rule}`);
}

/** The label of row n stands at n·K + label of the logits as one list. */
export function categoricalLogLik(labels: tf.Tensor1D, z: tf.Tensor2D): tf.Scalar {
  const areLabels = labels instanceof tf.Tensor && labels.dtype === 'int32' && labels.shape.length === 1;
  demand(areLabels, TypeError, `labels must be an int32 vector, got ${labels}`);
  const isMatrix = z instanceof tf.Tensor && z.dtype === 'float32' && z.shape.length === 2;
  demand(isMatrix, TypeError, `z must be a float32 matrix, got ${z}`);
  const [rows, classes] = z.shape;
  demand(rows * classes > 0, RangeError, `z must not be empty, got ${z.shape}`);
  demand(labels.size === rows, RangeError, `labels must be one per row, got ${labels.size}`);
  const places = labels.arraySync().map((label, n) => {
    demand(label >= 0 && label < classes, RangeError, `labels must be below ${classes}, got ${label}`);
    return n * classes + label;
  });
  return tf.tidy(() => {
    const picked = tf.gather(tf.reshape(z, [rows * classes]), tf.tensor1d(places, 'int32'));
    const most = tf.max(z, 1);
    const logSum = tf.add(most, tf.log(tf.sum(tf.exp(tf.sub(z, tf.expandDims(most, 1))), 1)));
    return tf.sum(tf.sub(picked, logSum));
  });
}
