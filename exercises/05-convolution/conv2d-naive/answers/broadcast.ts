import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`conv2d: ${rule}`);
}

function demandTensor(name: string, value: tf.Tensor, rank: number): void {
  demand(value instanceof tf.Tensor, TypeError, `${name} has to be a tensor, got ${value}`);
  demand(value.rank === rank, TypeError, `${name} has to be of rank ${rank}, got ${value.rank}`);
  demand(value.dtype === 'float32', TypeError, `${name} has to be float32, got ${value.dtype}`);
  demand(!value.shape.includes(0), RangeError, `${name} has to hold numbers, got [${value.shape}]`);
}

/** Products of every pixel and weight that meet, then the sum over the channels; one tap after the other. */
export function conv2d(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D): tf.Tensor4D {
  demandTensor('x', x, 4);
  demandTensor('w', w, 4);
  demandTensor('b', b, 1);
  demand(x.shape[3] === w.shape[2], RangeError, `w has to see ${x.shape[3]} channels, got ${w.shape[2]}`);
  demand(w.shape[3] === b.size, RangeError, `b has to hold ${w.shape[3]} numbers, got ${b.size}`);
  const rows = x.shape[1] - w.shape[0] + 1;
  const columns = x.shape[2] - w.shape[1] + 1;
  demand(rows > 0 && columns > 0, RangeError, `w has to fit into the image, got [${w.shape}]`);

  return tf.tidy(() => {
    const x5 = tf.expandDims(x, 4);
    const taps: tf.Tensor[] = [];
    for (let u = 0; u < w.shape[0]; u++) {
      for (let v = 0; v < w.shape[1]; v++) {
        const window = tf.slice(x5, [0, u, v, 0, 0], [-1, rows, columns, -1, 1]);
        const weights = tf.slice(w, [u, v, 0, 0], [1, 1, -1, -1]);
        taps.push(tf.sum(tf.mul(window, weights), 3));
      }
    }
    return tf.add(tf.addN(taps), b) as tf.Tensor4D;
  });
}
