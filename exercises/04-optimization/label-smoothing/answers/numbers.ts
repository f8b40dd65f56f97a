import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`smoothLabels: ${rule}`);
}

/** Rows of plain numbers, made into a tensor at the end. */
export function smoothLabels(labels: tf.Tensor1D, K: number, eps: number): tf.Tensor2D {
  const isLabels = labels instanceof tf.Tensor && labels.dtype === 'int32' && labels.shape.length === 1;
  demand(isLabels, TypeError, `labels must be an int32 vector, got ${labels}`);
  demand(typeof K === 'number', TypeError, `K must be a number, got ${K}`);
  demand(typeof eps === 'number', TypeError, `eps must be a number, got ${eps}`);
  demand(K >= 2 && K % 1 === 0, RangeError, `K must be an integer from 2 on, got ${K}`);
  demand(eps >= 0 && eps < 1, RangeError, `eps must be at least 0 and below 1, got ${eps}`);
  const list = labels.arraySync();
  demand(list.length > 0, RangeError, `labels must not be empty, got ${list.length}`);
  for (const label of list) demand(label >= 0 && label < K, RangeError, `labels must be below ${K}, got ${label}`);
  const share = eps / K;
  return tf.tensor2d(
    list.map((label) => {
      const row = new Array<number>(K).fill(share);
      row[label] = 1 - eps + share;
      return row;
    }),
  );
}
