import { api } from '@/components/session/api';
import type { RosterAnswer, RosterInput } from '@/contracts/cohort-people';

/** Asks what a roster would do; with the answer's digest as `apply`, does it. */
export function sendRoster(cohort: string, body: RosterInput): Promise<RosterAnswer> {
  return api(`/api/cohorts/${cohort}/roster`, {
    method: 'POST',
    body,
    schema: async () => (await import('@/contracts/cohort-people')).RosterAnswerSchema,
  });
}

/** The bytes of a file as base64. */
export function asBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
