import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '07-vision-tasks/pixel-cross-entropy',
  title: { ko: '픽셀 단위 교차 엔트로피', en: 'Per-pixel cross-entropy' },
  summary: {
    ko: '의미 분할의 손실을 로짓에서 계산하되, 무시할 픽셀은 합에도 개수에도 넣지 않습니다.',
    en: 'The loss of semantic segmentation, straight from the logits, with pixels that count nowhere.',
  },
  difficulty: 2,
  minutes: 25,
  prerequisites: ['03-likelihood/categorical-loglik'],
  concepts: ['cross-entropy', 'semantic-segmentation', 'label', 'softmax', 'numerical-stability'],
  entries: ['pixelCrossEntropy'],
  forbidden: ['tf.logSumExp', 'tf.logSoftmax', 'tf.softplus'],
  allowed: ['.dataSync', '.arraySync'],
});
