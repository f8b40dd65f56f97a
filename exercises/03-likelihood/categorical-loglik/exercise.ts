import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '03-likelihood/categorical-loglik',
  title: { ko: '범주형 로그가능도', en: 'Categorical log-likelihood' },
  summary: {
    ko: '정수 레이블의 로그가능도를 로짓에서 바로 계산합니다.',
    en: 'The log-likelihood of integer labels, straight from the logits.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['03-likelihood/log-sum-exp'],
  concepts: ['log-likelihood', 'label', 'softmax', 'numerical-stability'],
  entries: ['categoricalLogLik'],
  forbidden: ['tf.logSumExp', 'tf.logSoftmax', 'tf.softplus', 'tf.gatherND'],
  allowed: ['.dataSync', '.arraySync'],
});
