import type { Device } from '../report';

type Fallback = NonNullable<Device['fallback']>;
export type Backend = Device['backend'];

export const BACKEND_NAMES: Record<Backend, string> = { webgpu: 'WebGPU', webgl: 'WebGL', cpu: 'CPU' };

/** Why a backend is not used. `detail` is an operation's name or the browser's own message. */
export type FallbackReason =
  | 'insecure'
  | 'unsupported'
  | 'no-adapter'
  | 'unavailable'
  | 'slow'
  | 'wrong-answer'
  | 'error'
  | 'lost';

const MESSAGES: Record<FallbackReason, (backend: string, detail: string) => Fallback> = {
  insecure: (backend) => ({
    en: `${backend} needs a secure page (HTTPS or localhost).`,
    ko: `${backend}를 사용하려면 보안 연결(HTTPS 또는 localhost)이 필요합니다.`,
  }),
  unsupported: (backend) => ({
    en: `This browser does not offer ${backend}.`,
    ko: `이 브라우저는 ${backend}를 지원하지 않습니다.`,
  }),
  'no-adapter': (backend) => ({
    en: `${backend} found no graphics adapter on this computer.`,
    ko: `이 컴퓨터에서 ${backend}로 사용할 수 있는 그래픽 어댑터를 찾지 못했습니다.`,
  }),
  unavailable: (backend) => ({
    en: `${backend} could not be started.`,
    ko: `${backend}를 시작하지 못했습니다.`,
  }),
  slow: (backend) => ({
    en: `${backend} took too long to start.`,
    ko: `${backend}를 시작하는 데 시간이 너무 오래 걸렸습니다.`,
  }),
  'wrong-answer': (backend, detail) => ({
    en: `${backend} gave a wrong answer to the self-test (${detail}).`,
    ko: `${backend}가 자체 점검(${detail})에서 잘못된 결과를 냈습니다.`,
  }),
  error: (backend, detail) => ({
    en: `${backend} failed: ${detail}`,
    ko: `${backend}에서 오류가 발생했습니다: ${detail}`,
  }),
  lost: (backend) => ({
    en: `The ${backend} device was lost while code was running.`,
    ko: `코드를 실행하는 중에 ${backend} 장치와의 연결이 끊어졌습니다.`,
  }),
};

/** The sentence for `Device.fallback`, in both languages. */
export function fallbackMessage(backend: Backend, reason: FallbackReason, detail = ''): Fallback {
  return MESSAGES[reason](BACKEND_NAMES[backend], detail.slice(0, 300));
}
