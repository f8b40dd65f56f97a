import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/batchnorm-backward',
  title: { ko: '배치 정규화 역전파', en: 'Batch norm backward' },
  summary: {
    ko: '평균과 분산을 지나는 길까지 더해 배치 정규화의 세 기울기를 직접 구현합니다.',
    en: 'Write the three gradients of batch norm by hand, with the paths through mean and variance.',
  },
  difficulty: 3,
  minutes: 35,
  prerequisites: ['04-optimization/batchnorm-forward', '02-mlp/dense-backward'],
  concepts: ['batch-normalization', 'backpropagation', 'chain-rule'],
  entries: ['batchNormBackward'],
  forbidden: ['tf.moments', 'tf.batchNorm*'],
});
