import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/l2-penalty',
  title: { ko: 'L2 벌점', en: 'L2 penalty' },
  summary: {
    ko: '큰 가중치에 값을 매기는 항을 손실에 더하고, 그 항이 기울기에 더하는 것을 구합니다.',
    en: 'Add a price for large weights to the loss, and to the gradients what that price asks of them.',
  },
  difficulty: 1,
  minutes: 10,
  prerequisites: ['01-linear-regression/linear-grads'],
  concepts: ['regularization', 'weight-decay', 'gradient'],
  entries: ['l2Loss', 'l2Grads'],
});
