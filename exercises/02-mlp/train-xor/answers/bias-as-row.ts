import {
  concat,
  dispose,
  div,
  exp,
  log,
  matMul,
  max,
  mean,
  mul,
  neg,
  ones,
  relu,
  type Scalar,
  sign,
  slice,
  squeeze,
  stack,
  sub,
  sum,
  type Tensor1D,
  type Tensor2D,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';

interface Net {
  w1: Tensor2D;
  b1: Tensor1D;
  w2: Tensor2D;
  b2: Tensor1D;
}

function check({ w1, b1, w2, b2 }: Net, lr: number, steps: number): void {
  const fail = (rule: string) => {
    throw new RangeError(`trainXor: ${rule}`);
  };
  if (w1.rank !== 2 || w1.shape[0] !== 2 || w1.shape[1] !== 16) fail(`w1 is not [2, 16], got [${w1.shape}]`);
  if (b1.rank !== 1 || b1.shape[0] !== 16) fail(`b1 is not [16], got [${b1.shape}]`);
  if (w2.rank !== 2 || w2.shape[0] !== 16 || w2.shape[1] !== 2) fail(`w2 is not [16, 2], got [${w2.shape}]`);
  if (b2.rank !== 1 || b2.shape[0] !== 2) fail(`b2 is not [2], got [${b2.shape}]`);
  if (!(lr > 0)) fail(`lr is not positive, got ${lr}`);
  if (!(Number.isInteger(steps) && steps >= 0)) fail(`steps is no count, got ${steps}`);
}

/** Biases as one more row of the weights, against a column of ones. */
export const trainXor = (init: Net, o: { lr: number; steps: number }): Net & { losses: number[] } => {
  check(init, o.lr, o.steps);
  return tidy(() => {
    const x = tensor2d([0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1], [4, 3]);
    const t = tensor2d([1, 0, 0, 1, 0, 1, 1, 0], [4, 2]);
    let first = concat([init.w1, stack([init.b1])], 0) as Tensor2D;
    let second = concat([init.w2, stack([init.b2])], 0) as Tensor2D;
    const losses: Scalar[] = [];
    for (let done = 0; done < o.steps; done++) {
      const next = tidy(() => {
        const before = matMul(x, first);
        const h = concat([relu(before), ones([4, 1])], 1) as Tensor2D;
        const z = matMul(h, second);
        const shifted = sub(z, max(z, 1, true));
        const logs = sub(shifted, log(sum(exp(shifted), 1, true)));
        const dz = div(sub(exp(logs), t), 4) as Tensor2D;
        const back = slice(matMul(dz, second, false, true), [0, 0], [4, 16]);
        const dh = mul(back, relu(sign(before))) as Tensor2D;
        return {
          loss: neg(mean(sum(mul(t, logs), 1))) as Scalar,
          first: sub(first, mul(o.lr, matMul(x, dh, true))) as Tensor2D,
          second: sub(second, mul(o.lr, matMul(h, dz, true))) as Tensor2D,
        };
      });
      dispose([first, second]);
      ({ first, second } = next);
      losses.push(next.loss);
    }
    return {
      w1: slice(first, [0, 0], [2, 16]),
      b1: squeeze(slice(first, [2, 0], [1, 16])) as Tensor1D,
      w2: slice(second, [0, 0], [16, 2]),
      b2: squeeze(slice(second, [16, 0], [1, 2])) as Tensor1D,
      losses: losses.length === 0 ? [] : Array.from(stack(losses).dataSync()),
    };
  });
};
