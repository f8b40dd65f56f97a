import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'alpha-over-n',
    fails: 'lrn-values',
    diagnosis: {
      en: 'Divides α by n, which is the PyTorch convention: the paper does not divide α by n.',
      ko: 'α를 n으로 나누었습니다. PyTorch의 방식입니다. 논문에서는 나누지 않습니다.',
    },
  },
  {
    name: 'over-space',
    fails: 'lrn-values',
    diagnosis: {
      en: 'The window runs over columns of the image: normalise across channels.',
      ko: '창이 이미지의 열을 따라 움직입니다. 채널 방향으로 정규화해야 합니다.',
    },
  },
  {
    name: 'multiplied',
    fails: 'lrn-values',
    diagnosis: {
      en: 'The sign of β is wrong: x is divided by the power, so that strong neighbours damp it.',
      ko: 'β의 부호가 틀렸습니다. 거듭제곱으로 나누어야 강한 이웃이 값을 억누릅니다.',
    },
  },
  {
    name: 'not-squared',
    fails: 'lrn-values',
    diagnosis: {
      en: 'Sums the values themselves: the squares of the neighbours are summed.',
      ko: '값을 그대로 더했습니다. 이웃의 제곱을 더해야 합니다.',
    },
  },
  {
    name: 'border-wrapped',
    fails: 'lrn-values',
    diagnosis: {
      en: 'The window wraps around: it is cut at the first and the last channel.',
      ko: '창이 반대편 채널로 넘어갑니다. 첫 채널과 마지막 채널에서 잘라야 합니다.',
    },
  },
  {
    name: 'window-behind',
    fails: 'lrn-values',
    diagnosis: {
      en: 'The window holds the channel and those before it: it reaches ⌊n/2⌋ channels to either side.',
      ko: '창에 그 채널과 앞쪽 채널만 들어 있습니다. 양쪽으로 ⌊n/2⌋개씩 들어가야 합니다.',
    },
  },
  {
    name: 'k-outside',
    fails: 'lrn-values',
    diagnosis: {
      en: 'k is added after the power: it belongs inside, (k + α·Σx²)^β.',
      ko: 'k를 거듭제곱한 뒤에 더했습니다. (k + α·Σx²)^β처럼 안에서 더해야 합니다.',
    },
  },
  {
    name: 'pool-2',
    fails: 'block-values',
    diagnosis: {
      en: "The pooling window is 2: AlexNet's is 3 with stride 2, so that windows overlap.",
      ko: '풀링 창이 2입니다. AlexNet의 창은 3, 스트라이드는 2여서 서로 겹칩니다.',
    },
  },
  {
    name: 'lrn-before-relu',
    fails: 'block-values',
    diagnosis: {
      en: 'LRN before the ReLU: negative values would count among the neighbours. ReLU comes first.',
      ko: 'ReLU 앞에서 정규화했습니다. 그러면 음수도 이웃의 세기에 들어갑니다. ReLU가 먼저입니다.',
    },
  },
  {
    name: 'pool-before-lrn',
    fails: 'block-values',
    diagnosis: {
      en: 'Pools before LRN: the order is ReLU, LRN, pooling.',
      ko: '풀링을 먼저 했습니다. ReLU, 국소 응답 정규화, 풀링 순서입니다.',
    },
  },
  {
    name: 'no-lrn',
    fails: 'block-values',
    diagnosis: {
      en: 'LRN is missing between ReLU and pooling.',
      ko: 'ReLU와 풀링 사이에 국소 응답 정규화가 빠졌습니다.',
    },
  },
];
