import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'transposed',
    fails: 'values',
    diagnosis: {
      en: 'The confusion matrix is transposed: rows are true classes, columns predicted ones.',
      ko: '혼동 행렬이 전치되었습니다. 행이 정답 클래스, 열이 예측한 클래스입니다.',
    },
  },
  {
    name: 'absent-in-mean',
    fails: 'values',
    diagnosis: {
      en: 'Divides the sum of the IoUs by K: divide by the number of classes that are not NaN.',
      ko: 'IoU의 합을 K로 나누었습니다. NaN이 아닌 클래스의 수로 나누십시오.',
    },
  },
  {
    name: 'absent-as-zero',
    fails: 'values',
    diagnosis: {
      en: 'A class that occurs nowhere gets an IoU of 0: it has none (NaN), and stays out of the mean.',
      ko: '어디에도 나오지 않는 클래스의 IoU를 0으로 했습니다. 값이 없으므로 NaN이고 평균에서도 뺍니다.',
    },
  },
  {
    name: 'absent-as-one',
    fails: 'values',
    diagnosis: {
      en: 'A class that occurs nowhere gets an IoU of 1: it has none (NaN), and stays out of the mean.',
      ko: '어디에도 나오지 않는 클래스의 IoU를 1로 했습니다. 값이 없으므로 NaN이고 평균에서도 뺍니다.',
    },
  },
  {
    name: 'accuracy-as-miou',
    fails: 'values',
    diagnosis: {
      en: 'This miou is the accuracy: average the IoUs of the classes instead.',
      ko: 'miou 자리에 정확도가 있습니다. 클래스별 IoU를 평균하십시오.',
    },
  },
  {
    name: 'dice',
    fails: 'values',
    diagnosis: {
      en: 'This is Dice, 2TP / (2TP + FP + FN): IoU counts TP once, above and below.',
      ko: '다이스 계수 2TP / (2TP + FP + FN)입니다. IoU에서는 분자와 분모에 TP를 한 번씩만 셉니다.',
    },
  },
  {
    name: 'recall',
    fails: 'values',
    diagnosis: {
      en: 'This is recall, TP / (TP + FN): pixels wrongly predicted as the class belong in the denominator, too.',
      ko: '재현율 TP / (TP + FN)입니다. 그 클래스로 잘못 예측한 픽셀(FP)도 분모에 넣어야 합니다.',
    },
  },
  {
    name: 'ignored-counted',
    fails: 'values',
    diagnosis: {
      en: 'Ignored pixels are counted as wrong: they are in no total, and their predictions are no false positives.',
      ko: '무시할 픽셀을 틀린 것으로 셌습니다. 총수에도 넣지 않고, 그 예측을 거짓 양성으로 세지도 않습니다.',
    },
  },
];
