import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from '../env';
import { logger } from '../logger';

/** Whether this site sends mail. Without it staff make one-time links. */
export function sendsMail(): boolean {
  return env.SMTP_URL !== undefined;
}

let transport: Transporter | undefined;

/**
 * Plain text, for any reader, and the same as HTML if that is given. A mail that cannot be sent is logged: whatever it was
 * about can be asked for again.
 *
 * @returns whether the mail server took it
 */
export async function sendMail(
  to: string,
  subject: string,
  text: string,
  more: { html?: string; headers?: Record<string, string> } = {},
): Promise<boolean> {
  if (env.SMTP_URL === undefined) return false;
  transport ??= createTransport({ url: env.SMTP_URL, connectionTimeout: 10_000, greetingTimeout: 10_000 });
  try {
    await transport.sendMail({ from: env.SMTP_FROM, to, subject, text, ...more });
    return true;
  } catch (error) {
    logger.error({ err: error }, 'mail could not be sent');
    return false;
  }
}
