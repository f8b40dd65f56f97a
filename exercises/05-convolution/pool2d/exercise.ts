import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/pool2d',
  title: { ko: '최대·평균 풀링', en: 'Max and average pooling' },
  summary: {
    ko: '채널마다 창을 옮기며 최댓값이나 평균을 구하고, 패딩은 어느 쪽에도 끼지 않게 합니다.',
    en: 'Slide a window over each channel and keep its maximum or its mean, with padding that counts in neither.',
  },
  difficulty: 2,
  minutes: 30,
  prerequisites: ['05-convolution/conv2d-general'],
  concepts: ['max-pooling', 'average-pooling', 'overlapping-pooling', 'padding', 'stride'],
  entries: ['pool2d'],
  forbidden: ['tf.maxPool*', 'tf.avgPool*', 'tf.pool'],
});
