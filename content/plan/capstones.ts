import type { Capstone } from './plan';

export const CAPSTONES = {
  C00: {
    id: 'C00',
    title: { en: 'Map a task', ko: '과제의 지도 그리기' },
    prompts: [
      {
        en: 'What would be data, model, loss and algorithm for a problem in your life?',
        ko: '내 생활 속 문제 하나에서 데이터, 모델, 손실, 알고리즘은 각각 무엇일까요?',
      },
      { en: 'Which part is hardest?', ko: '어느 부분이 가장 어려울까요?' },
    ],
    task: {
      en: 'One page with tensor shapes and the metric for three computer vision tasks.',
      ko: '컴퓨터 비전 과제 세 가지의 텐서 모양과 평가 지표를 한 쪽에 정리합니다.',
    },
    accept: {
      en: 'Another team can name the shape of the head from it.',
      ko: '다른 팀이 그것만 보고 출력층의 모양을 말할 수 있습니다.',
    },
  },
  C01: {
    id: 'C01',
    title: { en: 'Learning-rate map', ko: '학습률 지도' },
    prompts: [
      { en: 'Why does standardizing help?', ko: '표준화는 왜 도움이 될까요?' },
      { en: 'When use the closed form?', ko: '닫힌 형태의 해는 언제 쓰면 좋을까요?' },
    ],
    task: {
      en: 'Each member sweeps η on their own data set; join the results in one chart of steps against η and mark 2/λmax.',
      ko: '저마다 자기 데이터에서 η를 바꾸어 가며 실험합니다. 결과를 η에 따른 갱신 횟수 그래프 하나에 모으고 2/λmax를 표시합니다.',
    },
    accept: {
      en: 'The limit of divergence is predicted within 5 %.',
      ko: '발산이 시작되는 학습률을 5 % 이내로 예측합니다.',
    },
  },
  C02: {
    id: 'C02',
    title: { en: 'One net by hand', ko: '손으로 만드는 신경망' },
    prompts: [
      { en: 'What is stored for the backward pass?', ko: '역전파를 위해 무엇을 저장하나요?' },
      { en: 'Where do gradients add?', ko: '기울기는 어디에서 더해지나요?' },
    ],
    task: {
      en: 'Each member implements forward and backward of one layer of a 3-layer net; put them together, check the gradient of the whole, train on the spirals to at least 95 %.',
      ko: '3층 신경망의 층 하나씩을 맡아 순전파와 역전파를 구현합니다. 하나로 합쳐 전체 기울기를 검사하고, 나선 데이터에서 95 % 이상이 되도록 학습합니다.',
    },
    accept: {
      en: 'Largest relative error of the gradient below 2e-3.',
      ko: '기울기의 최대 상대 오차가 2e-3보다 작습니다.',
    },
  },
  C03: {
    id: 'C03',
    title: { en: 'Likelihood court', ko: '가능도 법정' },
    prompts: [
      {
        en: 'Is “this θ is 70 % likely” meaningful?',
        ko: '“이 θ일 가능성이 70 %이다”라는 말은 뜻이 있을까요?',
      },
      { en: 'What does MSE assume?', ko: '평균제곱오차는 무엇을 가정하나요?' },
    ],
    task: {
      en: 'Fit Gaussian, Laplace and Bernoulli-mixture candidates to a hidden sample; defend the choice by held-out log-likelihood.',
      ko: '숨겨진 표본에 정규분포, 라플라스 분포, 베르누이 혼합을 맞추어 보고, 따로 떼어 둔 데이터의 로그가능도로 선택을 변호합니다.',
    },
    accept: {
      en: 'Another team gets the same ranking with its seed.',
      ko: '다른 팀이 자기 시드로 같은 순위를 얻습니다.',
    },
  },
  C04: {
    id: 'C04',
    title: { en: 'Optimizer and regularizer tournament', ko: '최적화기와 규제 토너먼트' },
    prompts: [
      { en: 'What is a fair comparison?', ko: '공정한 비교란 무엇일까요?' },
      { en: 'What did you tune on?', ko: '무엇으로 하이퍼파라미터를 조정했나요?' },
    ],
    task: {
      en: 'A fixed budget of 20 runs per member, a k-fold protocol, one held-out test set used once.',
      ko: '한 사람에 20번의 실행만 쓰고, k-겹 교차검증으로 고르며, 따로 떼어 둔 시험 세트는 단 한 번만 씁니다.',
    },
    accept: {
      en: 'A protocol registered beforehand, and a table of results with mean ± standard deviation.',
      ko: '미리 적어 둔 실험 계획과, 평균 ± 표준편차로 쓴 결과표가 있습니다.',
    },
  },
  C05: {
    id: 'C05',
    title: { en: 'Convolution engine', ko: '합성곱 엔진' },
    prompts: [
      { en: 'Memory against speed of im2col?', ko: 'im2col의 메모리와 속도는 어떻게 맞바꾸어지나요?' },
      { en: 'Parameter or MAC budget?', ko: '매개변수 수와 곱셈-덧셈(MAC) 수 가운데 무엇을 아껴야 할까요?' },
    ],
    task: {
      en: 'Assemble the convolution exercises into a library of layers, and train the net of “tiny CNN” without the built-in convolution.',
      ko: '합성곱 연습 문제의 답을 층 라이브러리로 엮고, 내장 합성곱 없이 ‘작은 CNN’의 신경망을 학습합니다.',
    },
    accept: {
      en: 'The same losses (1e-3) as the built-in version for 20 steps.',
      ko: '20번의 갱신 동안 내장 합성곱과 손실이 같습니다(1e-3 이내).',
    },
  },
  C06: {
    id: 'C06',
    title: { en: 'Audit of a paper’s table', ko: '논문 표 검산' },
    prompts: [
      { en: 'What problem did each architecture solve?', ko: '각 구조는 어떤 문제를 풀었나요?' },
      { en: 'Which claims lack an ablation?', ko: '어느 주장에 절제 실험(ablation)이 빠져 있나요?' },
    ],
    task: {
      en: 'Each member audits one paper’s table with their parameter counter and reports where it agrees and deviates (rows of GoogLeNet, AlexNet’s 224); then design a net of at most 20,000 parameters for the data of “tiny CNN”.',
      ko: '저마다 논문 한 편의 표를 자기 매개변수 계산기로 검산해 맞는 곳과 어긋나는 곳을 보고합니다(GoogLeNet의 행, AlexNet의 224). 그런 다음 ‘작은 CNN’의 데이터에 맞는, 매개변수 20,000개 이하의 신경망을 설계합니다.',
    },
    accept: {
      en: 'At least 95 % test accuracy, and the count verified.',
      ko: '시험 정확도가 95 % 이상이고, 매개변수 수가 검산되었습니다.',
    },
  },
  C07: {
    id: 'C07',
    title: { en: 'From pixels to metrics', ko: '픽셀에서 지표까지' },
    prompts: [
      { en: 'Which metric could be gamed?', ko: '꼼수로 올릴 수 있는 지표는 무엇일까요?' },
      { en: 'Which error costs most?', ko: '어떤 오류의 대가가 가장 클까요?' },
    ],
    task: {
      en: 'A tiny segmentation of the shapes of “tiny CNN” (encoder, upsampling, pixel cross-entropy), boxes from the masks, IoU, mean IoU, PCK of the centres.',
      ko: '‘작은 CNN’의 도형을 작게 분할합니다(인코더, 업샘플링, 픽셀 교차 엔트로피). 마스크에서 경계 상자를 얻어 IoU와 평균 IoU, 중심점의 PCK를 구합니다.',
    },
    accept: {
      en: 'A report with one gamed metric and its remedy.',
      ko: '꼼수로 올린 지표 하나와 그 대책을 담은 보고서가 있습니다.',
    },
  },
} as const satisfies Record<string, Capstone>;
