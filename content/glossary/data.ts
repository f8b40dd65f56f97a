import type { GlossaryTerm } from './term';

/** Data, its splits, and what is measured on them. */
export const dataTerms: GlossaryTerm[] = [
  {
    id: 'artificial-intelligence',
    en: 'artificial intelligence',
    ko: '인공지능',
    also: { en: ['AI'] },
    meaning: {
      en: 'The field that makes machines do what is taken to need intelligence, whether by written rules, by search or by learning.',
      ko: '규칙을 쓰든 탐색하든 학습하든, 지능이 필요하다고 여기는 일을 기계가 하게 만드는 분야입니다.',
    },
  },
  {
    id: 'machine-learning',
    en: 'machine learning',
    ko: '기계학습',
    also: { en: ['ML'], ko: ['머신러닝'] },
    meaning: {
      en: 'The part of artificial intelligence in which a program’s behaviour is fitted to data instead of being written by hand.',
      ko: '인공지능 가운데 동작을 사람이 직접 쓰지 않고 데이터에 맞추어 얻는 분야입니다.',
    },
  },
  {
    id: 'deep-learning',
    en: 'deep learning',
    ko: '딥러닝',
    also: { en: ['DL'], ko: ['심층학습'] },
    meaning: {
      en: 'Machine learning with networks of many layers, whose features are learned together with the prediction.',
      ko: '층이 많은 신경망을 써서 특징과 예측을 함께 배우는 기계학습입니다.',
    },
  },
  {
    id: 'computer-vision',
    en: 'computer vision',
    ko: '컴퓨터 비전',
    also: { en: ['CV'] },
    meaning: {
      en: 'The field that draws information such as classes, boxes or poses out of images and video.',
      ko: '이미지와 영상에서 클래스, 경계 상자, 자세 같은 정보를 알아내는 분야입니다.',
    },
  },
  {
    id: 'label',
    en: 'label',
    ko: '레이블',
    also: { en: ['target'], ko: ['라벨'] },
    meaning: {
      en: 'The answer that comes with an example of the data, for instance its class.',
      ko: '데이터의 예시에 딸린 답으로, 예를 들면 그 예시의 클래스입니다.',
    },
  },
  {
    id: 'ground-truth',
    en: 'ground truth',
    ko: '정답',
    also: { ko: ['실제값', '참값'] },
    meaning: {
      en: 'What is taken as true about an example and compared with the prediction.',
      ko: '예시에 대해 참으로 삼아 예측과 비교하는 값입니다.',
    },
  },
  {
    id: 'classification',
    en: 'classification',
    ko: '분류',
    meaning: {
      en: 'The task of giving an example one of finitely many classes.',
      ko: '예시를 유한한 개수의 클래스 가운데 하나로 정하는 과제입니다.',
    },
  },
  {
    id: 'generalization',
    en: 'generalization',
    ko: '일반화',
    also: { en: ['generalization gap'], ko: ['일반화 격차'] },
    meaning: {
      en: 'How well a model does on new examples; the generalization gap is the difference between its error there and on the training data.',
      ko: '모델이 새로운 예시에서 얼마나 잘하는지를 말하며, 그 오차와 학습 오차의 차이를 일반화 격차라고 합니다.',
    },
  },
  {
    id: 'overfitting',
    en: 'overfitting',
    ko: '과적합',
    also: { ko: ['과대적합'] },
    meaning: {
      en: 'Fitting what is accidental in the training data, so that its error falls while the error on new data is clearly higher.',
      ko: '학습 데이터의 우연한 부분까지 맞추어, 학습 오차는 낮은데 새 데이터의 오차는 뚜렷이 높은 상태입니다.',
    },
  },
  {
    id: 'underfitting',
    en: 'underfitting',
    ko: '과소적합',
    meaning: {
      en: 'Failing to fit even the training data, because the model or its training is too weak.',
      ko: '모델이나 학습이 모자라 학습 데이터조차 맞추지 못하는 상태입니다.',
    },
  },
  {
    id: 'validation-set',
    en: 'validation set',
    ko: '검증 세트',
    also: { en: ['test set'], ko: ['시험 세트', '테스트 세트'] },
    meaning: {
      en: 'Data held out from training to choose hyperparameters; the test set is a second part, used once, to estimate the final error.',
      ko: '하이퍼파라미터를 고르려고 학습에서 빼 둔 데이터이며, 마지막 오차는 따로 남긴 시험 세트로 한 번만 잽니다.',
    },
  },
  {
    id: 'cross-validation',
    en: 'cross-validation',
    ko: '교차검증',
    meaning: {
      en: 'Estimating the error on new data by training several times, each time holding out another part of the data.',
      ko: '매번 데이터의 다른 부분을 빼 두고 여러 번 학습하여 새 데이터에서의 오차를 추정하는 방법입니다.',
    },
  },
  {
    id: 'k-fold',
    en: 'k-fold',
    ko: 'k-겹',
    meaning: {
      en: 'Cross-validation with the data in k parts, each of which is held out exactly once.',
      ko: '데이터를 k개로 나누어 각 부분을 정확히 한 번씩 검증에 쓰는 교차검증입니다.',
    },
  },
  {
    id: 'confusion-matrix',
    en: 'confusion matrix',
    ko: '혼동 행렬',
    meaning: {
      en: 'A table that counts, for each true class, how often each class was predicted.',
      ko: '실제 클래스마다 각 클래스로 예측한 횟수를 센 표입니다.',
    },
  },
  {
    id: 'data-augmentation',
    en: 'data augmentation',
    ko: '데이터 증강',
    also: { en: ['augmentation'] },
    meaning: {
      en: 'Making further training examples by changes that keep the label true, such as shifts or flips of an image.',
      ko: '이미지를 옮기거나 뒤집는 것처럼 레이블이 그대로 맞는 변화를 주어 학습 예시를 늘리는 일입니다.',
    },
  },
  {
    id: 'peer-session',
    en: 'peer session',
    ko: '피어세션',
    meaning: {
      en: 'The daily meeting in which a team explains its work to each other and discusses what is open.',
      ko: '팀원들이 매일 모여 서로의 작업을 설명하고 풀리지 않은 것을 토론하는 시간입니다.',
    },
  },
];
