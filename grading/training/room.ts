import type { Tensor } from '@tensorflow/tfjs-core';
import { ALWAYS_FORBIDDEN } from '../forbidden';
import { captureConsole } from '../harness/console-capture';
import type { Tf } from '../harness/events';
import { formatTensor } from '../harness/format-tensor';
import { guardTensorMethods, guardTf } from '../harness/guarded-tf';
import { loadLayers } from '../harness/layers';
import { loadModule } from '../harness/learner-module';
import { describeThrown } from '../harness/thrown';
import { LAYERS_MODULE } from '../library';
import type { CompiledLayer } from '../task';
import { decodeTensor, encodeTensor } from '../tensor-codec';
import type { EncodedTensor } from '../tensor-data';
import type { RoomEvent } from './room-messages';
import {
  type Data,
  imagesToJudgeBy,
  imagesToLearnFrom,
  type Net,
  type NetFunctions,
  predict,
  startTraining,
  type TrainingOptions,
  type TrainingState,
  trainStep,
} from './trainer';

/** Weights as they are exported and imported. */
export interface EncodedNet {
  parameters: Record<string, EncodedTensor>;
  statistics: Record<string, EncodedTensor>;
}

/** What the training room sends a fresh worker. */
export interface RoomJob {
  /** Compiled, as a job's. */
  source: string;
  forbidden: string[];
  layers: CompiledLayer[];
  options: TrainingOptions & { steps: number; judged: number };
  /** Taken over in place of `createNet`'s values; of step `step`. */
  weights?: EncodedNet & { step: number };
}

/** What may be asked of a training that is under way. */
export type RoomRequest = 'pause' | 'resume' | 'judge' | 'export';

/** The worker's end of the training room. */
export interface Room {
  ask(request: RoomRequest): void;
}

class Unfit extends Error {
  constructor(readonly tensor: string) {
    super(tensor);
  }
}

/** Tensors of the same names and shapes as `own`, with the values of `given`. */
function taken(tf: Tf, own: Record<string, Tensor>, given: Record<string, EncodedTensor>): Record<string, Tensor> {
  const extra = Object.keys(given).find((name) => !(name in own));
  if (extra !== undefined) throw new Unfit(extra);
  for (const [name, tensor] of Object.entries(own)) {
    const one = given[name];
    if (one?.dtype !== 'float32' || String(one.shape) !== String(tensor.shape)) throw new Unfit(name);
  }
  return Object.fromEntries(
    Object.entries(given).map(([name, one]) => [name, tf.tensor(decodeTensor(one).values, [...one.shape], 'float32')]),
  );
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Trains a learner's net until it is told to pause, or all steps are done; between two steps it does what it is asked.
 * The realm is locked as for any run, and the guards are the same.
 */
export function openRoom(
  tf: Tf,
  job: RoomJob,
  emit: (event: RoomEvent) => void,
  { seal }: { seal: (library: object) => void },
): Room {
  const { data, dataSync } = tf.Tensor.prototype;
  const read = (tensor: Tensor) => data.call(tensor) as Promise<ArrayLike<number>>;
  const format = (tensor: Tensor) => formatTensor(tensor, () => dataSync.call(tensor) as ArrayLike<number>);
  // Nobody reads it here: the report of a run does.
  const console = captureConsole({ line: () => {}, truncated: () => {} }, () => undefined);
  const waiting: RoomRequest[] = [];
  let paused = false;
  let wake = () => {};

  /** Lets messages in. */
  const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const asked = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });

  function load(): NetFunctions | null {
    guardTensorMethods(tf, job.forbidden, console, format);
    const guarded = guardTf(tf, job.forbidden, console);
    seal(guarded);
    const layers = loadLayers(job.layers, guardTf(tf, ALWAYS_FORBIDDEN, console), console);
    const modules = 'problem' in layers ? new Map() : new Map([[LAYERS_MODULE, layers.module]]);
    const loaded =
      'problem' in layers ? layers : loadModule(job.source, ['createNet', 'forward'], guarded, console, { modules });
    if ('problem' in loaded) {
      emit({ type: 'problem', problem: loaded.problem });
      return null;
    }
    return Object.fromEntries(loaded.entries) as unknown as NetFunctions;
  }

  function begin(functions: NetFunctions): TrainingState {
    const state = startTraining(functions, job.options.seed, job.options.switches);
    if (!job.weights) return state;
    const { parameters, statistics, step } = job.weights;
    const net: Net = {
      parameters: taken(tf, state.net.parameters, parameters),
      statistics: taken(tf, state.net.statistics, statistics),
    };
    tf.dispose([state.net.parameters, state.net.statistics]);
    return { ...state, net, step };
  }

  async function encode(tensors: Record<string, Tensor>): Promise<Record<string, EncodedTensor>> {
    const encoded: Record<string, EncodedTensor> = {};
    for (const [name, tensor] of Object.entries(tensors)) {
      const values = Float32Array.from(await read(tensor));
      encoded[name] = encodeTensor({ dtype: 'float32', shape: tensor.shape, values });
    }
    return encoded;
  }

  async function judge(functions: NetFunctions, { net, step }: TrainingState, images: Data): Promise<void> {
    const probabilities = predict(functions, net, images.x, job.options.switches);
    const [values, labels] = [await read(probabilities), await read(images.y)];
    probabilities.dispose();
    const rows = Array.from(labels, (_, row) =>
      Array.from({ length: 10 }, (_, k) => finite(values[10 * row + k] as number)),
    );
    emit({ type: 'judged', at: step, labels: Array.from(labels), probabilities: rows });
  }

  async function answer(
    request: RoomRequest,
    functions: NetFunctions,
    state: TrainingState,
    judged: Data,
  ): Promise<void> {
    if (request === 'pause' && !paused) {
      paused = true;
      emit({ type: 'paused' });
    }
    if (request === 'resume') paused = false;
    if (request === 'judge') await judge(functions, state, judged);
    if (request === 'export') {
      const { parameters, statistics } = state.net;
      const event = { parameters: await encode(parameters), statistics: await encode(statistics) };
      emit({ type: 'weights', at: state.step, ...event });
    }
  }

  async function run(): Promise<void> {
    const functions = load();
    if (!functions) return;
    const { options } = job;
    const [learned, judged] = [imagesToLearnFrom(options.images), imagesToJudgeBy(options.judged)];
    let state = begin(functions);
    emit({ type: 'started', parameters: Object.values(state.net.parameters).reduce((sum, { size }) => sum + size, 0) });
    let finished = false;
    for (;;) {
      await breathe();
      for (let request = waiting.shift(); request; request = waiting.shift()) {
        await answer(request, functions, state, judged);
      }
      if (paused || finished) {
        await asked();
        continue;
      }
      const next = trainStep(functions, state, learned, options);
      state = next.state;
      const [loss, accuracy] = [await read(next.result.loss), await read(next.result.accuracy)];
      tf.dispose([next.result.loss, next.result.accuracy]);
      emit({ type: 'step', at: state.step, loss: finite(loss[0] as number), accuracy: finite(accuracy[0] as number) });
      if (!Number.isFinite(loss[0] as number) || state.step >= options.steps) {
        finished = true;
        await judge(functions, state, judged);
        emit({ type: 'finished' });
      }
    }
  }

  run().catch((error: unknown) => {
    if (error instanceof Unfit) emit({ type: 'unfit', name: error.tensor.slice(0, 200) });
    else emit({ type: 'threw', thrown: describeThrown(error) });
  });
  return {
    ask(request) {
      waiting.push(request);
      wake();
    },
  };
}
