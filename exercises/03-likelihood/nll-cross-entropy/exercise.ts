import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '03-likelihood/nll-cross-entropy',
  title: { ko: 'NLL과 교차 엔트로피', en: 'NLL equals cross-entropy' },
  summary: {
    ko: '교차 엔트로피, 엔트로피, KL, NLL을 로짓에서 함께 계산하고, 학습이 바꾸는 것이 무엇인지 확인합니다.',
    en: 'Cross-entropy, entropy, KL and NLL of one batch, straight from the logits: see which of them training can change.',
  },
  difficulty: 2,
  minutes: 25,
  prerequisites: ['03-likelihood/kl-divergence', '02-mlp/softmax-ce-backward'],
  concepts: ['cross-entropy', 'kl-divergence', 'log-likelihood', 'softmax', 'numerical-stability'],
  entries: ['nllReport'],
  forbidden: ['tf.logSumExp', 'tf.logSoftmax', 'tf.softplus'],
  allowed: ['.dataSync', '.arraySync'],
});
