import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/maxpool-backward',
  title: { ko: '최대 풀링 역전파', en: 'Max-pool backward' },
  summary: {
    ko: '각 창의 기울기를 그 창의 첫 번째 최댓값에 보내고, 창이 겹치면 더합니다.',
    en: "Send each window's gradient to its first maximum, and add where windows overlap.",
  },
  difficulty: 2,
  minutes: 30,
  prerequisites: ['05-convolution/pool2d'],
  concepts: ['max-pooling', 'overlapping-pooling', 'backpropagation'],
  entries: ['maxPoolBackward'],
  forbidden: ['tf.maxPool*', 'tf.avgPool*', 'tf.pool'],
  allowed: ['.arraySync', '.dataSync'],
});
