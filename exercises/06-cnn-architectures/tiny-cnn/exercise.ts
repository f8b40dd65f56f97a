import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/tiny-cnn',
  title: { ko: '16×16 도형 분류 CNN 학습', en: 'Train a CNN on 16×16 shapes' },
  summary: {
    ko: '잡음 섞인 도형 네 가지를 그리고, 매개변수 1,316개의 CNN이 구별하도록 Adam으로 학습시킵니다.',
    en: 'Draw four noisy shapes, and train a CNN of 1,316 parameters with Adam to tell them apart.',
  },
  difficulty: 3,
  minutes: 60,
  prerequisites: [
    '06-cnn-architectures/gap-head',
    '05-convolution/conv2d-backward',
    '04-optimization/adam',
    '02-mlp/train-xor',
  ],
  concepts: ['training-loop', 'convolution', 'batch', 'optimizer', 'global-average-pooling'],
  entries: ['makeShapes', 'trainTinyCnn'],
  allowed: ['tf.grads', 'tf.valueAndGrads', '.dataSync'],
  limits: { heartbeatMs: 10_000, totalMs: 120_000 },
});
