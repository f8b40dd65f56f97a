import * as tf from '@tensorflow/tfjs-core';

interface Net {
  w1: tf.Tensor2D;
  b1: tf.Tensor1D;
  w2: tf.Tensor2D;
  b2: tf.Tensor1D;
}

const SHAPES: Readonly<Record<keyof Net, readonly number[]>> = { w1: [2, 16], b1: [16], w2: [16, 2], b2: [2] };

function requireArguments(init: Net, { lr, steps }: { lr: number; steps: number }): void {
  for (const [name, shape] of Object.entries(SHAPES)) {
    const got = String(init[name as keyof Net]?.shape);
    if (got !== String(shape)) throw new RangeError(`trainXor: init.${name} must have shape [${shape}], got [${got}]`);
  }
  if (!(lr > 0)) throw new RangeError(`trainXor: lr must be positive, got ${lr}`);
  if (!Number.isInteger(steps) || steps < 0) {
    throw new RangeError(`trainXor: steps must be an integer of at least 0, got ${steps}`);
  }
}

/** The loss of a network, a scalar, and its gradients by hand: x: [4, 2], t: [4, 2]. */
function backward(x: tf.Tensor2D, t: tf.Tensor2D, { w1, b1, w2, b2 }: Net) {
  const hidden = tf.add(tf.matMul(x, w1), b1);
  const h = tf.relu(hidden) as tf.Tensor2D;
  const logits = tf.add(tf.matMul(h, w2), b2) as tf.Tensor2D;
  const logs = tf.logSoftmax(logits);
  const loss = tf.div(tf.neg(tf.sum(tf.mul(t, logs))), x.shape[0]) as tf.Scalar;
  const dz = tf.div(tf.sub(tf.exp(logs), t), x.shape[0]) as tf.Tensor2D;
  const dh = tf.mul(tf.matMul(dz, w2, false, true), tf.step(hidden)) as tf.Tensor2D;
  return {
    loss,
    w1: tf.matMul(x, dh, true) as tf.Tensor2D,
    b1: tf.sum(dh, 0) as tf.Tensor1D,
    w2: tf.matMul(h, dz, true) as tf.Tensor2D,
    b2: tf.sum(dz, 0) as tf.Tensor1D,
  };
}

/** One step of gradient descent: the new network, and the loss of the old one. */
function step(x: tf.Tensor2D, t: tf.Tensor2D, net: Net, lr: number): { net: Net; loss: tf.Scalar } {
  return tf.tidy(() => {
    const { loss, ...gradients } = backward(x, t, net);
    const updated = <T extends tf.Tensor>(value: T, gradient: T): T => tf.sub(value, tf.mul(gradient, lr));
    const next = {
      w1: updated(net.w1, gradients.w1),
      b1: updated(net.b1, gradients.b1),
      w2: updated(net.w2, gradients.w2),
      b2: updated(net.b2, gradients.b2),
    };
    return { net: next, loss };
  });
}

/** Full-batch gradient descent on XOR; each step frees what it no longer needs. */
export function trainXor(init: Net, o: { lr: number; steps: number }): Net & { losses: number[] } {
  requireArguments(init, o);
  return tf.tidy(() => {
    const x = tf.tensor2d([0, 0, 0, 1, 1, 0, 1, 1], [4, 2]);
    const t = tf.tensor2d([1, 0, 0, 1, 0, 1, 1, 0], [4, 2]);
    let net: Net = { w1: init.w1.clone(), b1: init.b1.clone(), w2: init.w2.clone(), b2: init.b2.clone() };
    const losses: tf.Scalar[] = [];
    for (let done = 0; done < o.steps; done++) {
      const next = step(x, t, net, o.lr);
      tf.dispose({ ...net });
      net = next.net;
      losses.push(next.loss);
    }
    // One read at the end, not one each step.
    return { ...net, losses: losses.length === 0 ? [] : Array.from(tf.stack(losses).dataSync()) };
  });
}
