import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '03-likelihood/log-sum-exp',
  title: { ko: '로그합지수', en: 'Log-sum-exp' },
  summary: {
    ko: '지수의 합의 로그를 오버플로와 언더플로 없이 계산합니다.',
    en: 'The logarithm of a sum of exponentials, without overflow or underflow.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: ['02-mlp/softmax'],
  concepts: ['log-likelihood', 'softmax', 'numerical-stability'],
  entries: ['logSumExp'],
  forbidden: ['tf.logSumExp', 'tf.logSoftmax', 'tf.softplus'],
});
