import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'channels-summed',
    fails: 'values',
    diagnosis: {
      en: 'The depthwise step sums over the channels: each channel keeps to itself there, only pw mixes them.',
      ko: '깊이별 단계에서 채널을 합했습니다. 그 단계에서는 채널이 서로 섞이지 않고, pw만 채널을 섞습니다.',
    },
  },
  {
    name: 'pointwise-first',
    fails: 'values',
    diagnosis: {
      en: 'The pointwise step comes first: dw has a filter for each input channel, so filter first and mix afterwards.',
      ko: '1×1 합성곱을 먼저 했습니다. dw의 필터는 입력 채널마다 하나이므로, 필터를 먼저 적용하고 나서 채널을 섞어야 합니다.',
    },
  },
  {
    name: 'relu-between',
    fails: 'values',
    diagnosis: {
      en: 'There is a ReLU between the two steps: here nothing stands between them.',
      ko: '두 단계 사이에 ReLU를 넣었습니다. 여기서는 사이에 아무것도 없습니다.',
    },
  },
  {
    name: 'pw-transposed',
    fails: 'values',
    diagnosis: {
      en: 'pw is transposed: its rows belong to the input channels, its columns to the outputs.',
      ko: 'pw를 전치했습니다. 행이 입력 채널, 열이 출력 채널입니다.',
    },
  },
  {
    name: 'one-filter',
    fails: 'values',
    diagnosis: {
      en: 'The filter of the first channel is used for all: dw[:, :, c, 0] belongs to channel c.',
      ko: '첫 번째 채널의 필터를 모든 채널에 썼습니다. dw[:, :, c, 0]은 c번 채널의 필터입니다.',
    },
  },
];
