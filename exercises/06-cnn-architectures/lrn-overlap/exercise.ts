import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/lrn-overlap',
  title: { ko: '국소 응답 정규화와 중첩 풀링', en: 'AlexNet block: LRN and overlapping pooling' },
  summary: {
    ko: '이웃 채널의 세기로 나누는 정규화를 만들고, 합성곱·ReLU·중첩 풀링과 이어 AlexNet의 첫 층을 완성합니다.',
    en: 'Divide each channel by the strength of its neighbours, and build the first layer of AlexNet around it.',
  },
  difficulty: 2,
  minutes: 30,
  prerequisites: ['05-convolution/pool2d'],
  concepts: ['local-response-normalization', 'overlapping-pooling', 'normalization', 'channel'],
  entries: ['lrn', 'alexBlock'],
  forbidden: ['tf.localResponseNormalization'],
});
