import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'new-first',
    fails: 'block-values',
    diagnosis: {
      en: 'Puts new maps in front: they are appended after the channels that are there.',
      ko: '새 특징 맵을 앞에 붙였습니다. 이미 있는 채널 뒤에 이어 붙여야 합니다.',
    },
  },
  {
    name: 'input-lost',
    fails: 'block-values',
    diagnosis: {
      en: 'Returns the new maps only: x must stay in the output.',
      ko: '새 특징 맵만 반환했습니다. x도 출력에 남아 있어야 합니다.',
    },
  },
  {
    name: 'relu-before-scale',
    fails: 'block-values',
    diagnosis: {
      en: 'ReLU before scale and shift: the order is BN–ReLU–conv (pre-activation).',
      ko: '크기와 위치를 적용하기 전에 ReLU를 적용했습니다. 배치 정규화, ReLU, 합성곱 순서입니다(사전 활성화).',
    },
  },
  {
    name: 'linear-middle',
    fails: 'block-values',
    diagnosis: {
      en: 'No ReLU before the 3×3 convolution: both convolutions of a layer get one in front.',
      ko: '3×3 합성곱 앞에 ReLU가 없습니다. 층의 두 합성곱 모두 앞에 ReLU가 옵니다.',
    },
  },
  {
    name: 'relu-at-end',
    fails: 'block-values',
    diagnosis: {
      en: 'ReLU after the 3×3 convolution: maps are appended as the convolution gives them (pre-activation).',
      ko: '3×3 합성곱 뒤에 ReLU를 적용했습니다. 합성곱의 출력을 그대로 이어 붙입니다(사전 활성화).',
    },
  },
  {
    name: 'max-pool',
    fails: 'transition-values',
    diagnosis: {
      en: 'Max pooling in the transition: it averages each window.',
      ko: '전이층에서 최대 풀링을 했습니다. 창마다 평균을 구해야 합니다.',
    },
  },
  {
    name: 'transition-linear',
    fails: 'transition-values',
    diagnosis: {
      en: 'No ReLU in the transition: scale and shift are followed by one.',
      ko: '전이층에 ReLU가 없습니다. 크기와 위치를 적용한 다음 ReLU가 옵니다.',
    },
  },
  {
    name: 'pool-before-relu',
    fails: 'transition-values',
    diagnosis: {
      en: 'Pools before the ReLU: the pooling is the last step of the transition.',
      ko: 'ReLU보다 먼저 풀링했습니다. 풀링은 전이층의 마지막 단계입니다.',
    },
  },
  {
    name: 'channels-fixed',
    fails: 'first-parameters',
    diagnosis: {
      en: 'Every layer is counted on c0 channels: each layer sees all previous maps, c0 + l·k.',
      ko: '모든 층을 채널 c0개로 세었습니다. 층은 앞선 특징 맵을 모두 보므로 c0 + l·k개입니다.',
    },
  },
  {
    name: 'norms-once',
    fails: 'first-parameters',
    diagnosis: {
      en: 'Counts one parameter per channel of a batch norm: γ and β are 2 per channel.',
      ko: '배치 정규화를 채널마다 하나로 세었습니다. γ와 β, 채널마다 2개입니다.',
    },
  },
  {
    name: 'biases-counted',
    fails: 'first-parameters',
    diagnosis: {
      en: 'Counts biases of the convolutions: they have none.',
      ko: '합성곱의 편향까지 세었습니다. 이 합성곱에는 편향이 없습니다.',
    },
  },
  {
    name: 'no-bottleneck',
    fails: 'first-parameters',
    diagnosis: {
      en: 'Counts a 3×3 convolution on all channels: a 1×1 one reduces them to 4k first, with a norm of its own.',
      ko: '3×3 합성곱이 모든 채널을 보는 것으로 세었습니다. 먼저 1×1 합성곱이 4k개로 줄이고, 거기에도 배치 정규화가 있습니다.',
    },
  },
  {
    name: 'last-norm-at-growth',
    fails: 'first-parameters',
    diagnosis: {
      en: 'Counts the second batch norm on k channels: it stands in front of the 3×3 convolution, on 4k.',
      ko: '둘째 배치 정규화를 채널 k개로 세었습니다. 3×3 합성곱 앞에 있으므로 4k개입니다.',
    },
  },
];
