import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'every-tie',
    fails: 'ties',
    diagnosis: {
      en: 'The gradient is sent to every tied maximum: the window has one output, so only the first maximum gets it.',
      ko: '값이 같은 최댓값 모두에 기울기를 보냈습니다. 창의 출력은 하나이므로 첫 번째 최댓값만 받아야 합니다.',
    },
  },
  {
    name: 'last-maximum',
    fails: 'ties',
    diagnosis: {
      en: 'The last of several equal maxima gets the gradient: take the first, row by row.',
      ko: '값이 같은 최댓값 가운데 마지막 것에 기울기를 보냈습니다. 행 순서로 첫 번째를 골라야 합니다.',
    },
  },
  {
    name: 'spread',
    fails: 'values',
    diagnosis: {
      en: 'The gradient is spread over the window: that is average pooling. Here the maximum gets all of it.',
      ko: '기울기를 창 전체에 나눠 주었습니다. 그것은 평균 풀링입니다. 최대 풀링에서는 최댓값이 모두 받습니다.',
    },
  },
  {
    name: 'overwritten',
    fails: 'values',
    diagnosis: {
      en: 'Overlapping windows overwrite each other: a pixel that is the maximum of several windows gets the sum.',
      ko: '겹치는 창이 서로 덮어썼습니다. 여러 창에서 최댓값인 픽셀은 기울기의 합을 받습니다.',
    },
  },
  {
    name: 'value-routed',
    fails: 'values',
    diagnosis: {
      en: 'The maximum itself is sent back: what goes back is dy.',
      ko: '최댓값 자체를 돌려보냈습니다. 돌려보낼 것은 dy입니다.',
    },
  },
  {
    name: 'channels-mixed',
    fails: 'values',
    diagnosis: {
      en: 'All channels use the place of the maximum in the first: each channel has its own.',
      ko: '모든 채널에 첫 번째 채널의 최댓값 위치를 썼습니다. 최댓값의 위치는 채널마다 다릅니다.',
    },
  },
];
