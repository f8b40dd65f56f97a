import { randomUUID } from 'node:crypto';

let visitors = 0;

/** A browser as far as accounts see one: it keeps cookies and says where its requests come from. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Each visitor has an address of its own, so that limits of one test never meet another's. */
  readonly address =
    `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.${(visitors++ % 250) + 1}`;

  headers(extra: Record<string, string> = {}): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Headers({
      'x-forwarded-for': this.address,
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Test/1',
      'sec-fetch-site': 'same-origin',
      ...(cookie === '' ? {} : { cookie }),
      ...extra,
    });
  }

  keep(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      const isGone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
      if (isGone) this.cookies.delete(name);
      else this.cookies.set(name, value.join('='));
    }
  }

  async call<Context>(
    handler: (request: Request, context: Context) => Promise<Response>,
    method: string,
    body?: unknown,
    { query = {}, context }: { query?: Record<string, string>; context?: Context } = {},
  ): Promise<{ status: number; body: unknown }> {
    const request = new Request(`http://127.0.0.1:3000/api?${new URLSearchParams(query)}`, {
      method,
      headers: this.headers(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await handler(request, context as Context);
    this.keep(response.headers.getSetCookie());
    return { status: response.status, body: await response.json() };
  }
}

/** Somebody nobody has signed up as yet. */
export function newPerson(name = 'Ada'): { name: string; email: string; password: string; locale: 'ko' } {
  return { name, email: `${randomUUID()}@course.test`, password: 'gradient descent', locale: 'ko' };
}
