import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'valid-padding',
    fails: 'values',
    diagnosis: {
      en: 'No padding: each convolution loses two rows and columns. Pad by 1, so that H and W stay.',
      ko: '패딩이 없어 합성곱마다 행과 열이 두 개씩 줄어듭니다. 1만큼 패딩하여 H와 W를 지켜야 합니다.',
    },
  },
  {
    name: 'relu-at-end',
    fails: 'values',
    diagnosis: {
      en: 'ReLU only at the end: without one after every convolution, the stack is a single linear filter.',
      ko: 'ReLU를 끝에서만 적용했습니다. 합성곱마다 ReLU가 없으면 몇 층을 쌓아도 선형 필터 하나와 같습니다.',
    },
  },
  {
    name: 'pool-per-conv',
    fails: 'values',
    diagnosis: {
      en: 'Pools after every convolution: the block pools once, after the last.',
      ko: '합성곱마다 풀링했습니다. 풀링은 마지막 합성곱 뒤에 한 번만 합니다.',
    },
  },
  {
    name: 'overlapping-pool',
    fails: 'values',
    diagnosis: {
      en: "The pooling window is 3 with stride 2, which is AlexNet's: VGG's is 2 with stride 2.",
      ko: '풀링 창이 3, 스트라이드가 2입니다. AlexNet의 방식이고, VGG에서는 둘 다 2입니다.',
    },
  },
  {
    name: 'average-pool',
    fails: 'values',
    diagnosis: {
      en: 'Average pooling: the block takes the maximum of each window.',
      ko: '평균 풀링을 했습니다. 창마다 최댓값을 골라야 합니다.',
    },
  },
  {
    name: 'ceil-pool',
    fails: 'values',
    diagnosis: {
      en: 'The pooling pads an odd side: ⌊H/2⌋ windows, the last row or column is dropped.',
      ko: '홀수인 변을 덧대어 풀링했습니다. 창은 ⌊H/2⌋개이고 남는 마지막 행이나 열은 버립니다.',
    },
  },
  {
    name: 'no-bias',
    fails: 'values',
    diagnosis: {
      en: 'The biases are missing: add b before the ReLU.',
      ko: '편향을 더하지 않았습니다. ReLU 앞에서 b를 더해야 합니다.',
    },
  },
  {
    name: 'bias-after-relu',
    fails: 'values',
    diagnosis: {
      en: 'The bias is added after the ReLU: it belongs before it, to move the threshold.',
      ko: '편향을 ReLU 뒤에서 더했습니다. 편향은 ReLU 앞에서 더해 문턱을 옮깁니다.',
    },
  },
];
