import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'groups-ignored',
    fails: 'values',
    diagnosis: {
      en: 'Groups are ignored: groups divide Cin, so that each filter sees C/g channels.',
      ko: '그룹을 무시했습니다. 그룹은 입력 채널을 나누므로 필터는 저마다 C/g개의 채널만 봅니다.',
    },
  },
  {
    name: 'bias-with-norm',
    fails: 'values',
    diagnosis: {
      en: 'Counts a bias although bn is set: bias defaults to false there, since β takes its place.',
      ko: 'bn이 있는데 편향도 세었습니다. 이때 bias의 기본값은 false입니다. β가 그 자리를 대신합니다.',
    },
  },
  {
    name: 'bias-not-asked',
    fails: 'values',
    diagnosis: {
      en: 'Ignores an explicit bias of a convolution: a value that is given wins over the default.',
      ko: '합성곱에 직접 적은 bias를 무시했습니다. 적힌 값이 기본값보다 우선합니다.',
    },
  },
  {
    name: 'fc-on-channels',
    fails: 'values',
    diagnosis: {
      en: 'The fc layer sees the channels only: flatten H·W·C.',
      ko: 'fc 층이 채널만 봅니다. H·W·C개로 펼쳐야 합니다.',
    },
  },
  {
    name: 'flops',
    fails: 'values',
    diagnosis: {
      en: 'Counts FLOPs, not MACs: a multiplication and its addition are one.',
      ko: 'MAC이 아니라 FLOP을 세었습니다. 곱셈과 그에 딸린 덧셈을 합쳐 하나로 셉니다.',
    },
  },
  {
    name: 'pooling-counted',
    fails: 'values',
    diagnosis: {
      en: 'Counts poolings among the MACs: only conv and fc layers count.',
      ko: '풀링도 MAC으로 세었습니다. conv와 fc 층만 셉니다.',
    },
  },
  {
    name: 'floor-for-ceil',
    fails: 'values',
    diagnosis: {
      en: 'Rounds down although ceil is set: what is left over gets a window of its own.',
      ko: 'ceil이 있는데 내림했습니다. 남는 부분에도 창이 하나 놓입니다.',
    },
  },
  {
    name: 'running-statistics',
    fails: 'values',
    diagnosis: {
      en: 'Counts running statistics of the batch norms: only γ and β are trained, 2 per channel.',
      ko: '배치 정규화의 이동 통계까지 세었습니다. 학습하는 것은 γ와 β, 채널마다 2개뿐입니다.',
    },
  },
  {
    name: 'branches-chained',
    fails: 'values',
    diagnosis: {
      en: 'A branch starts where the one before ended: every branch starts from the input of the branch layer.',
      ko: '가지가 앞 가지의 끝에서 시작합니다. 모든 가지는 branch 층의 입력에서 시작해야 합니다.',
    },
  },
  {
    name: 'macs-of-one-place',
    fails: 'values',
    diagnosis: {
      en: 'Counts the weights of a convolution as its MACs: each weight is used at every place of the output.',
      ko: '합성곱의 가중치 수를 MAC으로 세었습니다. 가중치는 출력의 모든 위치에서 쓰입니다.',
    },
  },
];
