import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'pool-before-lrn',
    fails: 'values',
    diagnosis: {
      en: 'Maps are pooled before LRN: the order is convolution, ReLU, LRN, pooling.',
      ko: 'LRN보다 풀링이 먼저 옵니다. 순서는 합성곱, ReLU, LRN, 풀링입니다.',
    },
  },
  {
    name: 'one-lrn',
    fails: 'values',
    diagnosis: {
      en: 'Only the first stage has LRN: the second has it as well.',
      ko: '첫 단계에만 LRN이 있습니다. 둘째 단계에도 있어야 합니다.',
    },
  },
  {
    name: 'average-pooling',
    fails: 'values',
    diagnosis: {
      en: 'The stages end with average pooling: AlexNet takes the maximum of each window.',
      ko: '단계가 평균 풀링으로 끝납니다. AlexNet은 윈도마다 최댓값을 취합니다.',
    },
  },
  {
    name: 'linear-hidden',
    fails: 'values',
    diagnosis: {
      en: 'There is no ReLU between the two dense layers: without it they are one.',
      ko: '두 완전연결층 사이에 ReLU가 없습니다. 그러면 층 하나와 같습니다.',
    },
  },
  {
    name: 'lrn-ignored',
    fails: 'switches',
    diagnosis: {
      en: '`lrn: false` changes nothing: maps then go from ReLU to pooling as they are.',
      ko: '`lrn: false`가 아무것도 바꾸지 않습니다. 그때 특징 맵은 ReLU에서 그대로 풀링으로 갑니다.',
    },
  },
  {
    name: 'overlap-ignored',
    fails: 'switches',
    diagnosis: {
      en: '`overlap: false` changes nothing: windows are then 2×2, with stride 2 and without padding.',
      ko: '`overlap: false`가 아무것도 바꾸지 않습니다. 그때 윈도는 2×2이고 스트라이드는 2이며 패딩이 없습니다.',
    },
  },
  {
    name: 'fan-out',
    fails: 'start',
    diagnosis: {
      en: 'Weights are scaled by their outputs (fan-out): the deviation is √(2 / fan-in), with fan-in = side · side · inputs.',
      ko: '가중치의 크기를 출력의 수(fan-out)로 정했습니다. 표준편차는 √(2 / fan-in)이고, fan-in은 한 변 · 한 변 · 입력 채널 수입니다.',
    },
  },
];
