import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'no-floor',
    fails: 'out-values',
    diagnosis: {
      en: 'Not rounded: use floor. A window that does not fit any more is not placed.',
      ko: '내림을 하지 않았습니다. 다 들어가지 않는 창은 놓지 않으므로 floor를 써야 합니다.',
    },
  },
  {
    name: 'ceil',
    fails: 'out-values',
    diagnosis: {
      en: 'Rounded up: use floor. The last window would stick out of the input.',
      ko: '올림을 했습니다. 마지막 창이 입력 밖으로 나가게 되므로 floor를 써야 합니다.',
    },
  },
  {
    name: 'pad-once',
    fails: 'out-values',
    diagnosis: {
      en: 'Padding counted once: it stands on both sides, 2p.',
      ko: '패딩을 한 번만 더했습니다. 양쪽에 덧대므로 2p입니다.',
    },
  },
  {
    name: 'plus-one-missing',
    fails: 'out-values',
    diagnosis: {
      en: 'The + 1 is missing: it is the place at which the window starts.',
      ko: '+ 1이 빠졌습니다. 창이 처음 놓이는 자리도 한 칸입니다.',
    },
  },
  {
    name: 'plus-one-inside',
    fails: 'out-values',
    diagnosis: {
      en: 'The 1 is added before the division by the stride: it belongs behind the floor.',
      ko: '스트라이드로 나누기 전에 1을 더했습니다. 1은 내림한 다음에 더해야 합니다.',
    },
  },
  {
    name: 'dilation-ignored',
    fails: 'out-values',
    diagnosis: {
      en: 'Dilation ignored: the window spans d(k − 1) + 1 elements, not k.',
      ko: '팽창을 반영하지 않았습니다. 창의 길이는 k가 아니라 d(k − 1) + 1입니다.',
    },
  },
  {
    name: 'dilation-times-k',
    fails: 'out-values',
    diagnosis: {
      en: 'Takes d·k for the span: between k weights there are k − 1 distances, so it is d(k − 1) + 1.',
      ko: '창의 길이를 d·k로 계산했습니다. 가중치 k개 사이의 간격은 k − 1개이므로 d(k − 1) + 1입니다.',
    },
  },
  {
    name: 'cin-missing',
    fails: 'params-values',
    diagnosis: {
      en: 'The input channels are missing: each filter has a kernel for every channel it sees.',
      ko: '입력 채널이 빠졌습니다. 필터마다 자신이 보는 채널 수만큼 커널이 있습니다.',
    },
  },
  {
    name: 'no-bias',
    fails: 'params-values',
    diagnosis: {
      en: 'The biases are missing: unless bias is false, there is one for each output channel.',
      ko: '편향이 빠졌습니다. bias가 거짓이 아니면 출력 채널마다 하나씩 있습니다.',
    },
  },
  {
    name: 'bias-per-channel',
    fails: 'params-values',
    diagnosis: {
      en: 'One bias for each input channel: it is added to the outputs, so there are cout of them.',
      ko: '입력 채널마다 편향을 하나씩 셌습니다. 편향은 출력에 더하므로 cout개입니다.',
    },
  },
  {
    name: 'groups-ignored',
    fails: 'params-values',
    diagnosis: {
      en: 'Groups ignored: a filter sees only cin/groups channels.',
      ko: '그룹을 반영하지 않았습니다. 필터 하나는 채널 cin/groups개만 봅니다.',
    },
  },
];
