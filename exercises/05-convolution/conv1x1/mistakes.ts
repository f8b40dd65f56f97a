import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'channels-first-reshape',
    fails: 'values',
    diagnosis: {
      en: 'Mixes pixels and channels: channels are the last axis already, so x is reshaped to [N·H·W, C] without moving any.',
      ko: '픽셀과 채널이 섞였습니다. 채널이 이미 마지막 축이므로 축을 옮기지 말고 그대로 [N·H·W, C]로 바꿉니다.',
    },
  },
  {
    name: 'transposed-weights',
    fails: 'values',
    diagnosis: {
      en: 'Uses Wᵀ: w is [C, O] already, one row per input channel.',
      ko: 'Wᵀ를 사용했습니다. w의 형태가 이미 [C, O]이고 한 행이 입력 채널 하나입니다.',
    },
  },
  {
    name: 'no-bias',
    fails: 'values',
    diagnosis: { en: 'The bias b is missing.', ko: '편향 b를 더하지 않았습니다.' },
  },
  {
    name: 'bias-per-channel',
    fails: 'values',
    diagnosis: {
      en: 'Bias added once per input channel: each output of a pixel gets it once.',
      ko: '편향을 입력 채널마다 더했습니다. 픽셀의 출력마다 한 번만 더해야 합니다.',
    },
  },
  {
    name: 'sum-over-space',
    fails: 'values',
    diagnosis: {
      en: 'Sums over the pixels: each pixel keeps to itself, only its channels are summed.',
      ko: '픽셀에 걸쳐 더했습니다. 픽셀마다 따로 계산하고, 그 픽셀의 채널끼리만 더합니다.',
    },
  },
  {
    name: 'axes-swapped',
    fails: 'values',
    diagnosis: {
      en: 'H and W are swapped in the reshape back: the pixels are in the order [N, H, W].',
      ko: '형태를 되돌릴 때 H와 W가 뒤바뀌었습니다. 픽셀은 [N, H, W] 순서로 놓여 있습니다.',
    },
  },
  {
    name: 'relu',
    fails: 'values',
    diagnosis: {
      en: 'No activation here: the layer ends with the sum.',
      ko: '여기에는 활성화 함수가 없습니다. 편향을 더한 값이 그대로 출력입니다.',
    },
  },
];
