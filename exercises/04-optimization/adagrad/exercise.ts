import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/adagrad',
  title: { ko: 'Adagrad 구현하기', en: 'Adagrad' },
  summary: {
    ko: '가중치마다 지금까지의 기울기 제곱합으로 학습률을 낮춥니다.',
    en: 'Give each weight a rate of its own, lowered by the squares of all its gradients so far.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['04-optimization/sgd-momentum-nesterov'],
  concepts: ['optimizer', 'learning-rate', 'gradient-descent'],
  entries: ['adagradStep'],
});
