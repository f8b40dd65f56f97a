import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'counts-all',
    fails: 'values',
    diagnosis: {
      en: 'Ignored pixels are counted in N: divide by the number of pixels that count.',
      ko: '무시할 픽셀까지 개수에 넣어 나누었습니다. 세는 픽셀의 수로 나누십시오.',
    },
  },
  {
    name: 'as-background',
    fails: 'values',
    diagnosis: {
      en: 'Ignored pixels are taken for class 0: they belong in no sum and in no count.',
      ko: '무시할 픽셀을 클래스 0으로 쳤습니다. 합에도 개수에도 넣지 말아야 합니다.',
    },
  },
  {
    name: 'wraps',
    fails: 'values',
    diagnosis: {
      en: 'The ignored label wraps around into a class (255 mod K): take those pixels out before you look a class up.',
      ko: '무시할 레이블이 클래스로 되돌아왔습니다(255 mod K). 클래스를 찾기 전에 그 픽셀부터 빼십시오.',
    },
  },
  {
    name: 'softmax-over-rows',
    fails: 'values',
    diagnosis: {
      en: 'Normalises over the rows of the image (axis 1): the classes are on the last axis.',
      ko: '이미지의 행(1번 축)에 대해 정규화했습니다. 클래스는 마지막 축에 있습니다.',
    },
  },
  {
    name: 'sum',
    fails: 'values',
    diagnosis: {
      en: 'Sums over the pixels: the loss is their mean.',
      ko: '픽셀에 대해 더하기만 했습니다. 손실은 평균입니다.',
    },
  },
  {
    name: 'mean-of-images',
    fails: 'values',
    diagnosis: {
      en: 'Averages within each image first: take one mean over all pixels of the batch that count.',
      ko: '이미지마다 먼저 평균했습니다. 배치에서 세는 픽셀 전체를 한 번에 평균하십시오.',
    },
  },
  {
    name: 'none-valid',
    fails: 'all-ignored',
    diagnosis: {
      en: '0/0 is NaN: where no pixel counts, the loss and its gradient are 0.',
      ko: '0/0은 NaN입니다. 셀 픽셀이 없으면 손실도 기울기도 0입니다.',
    },
  },
  {
    name: 'log-of-softmax',
    fails: 'large-logits',
    diagnosis: {
      en: 'log(0): a probability has underflowed. Subtract the log-sum-exp from the logits instead.',
      ko: 'log(0)입니다. 확률이 0으로 언더플로했습니다. 대신 로짓에서 로그합지수를 빼십시오.',
    },
  },
  {
    name: 'fixed-ignore',
    fails: 'values',
    diagnosis: {
      en: 'The ignored label is hard-coded as 255: use the one that is passed in.',
      ko: '무시할 레이블을 255로 고정했습니다. 인수로 받은 값을 쓰십시오.',
    },
  },
];
