import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/sgd-momentum-nesterov',
  title: { ko: 'SGD·모멘텀·네스테로프', en: 'SGD, momentum, Nesterov' },
  summary: {
    ko: '경사하강법에 지난 기울기의 기억을 더하고, 갈 곳을 미리 내다봅니다.',
    en: 'Give gradient descent a memory of past gradients, and let it look where it is going.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['01-linear-regression/fit-line'],
  concepts: ['stochastic-gradient-descent', 'momentum', 'optimizer'],
  entries: ['sgdStep'],
});
