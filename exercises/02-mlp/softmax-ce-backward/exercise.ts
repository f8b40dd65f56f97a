import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '02-mlp/softmax-ce-backward',
  title: { ko: '소프트맥스 교차 엔트로피 순·역전파', en: 'Softmax and cross-entropy, both directions' },
  summary: {
    ko: '분류 손실과 그 기울기를 로짓에서 바로, 안정적으로 계산합니다.',
    en: 'The loss of classification and its gradient, straight from the logits and without overflow.',
  },
  difficulty: 3,
  minutes: 30,
  prerequisites: ['02-mlp/softmax', '02-mlp/dense-backward'],
  concepts: ['softmax', 'cross-entropy', 'numerical-stability', 'backpropagation'],
  entries: ['softmaxCrossEntropy'],
  forbidden: ['tf.softmax', 'tf.logSoftmax', 'tf.logSumExp', 'tf.sigmoid'],
  allowed: ['.dataSync', '.arraySync'],
});
