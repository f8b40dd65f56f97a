import type { Tensor } from '@tensorflow/tfjs-core';
import { ALWAYS_FORBIDDEN } from '../forbidden';
import { LAYERS_MODULE } from '../library';
import type { Job, Observation, Task } from '../task';
import { DRIVER_MODULES } from '../training/driver-modules';
import { decodeArguments, referredTasks } from './argument';
import { type Attempt, attemptTask, type Entry, type Realm } from './attempt';
import { type CapturedConsole, captureConsole } from './console-capture';
import type { HarnessEvent, Tf } from './events';
import { formatTensor } from './format-tensor';
import { guardTensorMethods, guardTf, kernelGuard } from './guarded-tf';
import { inputState } from './input-state';
import { hookKernels } from './kernel-hook';
import { type LoadedLayers, loadLayers } from './layers';
import { type LoadedModule, loadDrivers, loadModule } from './learner-module';
import { problemOf } from './problems';
import { isFalsified, shrinkArguments } from './shrink';

/** Least time between two `beat` events, milliseconds. */
const BEAT_MS = 50;
/** While results are read from the device, which may have much to finish, the realm shows that it is not stuck. */
const READING_BEAT_MS = 200;

const disposeAll = (tensors: Iterable<Tensor>) => {
  for (const tensor of tensors) if (!tensor.isDisposed) tensor.dispose();
};

/**
 * Loads a learner's module and runs the job's tasks one after another, each outside `tf.tidy`, telling what it sees
 * through `emit`; the last event is `done`. Never rejects for what learner code does. One call at a time per `tf`:
 * tensors and kernels are counted on the library's one engine, which must be ready.
 *
 * What is observed here (leaks, kernels, inputs) happens in the learner's own realm and can be forged by hostile code;
 * values and gradients are judged elsewhere. In a realm of its own, `seal` freezes the library before learner code loads.
 */
export async function observe(
  tf: Tf,
  job: Job,
  emit: (event: HarnessEvent) => void,
  { seal }: { seal?: (library: object) => void } = {},
): Promise<void> {
  // Taken before learner code may put its own in their place.
  const { data, dataSync } = tf.Tensor.prototype;
  const format = (tensor: Tensor) => formatTensor(tensor, () => dataSync.call(tensor) as ArrayLike<number>);
  const now = performance.now.bind(performance);

  let lastBeat = now();
  const kernels = hookKernels(tf, () => {
    const time = now();
    if (time - lastBeat < BEAT_MS) return;
    lastBeat = time;
    emit({ type: 'beat' });
  });
  // Lines say which task wrote them: those of hidden checks are not for the learner.
  let task: string | undefined;
  const tell = (event: HarnessEvent) => {
    if (event.type === 'started') task = event.task;
    emit(event);
  };
  const console = captureConsole(
    {
      line: (line) => emit({ type: 'console', line: task === undefined ? line : { ...line, task } }),
      truncated: () => emit({ type: 'truncated' }),
    },
    (value) => (value instanceof tf.Tensor ? format(value) : undefined),
  );
  const refuseKernel = kernelGuard(job.forbidden);
  // What an exercise forbids is for the learner's own file: a layer of theirs may use it.
  let isInLayer = () => false;
  const realm: Realm = {
    ...{ tf, kernels, now },
    read: (tensor) => data.call(tensor) as Promise<ArrayLike<number>>,
    refuse: (kernel) => isInLayer() || refuseKernel(kernel),
    point: (at, value) => emit({ type: 'point', at, value }),
  };
  const restore = guardTensorMethods(tf, job.forbidden, console, format);
  const stackTraceLimit: unknown = Reflect.get(Error, 'stackTraceLimit');
  // The library's own frames would push the learner's line out of the usual ten.
  Reflect.set(Error, 'stackTraceLimit', 60);
  try {
    const guarded = guardTf(tf, job.forbidden, console);
    seal?.(guarded);
    const layers = loadLayers(job.layers ?? [], guardTf(tf, ALWAYS_FORBIDDEN, console), console);
    if (!('problem' in layers)) isInLayer = layers.isInside;
    const loaded = loadLearner(job, guarded, console, layers);
    if ('problem' in loaded) emit({ type: 'problem', problem: loaded.problem });
    else {
      const drivers = loadDrivers(job.drivers ?? {}, loaded.entries, tf, console, DRIVER_MODULES);
      const functionOf = (asked: Task) =>
        asked.do === 'drive' ? drivers.get(asked.driver) : loaded.entries.get(asked.fn);
      await runTasks(realm, job.tasks, functionOf, tell);
    }
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit);
    if (!seal) restore();
    kernels.remove();
  }
  emit({ type: 'done' });
}

function loadLearner(job: Job, tf: object, console: CapturedConsole, layers: LoadedLayers): LoadedModule {
  if ('problem' in layers) return layers;
  return loadModule(job.source, job.entries, tf, console, { modules: new Map([[LAYERS_MODULE, layers.module]]) });
}

/** Where a property fails, the simplest arguments on which it does, and what came of them. */
async function simplify(realm: Realm, entry: Entry, task: Task, result: Observation['result']) {
  if (task.do !== 'drive' || !task.shrink || !isFalsified(result)) return {};
  const simplest = await shrinkArguments(task.args, result, task.shrink, async (args) => {
    const decoded = decodeArguments(realm.tf, args, () => undefined);
    const attempt = attemptTask({ ...realm, point: () => {} }, entry, task, decoded, []);
    const found = await attempt.result();
    disposeAll([...attempt.made, ...decoded.tensors]);
    return found;
  });
  return { result: simplest.result, shrunk: [...simplest.args] };
}

async function runTasks(
  realm: Realm,
  tasks: readonly Task[],
  functionOf: (task: Task) => Entry | undefined,
  emit: (event: HarnessEvent) => void,
): Promise<void> {
  const wanted = new Set(tasks.flatMap((task) => task.args.flatMap(referredTasks)));
  const outputs = new Map<string, Attempt>();
  const kept = new Set<Tensor>();
  for (const task of tasks) {
    const entry = functionOf(task);
    if (!entry) {
      emit({ type: 'problem', problem: problemOf('missing-export', task.do === 'drive' ? task.driver : task.fn) });
      break;
    }
    emit({ type: 'started', task: task.id });
    const decoded = decodeArguments(realm.tf, task.args, (id) => outputs.get(id)?.value);
    const attempt = attemptTask(realm, entry, task, decoded, [...kept]);
    const reading = setInterval(() => emit({ type: 'beat' }), READING_BEAT_MS);
    const [result, inputs] = await Promise.all([
      attempt.result(),
      inputState(realm.tf, task.args, decoded, realm.read),
    ]).finally(() => clearInterval(reading));
    const { ms, leaked, launches } = attempt;
    const simplest = await simplify(realm, entry, task, result);
    emit({ type: 'observation', observation: { task: task.id, ms, result, leaked, inputs, ...launches, ...simplest } });
    if (wanted.has(task.id)) {
      outputs.set(task.id, attempt);
      // The result may hold the inputs themselves, so they stay as well.
      for (const tensor of [...attempt.made, ...decoded.tensors]) kept.add(tensor);
    } else {
      disposeAll([...attempt.made, ...decoded.tensors]);
    }
  }
  disposeAll(kept);
}
