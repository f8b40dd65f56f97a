import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '02-mlp/mlp-forward',
  title: { ko: 'MLP 순전파', en: 'MLP forward' },
  summary: {
    ko: '층의 목록으로 주어진 다층 퍼셉트론의 출력을 계산합니다.',
    en: 'Run a multi-layer perceptron, given as a list of layers.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['02-mlp/dense-forward', '02-mlp/relu-backward'],
  concepts: ['multi-layer-perceptron', 'activation-function', 'forward-pass'],
  entries: ['mlp'],
});
