import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '02-mlp/relu-backward',
  title: { ko: 'ReLU 순전파와 역전파', en: 'ReLU, forwards and backwards' },
  summary: {
    ko: '가장 많이 쓰이는 활성화 함수와 그 역전파를 직접 구현합니다.',
    en: 'The most used activation function, and its backward pass by hand.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: ['02-mlp/dense-forward'],
  concepts: ['activation-function', 'backpropagation'],
  entries: ['relu', 'reluBackward'],
  forbidden: ['tf.relu*', 'tf.leakyRelu', 'tf.prelu', 'tf.elu', 'tf.selu'],
});
