export const TASKS = ['classification', 'multilabel', 'segmentation', 'detection', 'pose', 'vqa'] as const;
export type Task = (typeof TASKS)[number];

/** An array that goes in, comes out or is the label. */
export type Spec = { shape: number[]; dtype: 'float32' | 'int32' };

/** What a task puts on top of the same image: its other input if any, its output, its label, its loss. */
export type Head = { inputs: Spec[]; output: Spec; label: Spec; loss: Loss };
export type Loss = 'softmax' | 'sigmoid' | 'per-pixel' | 'boxes' | 'coordinates';

/** Candidate boxes of the detector, as many as DETR's object queries. */
export const BOXES = 100;
/** Keypoints of a person, as in COCO. */
export const KEYPOINTS = 17;
/** Answers that the question answerer chooses from. */
export const ANSWERS = 1000;
/** Tokens of the question, padded. */
export const TOKENS = 16;
/** Objects in the drawn scene: a person, two balls, a tree. */
export const OBJECTS = 4;

/** Examples in the batch, height of the image, classes; the image is one and a half times as wide as high. */
export type Sizes = { batch: number; height: number; classes: number };

const float = (...shape: number[]): Spec => ({ shape, dtype: 'float32' });
const integer = (...shape: number[]): Spec => ({ shape, dtype: 'int32' });

/**
 * The shapes of one task: images are NHWC, the output's first axis is the batch. The label is what the loss compares with: class
 * indices where exactly one class is right, zeros and ones where several may be.
 *
 * @example headOf('segmentation', { batch: 8, height: 64, classes: 5 }).output.shape // [8, 64, 96, 5]
 */
export function headOf(task: Task, { batch, height, classes }: Sizes): Head {
  const width = (3 * height) / 2;
  const image = float(batch, height, width, 3);
  const heads: Record<Task, Omit<Head, 'inputs'>> = {
    classification: { output: float(batch, classes), label: integer(batch), loss: 'softmax' },
    multilabel: { output: float(batch, classes), label: float(batch, classes), loss: 'sigmoid' },
    segmentation: {
      output: float(batch, height, width, classes),
      label: integer(batch, height, width),
      loss: 'per-pixel',
    },
    // Four coordinates, one confidence, K class scores. The label lists only the boxes that are there.
    detection: { output: float(batch, BOXES, 4 + 1 + classes), label: float(OBJECTS, 4 + 1), loss: 'boxes' },
    pose: { output: float(batch, KEYPOINTS, 2), label: float(batch, KEYPOINTS, 2), loss: 'coordinates' },
    vqa: { output: float(batch, ANSWERS), label: integer(batch), loss: 'softmax' },
  };
  return { inputs: task === 'vqa' ? [image, integer(batch, TOKENS)] : [image], ...heads[task] };
}

/** Numbers that the head gives for one example. */
export function numbersPerExample({ output }: Head): number {
  return output.shape.slice(1).reduce((product, extent) => product * extent, 1);
}
