import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'pool-first',
    fails: 'values',
    diagnosis: {
      en: 'The pooling branch comes first: the order of the channels is b1, b3, b5, pp.',
      ko: '풀링 가지를 맨 앞에 두었습니다. 채널은 b1, b3, b5, pp 순서입니다.',
    },
  },
  {
    name: 'five-before-three',
    fails: 'values',
    diagnosis: {
      en: 'The 5×5 branch comes before the 3×3 one: the order of the channels is b1, b3, b5, pp.',
      ko: '5×5 가지가 3×3 가지보다 앞에 있습니다. 채널은 b1, b3, b5, pp 순서입니다.',
    },
  },
  {
    name: 'linear-reductions',
    fails: 'values',
    diagnosis: {
      en: 'No ReLU after the reductions b3r and b5r: every convolution is followed by one.',
      ko: '채널을 줄이는 b3r과 b5r 뒤에 ReLU가 없습니다. 모든 합성곱 뒤에 ReLU가 옵니다.',
    },
  },
  {
    name: 'linear-ends',
    fails: 'values',
    diagnosis: {
      en: 'No ReLU at the ends of the branches: every convolution is followed by one.',
      ko: '가지의 끝에 ReLU가 없습니다. 모든 합성곱 뒤에 ReLU가 옵니다.',
    },
  },
  {
    name: 'zero-padded-pool',
    fails: 'values',
    diagnosis: {
      en: 'The pooling pads with zeros, which win over negative values: what lies beyond the border must not count.',
      ko: '풀링할 때 0을 덧대어 음수보다 0이 커집니다. 가장자리 밖은 최댓값에 들어가지 않아야 합니다.',
    },
  },
  {
    name: 'pool-after-projection',
    fails: 'values',
    diagnosis: {
      en: 'Pools after the projection: the branch pools x first, then comes its 1×1 convolution.',
      ko: '투영한 다음에 풀링했습니다. x를 먼저 풀링하고 나서 1×1 합성곱을 합니다.',
    },
  },
  {
    name: 'average-pool',
    fails: 'values',
    diagnosis: {
      en: 'Average pooling: the branch takes the maximum of each window.',
      ko: '평균 풀링을 했습니다. 창마다 최댓값을 골라야 합니다.',
    },
  },
  {
    name: 'no-pool',
    fails: 'values',
    diagnosis: {
      en: 'The last branch does not pool: its 1×1 convolution follows a max pooling of window 3 and stride 1.',
      ko: '마지막 가지에서 풀링을 하지 않았습니다. 창 3, 스트라이드 1인 최대 풀링 다음에 1×1 합성곱이 옵니다.',
    },
  },
  {
    name: 'biases-counted',
    fails: 'weights',
    diagnosis: {
      en: 'Counts the biases, too: only weights are asked for.',
      ko: '편향까지 세었습니다. 가중치만 세어야 합니다.',
    },
  },
  {
    name: 'without-reductions',
    fails: 'weights',
    diagnosis: {
      en: 'Counts the 3×3 and 5×5 convolutions on all channels of x: they see only what the reductions give.',
      ko: '3×3과 5×5 합성곱이 x의 모든 채널을 보는 것으로 세었습니다. 줄어든 채널만 봅니다.',
    },
  },
  {
    name: 'reductions-uncounted',
    fails: 'weights',
    diagnosis: {
      en: 'The reductions b3r and b5r are not counted.',
      ko: '채널을 줄이는 b3r과 b5r을 세지 않았습니다.',
    },
  },
];
