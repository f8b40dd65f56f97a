import * as tf from '@tensorflow/tfjs-core';

type Conv2d = (x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D) => tf.Tensor4D;

/** The image without its first rows and columns, convolved, against the convolution without its first rows and columns. */
export function drive(
  { conv2d }: { conv2d: Conv2d },
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  b: tf.Tensor1D,
  rows: number,
  columns: number,
) {
  const [, height, width] = x.shape;
  const [kh, kw] = w.shape;
  const cropped = (image: tf.Tensor4D, bottom: number, right: number) =>
    tf.slice(image, [0, rows, columns, 0], [-1, bottom - rows, right - columns, -1]);
  return {
    'y of the moved image': {
      actual: conv2d(cropped(x, height, width), w, b),
      expected: cropped(conv2d(x, w, b), height - kh + 1, width - kw + 1),
    },
  };
}
