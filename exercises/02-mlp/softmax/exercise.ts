import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '02-mlp/softmax',
  title: { ko: '안정적인 소프트맥스', en: 'Stable softmax' },
  summary: {
    ko: '아무리 큰 로짓에서도 넘치지 않는 소프트맥스를 구현합니다.',
    en: 'Turn logits into probabilities without overflowing, however large they are.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['02-mlp/dense-forward'],
  concepts: ['softmax', 'numerical-stability', 'broadcasting'],
  entries: ['softmax'],
  forbidden: ['tf.softmax', 'tf.logSoftmax', 'tf.logSumExp', 'tf.sigmoid'],
});
