import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '03-likelihood/bernoulli-loglik',
  title: { ko: '베르누이 로그가능도', en: 'Bernoulli log-likelihood from logits' },
  summary: {
    ko: '예/아니요 레이블의 로그가능도를 로짓에서 바로, 0에서의 기울기까지 맞게 계산합니다.',
    en: 'The log-likelihood of yes-or-no labels, straight from the logits, with the right slope even at 0.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['03-likelihood/log-sum-exp'],
  concepts: ['log-likelihood', 'gradient', 'numerical-stability'],
  entries: ['bernoulliLogLik'],
  forbidden: ['tf.softplus', 'tf.sigmoid', 'tf.logSigmoid', 'tf.tanh'],
  allowed: ['.dataSync', '.arraySync'],
});
