import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/dropout',
  title: { ko: '역드롭아웃', en: 'Inverted dropout' },
  summary: {
    ko: '훈련에서 유닛을 무작위로 끄고 남은 것을 키우며, 같은 마스크로 역전파합니다.',
    en: 'Switch units off at random in training, scale up the rest, and go back through the same mask.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['02-mlp/relu-backward'],
  concepts: ['dropout', 'regularization', 'backpropagation'],
  entries: ['dropout', 'dropoutBackward'],
  forbidden: ['tf.dropout'],
});
