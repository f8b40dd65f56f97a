import * as tf from '@tensorflow/tfjs-core';
import { mulberry32 } from '../random';
import { CLASSES, JUDGE_BY, LEARN_FROM, makeImages, SIDE } from './images';

/** What a net learns, and what it only keeps count of (running averages), by name. */
export interface Net {
  parameters: Record<string, tf.Tensor>;
  statistics: Record<string, tf.Tensor>;
}

/** Parts of a net that may be switched off, by name. */
export type Switches = Record<string, boolean>;

/** A learner's net: `forward` gives logits, [N, 10], and what the statistics are after this batch. */
export interface NetFunctions {
  /** @param switches a net without one of its parts may have other parameters */
  createNet(rng: () => number, switches: Switches): Net;
  forward(
    x: tf.Tensor4D,
    net: Net,
    options: Switches & { training: boolean },
    rng: () => number,
  ): { logits: tf.Tensor2D; statistics: Record<string, tf.Tensor> };
}

/** How a net is trained. */
export interface TrainingOptions {
  /** Of the start, the batches and dropout. */
  seed: number;
  /** Images to learn from. */
  images: number;
  batch: number;
  lr: number;
  switches: Switches;
}

/** Taken before an exercise may forbid it to learner code. */
const { dataSync } = tf.Tensor.prototype;

/** The number that a scalar holds; waits for the device. */
export const readScalar = (scalar: tf.Scalar): number => (dataSync.call(scalar) as Float32Array)[0] as number;

const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];

/** Labelled images as tensors. x: [n, 16, 16, 1], y: [n], int32. */
export interface Data {
  x: tf.Tensor4D;
  y: tf.Tensor1D;
}

export function imagesAsTensors(n: number, seed: number): Data {
  const { pixels, labels } = makeImages(n, seed);
  return { x: tf.tensor4d(pixels, [n, SIDE, SIDE, 1]), y: tf.tensor1d(labels, 'int32') };
}

export const imagesToLearnFrom = (n: number): Data => imagesAsTensors(n, LEARN_FROM);
export const imagesToJudgeBy = (n: number): Data => imagesAsTensors(n, JUDGE_BY);

/** Mean cross-entropy of a batch, a scalar. */
export function lossOf(logits: tf.Tensor2D, y: tf.Tensor1D): tf.Scalar {
  const target = tf.oneHot(y, CLASSES.length) as tf.Tensor2D;
  return tf.neg(tf.mean(tf.sum(tf.mul(target, tf.logSoftmax(logits)), 1))) as tf.Scalar;
}

/** What one step gave; both are scalars on the device, to be read, and disposed of, by whoever asked for the step. */
export interface Step {
  loss: tf.Scalar;
  /** Share of the batch that was told rightly, before the update. */
  accuracy: tf.Scalar;
}

/** Everything that a training consists of between two steps; all of it can be written down and taken up again. */
export interface TrainingState {
  step: number;
  /** Where the random source of batches and dropout stands: the steps draw from seeds of their own. */
  seed: number;
  net: Net;
  m: Record<string, tf.Tensor>;
  v: Record<string, tf.Tensor>;
}

const names = (net: Net): string[] => Object.keys(net.parameters);
const mapOf = <T, U>(all: Record<string, T>, each: (one: T, name: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, each(one, name)]));

/** A start: parameters as `createNet` draws them, Adam's averages zero. */
export function startTraining({ createNet }: NetFunctions, seed: number, switches: Switches): TrainingState {
  const net = createNet(mulberry32(seed), switches);
  return {
    step: 0,
    seed,
    net,
    m: mapOf(net.parameters, (one) => tf.zerosLike(one)),
    v: mapOf(net.parameters, (one) => tf.zerosLike(one)),
  };
}

export function disposeState({ net, m, v }: TrainingState): void {
  tf.dispose([net.parameters, net.statistics, m, v]);
}

/** The seed of one step's batch and dropout: a training that was paused goes on as if it had not been. */
const seedOfStep = (seed: number, step: number): number =>
  (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + step * 0x27d4eb2f) >>> 0;

/**
 * One step of Adam (0.9, 0.999, 1e-8) on a batch drawn with replacement. Takes the state over: of the one passed in
 * nothing is left.
 */
export function trainStep(
  functions: NetFunctions,
  state: TrainingState,
  data: Data,
  { batch, lr, switches }: Pick<TrainingOptions, 'batch' | 'lr' | 'switches'>,
): { state: TrainingState; result: Step } {
  const { net } = state;
  const order = names(net);
  const t = state.step + 1;
  const rng = mulberry32(seedOfStep(state.seed, state.step));
  const next = tf.tidy(() => {
    const count = data.x.shape[0];
    const chosen = tf.tensor1d(
      Array.from({ length: batch }, () => Math.floor(rng() * count)),
      'int32',
    );
    const [x, y] = [tf.gather(data.x, chosen), tf.gather(data.y, chosen)];
    let statistics = net.statistics;
    let accuracy: tf.Scalar | undefined;
    const parameters = order.map((name) => net.parameters[name] as tf.Tensor);
    const forward = () => {
      const given = functions.forward(x, net, { ...switches, training: true }, rng);
      statistics = mapOf(given.statistics, (one) => tf.keep(tf.clone(one)));
      accuracy = tf.keep(tf.mean(tf.cast(tf.equal(tf.argMax(given.logits, 1), y), 'float32')) as tf.Scalar);
      return lossOf(given.logits, y);
    };
    // What a switch takes out of the net has no gradient, and stays as it is.
    const { value, grads } = tf.engine().gradients(forward, parameters, undefined as unknown as tf.Scalar, true);
    const gradientOf = (name: string) => grads[order.indexOf(name)] ?? tf.zerosLike(net.parameters[name] as tf.Tensor);
    const m = mapOf(state.m, (old, name) => tf.add(tf.mul(BETA1, old), tf.mul(1 - BETA1, gradientOf(name))));
    const v = mapOf(state.v, (old, name) => tf.add(tf.mul(BETA2, old), tf.mul(1 - BETA2, tf.square(gradientOf(name)))));
    const [scale, rate] = [1 - BETA2 ** t, lr / (1 - BETA1 ** t)];
    const updated = mapOf(net.parameters, (old, name) =>
      tf.sub(
        old,
        tf.mul(rate, tf.div(m[name] as tf.Tensor, tf.add(tf.sqrt(tf.div(v[name] as tf.Tensor, scale)), EPSILON))),
      ),
    );
    return { updated, m, v, loss: value as tf.Scalar, statistics, accuracy: accuracy as tf.Scalar };
  });
  disposeState(state);
  return {
    state: { ...state, step: t, net: { parameters: next.updated, statistics: next.statistics }, m: next.m, v: next.v },
    result: { loss: next.loss, accuracy: next.accuracy },
  };
}

/** Probabilities of the classes, [N, 10], in evaluation. */
export function predict({ forward }: NetFunctions, net: Net, x: tf.Tensor4D, switches: Switches): tf.Tensor2D {
  return tf.tidy(() => tf.softmax(forward(x, net, { ...switches, training: false }, () => 0).logits));
}

/** Share of images that a net tells rightly. */
export function accuracyOn(functions: NetFunctions, net: Net, { x, y }: Data, switches: Switches): tf.Scalar {
  return tf.tidy(() => {
    const right = tf.equal(tf.argMax(predict(functions, net, x, switches), 1), y);
    return tf.mean(tf.cast(right, 'float32')) as tf.Scalar;
  });
}
