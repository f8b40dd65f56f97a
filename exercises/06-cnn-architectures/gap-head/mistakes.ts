import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'global-max',
    fails: 'values',
    diagnosis: {
      en: 'This is global max pooling: take the mean of each map, not its largest value.',
      ko: '전역 최대 풀링입니다. 맵마다 최댓값이 아니라 평균을 구해야 합니다.',
    },
  },
  {
    name: 'sum',
    fails: 'values',
    diagnosis: {
      en: 'The maps are summed: divide by the H·W positions.',
      ko: '맵의 값을 더하기만 했습니다. 위치의 수 H·W로 나누어야 합니다.',
    },
  },
  {
    name: 'over-batch',
    fails: 'values',
    diagnosis: {
      en: 'Averages over the batch, too: every example keeps its own C means.',
      ko: '배치 방향으로도 평균을 냈습니다. 예시마다 자기 평균 C개가 남아야 합니다.',
    },
  },
  {
    name: 'channels-first',
    fails: 'values',
    diagnosis: {
      en: 'Mixes channels: the numbers are laid out as [N, H, W, C], and the mean is over axes 1 and 2.',
      ko: '여러 채널의 값을 섞어 평균을 냈습니다. 값은 [N, H, W, C] 순서로 놓여 있고, 평균은 1번 축과 2번 축에 걸쳐 구합니다.',
    },
  },
  {
    name: 'flattened',
    fails: 'values',
    diagnosis: {
      en: 'Flattens the maps and uses the first position only: each channel needs the mean over all positions.',
      ko: '맵을 펼친 뒤 첫 위치의 값만 썼습니다. 채널마다 모든 위치의 평균이 필요합니다.',
    },
  },
  {
    name: 'height-twice',
    fails: 'values',
    diagnosis: {
      en: 'Divides by H², which is the number of positions only where H = W: divide by H·W.',
      ko: 'H²으로 나누었습니다. H = W일 때만 위치의 수와 같습니다. H·W로 나누어야 합니다.',
    },
  },
  {
    name: 'relu-after',
    fails: 'values',
    diagnosis: {
      en: 'ReLU after the dense layer: the result is logits, which may be negative.',
      ko: '완전연결층 뒤에 ReLU를 적용했습니다. 결과는 로짓이므로 음수일 수 있습니다.',
    },
  },
  {
    name: 'no-bias',
    fails: 'values',
    diagnosis: {
      en: 'The bias is missing.',
      ko: '편향을 더하지 않았습니다.',
    },
  },
];
