import type { GlossaryTerm } from './term';

/** Losses, optimizers, regularization and ensembles. */
export const trainingTerms: GlossaryTerm[] = [
  {
    id: 'linear-regression',
    en: 'linear regression',
    ko: '선형회귀',
    meaning: {
      en: 'Fitting a linear function of the inputs to numbers, usually by the smallest mean squared error.',
      ko: '입력의 선형 함수를 수치 값에 맞추는 일로, 보통 평균제곱오차가 가장 작게 맞춥니다.',
    },
  },
  {
    id: 'loss-function',
    en: 'loss function',
    ko: '손실 함수',
    also: { en: ['cost function', 'objective'], ko: ['비용 함수', '목적 함수'] },
    meaning: {
      en: 'The number that says how wrong the predictions are, and that training makes small.',
      ko: '예측이 얼마나 틀렸는지를 나타내며 학습이 줄이려는 수입니다.',
    },
  },
  {
    id: 'mean-squared-error',
    en: 'mean squared error',
    ko: '평균제곱오차',
    also: { en: ['MSE'] },
    meaning: {
      en: 'The mean of the squared differences between predictions and true values.',
      ko: '예측과 실제값의 차이를 제곱하여 평균한 값입니다.',
    },
  },
  {
    id: 'gradient-descent',
    en: 'gradient descent',
    ko: '경사하강법',
    also: { en: ['GD'] },
    meaning: {
      en: 'Minimizing a function by repeated small steps against its gradient.',
      ko: '기울기의 반대 방향으로 조금씩 되풀이해 움직여 함수를 줄이는 방법입니다.',
    },
  },
  {
    id: 'stochastic-gradient-descent',
    en: 'stochastic gradient descent',
    ko: '확률적 경사하강법',
    also: { en: ['SGD'] },
    meaning: {
      en: 'Gradient descent whose gradient is estimated on one example, or today mostly on a mini-batch, drawn at random.',
      ko: '무작위로 뽑은 예시 하나, 요즘은 대개 미니배치에서 추정한 기울기로 움직이는 경사하강법입니다.',
    },
  },
  {
    id: 'learning-rate',
    en: 'learning rate',
    ko: '학습률',
    also: { en: ['step size'], ko: ['보폭'] },
    meaning: {
      en: 'The factor η by which the gradient is multiplied in an update.',
      ko: '갱신할 때 기울기에 곱하는 수 η입니다.',
    },
  },
  {
    id: 'batch',
    en: 'batch',
    ko: '배치',
    also: { en: ['mini-batch'], ko: ['미니배치'] },
    meaning: {
      en: 'The examples that one step computes together; a mini-batch is a small random part of the data.',
      ko: '한 단계에서 함께 계산하는 예시들이며, 데이터의 작은 무작위 일부는 미니배치라고 합니다.',
    },
  },
  {
    id: 'epoch',
    en: 'epoch',
    ko: '에폭',
    also: { ko: ['에포크'] },
    meaning: {
      en: 'One pass of training through all training examples.',
      ko: '학습 예시 전체를 한 번 다 쓰는 학습의 단위입니다.',
    },
  },
  {
    id: 'convergence',
    en: 'convergence',
    ko: '수렴',
    meaning: {
      en: 'Coming ever closer to a fixed value; of training, that parameters or loss settle.',
      ko: '일정한 값에 점점 가까워지는 것으로, 학습에서는 매개변수나 손실이 자리를 잡는 것을 말합니다.',
    },
  },
  {
    id: 'optimizer',
    en: 'optimizer',
    ko: '최적화기',
    also: { ko: ['옵티마이저'] },
    meaning: {
      en: 'The rule that turns gradients into updates of the parameters, such as SGD or Adam.',
      ko: 'SGD나 Adam처럼 기울기로 매개변수를 갱신하는 규칙입니다.',
    },
  },
  {
    id: 'momentum',
    en: 'momentum',
    ko: '모멘텀',
    also: { ko: ['관성'] },
    meaning: {
      en: 'Updating along a decaying sum of past gradients instead of the last one alone.',
      ko: '마지막 기울기만이 아니라 지난 기울기를 점점 줄여 가며 더한 방향으로 갱신하는 방법입니다.',
    },
  },
  {
    id: 'regularization',
    en: 'regularization',
    ko: '규제',
    also: { ko: ['정칙화'] },
    meaning: {
      en: 'Any change to training that is meant to lower the error on new data rather than on the training data.',
      ko: '학습 데이터가 아니라 새 데이터에서의 오차를 줄이려고 학습에 더하는 모든 것입니다.',
    },
  },
  {
    id: 'weight-decay',
    en: 'weight decay',
    ko: '가중치 감쇠',
    meaning: {
      en: 'Shrinking the weights a little at each step; for plain SGD it is the same as an L2 penalty in the loss, for Adam it is not.',
      ko: '매 단계 가중치를 조금씩 줄이는 것으로, 단순한 SGD에서는 손실의 L2 벌점과 같지만 Adam에서는 다릅니다.',
    },
  },
  {
    id: 'early-stopping',
    en: 'early stopping',
    ko: '조기 종료',
    meaning: {
      en: 'Ending training when the validation error no longer falls, and keeping the best parameters so far.',
      ko: '검증 오차가 더 줄지 않으면 학습을 멈추고 그때까지 가장 좋았던 매개변수를 쓰는 방법입니다.',
    },
  },
  {
    id: 'dropout',
    en: 'dropout',
    ko: '드롭아웃',
    meaning: {
      en: 'Setting random units to 0 at each training step; nothing is dropped when the network is used.',
      ko: '학습 단계마다 무작위로 고른 유닛을 0으로 만드는 방법이며, 신경망을 쓸 때는 아무것도 끄지 않습니다.',
    },
  },
  {
    id: 'label-smoothing',
    en: 'label smoothing',
    ko: '레이블 스무딩',
    meaning: {
      en: 'Training towards targets that give a small share of the probability to all classes instead of all of it to one.',
      ko: '정답 클래스에 확률을 다 주지 않고 작은 몫을 모든 클래스에 나눈 목표로 학습하는 방법입니다.',
    },
  },
  {
    id: 'normalization',
    en: 'normalization',
    ko: '정규화',
    meaning: {
      en: 'Bringing values to a common scale, for instance to mean 0 and variance 1; not to be confused with regularization.',
      ko: '값을 평균 0, 분산 1처럼 같은 크기로 맞추는 것이며, 규제(regularization)와는 다릅니다.',
    },
  },
  {
    id: 'batch-normalization',
    en: 'batch normalization',
    ko: '배치 정규화',
    also: { en: ['batch norm', 'BN'] },
    meaning: {
      en: 'Normalizing each feature by the mean and variance of the batch, then scaling and shifting it by learned parameters; in use, running statistics take their place.',
      ko: '특징마다 배치의 평균과 분산으로 정규화한 뒤 학습한 매개변수로 크기와 위치를 조정하는 층이며, 사용할 때는 누적한 통계를 씁니다.',
    },
  },
  {
    id: 'ensemble',
    en: 'ensemble',
    ko: '앙상블',
    meaning: {
      en: 'Several models whose predictions are combined into one.',
      ko: '여러 모델의 예측을 하나로 합친 것입니다.',
    },
  },
  {
    id: 'bootstrapping',
    en: 'bootstrapping',
    ko: '부트스트래핑',
    also: { en: ['bootstrap'], ko: ['부트스트랩'] },
    meaning: {
      en: 'Drawing samples of the same size from the data with replacement.',
      ko: '데이터에서 복원추출로 같은 크기의 표본을 뽑는 것입니다.',
    },
  },
  {
    id: 'bagging',
    en: 'bagging',
    ko: '배깅',
    also: { en: ['bootstrap aggregating'] },
    meaning: {
      en: 'Training models independently on bootstrap samples and averaging them, which lowers the variance.',
      ko: '부트스트랩 표본마다 따로 학습한 모델들을 평균하여 분산을 줄이는 방법입니다.',
    },
  },
  {
    id: 'boosting',
    en: 'boosting',
    ko: '부스팅',
    meaning: {
      en: 'Adding weak models one after the other, each fitted to what those before got wrong.',
      ko: '약한 모델을 차례로 더하되 앞선 모델들이 틀린 부분에 다음 모델을 맞추는 방법입니다.',
    },
  },
];
