import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Claims {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An OpenID provider of the test's own: it signs whatever claims it is told to. */
export class OpenIdProvider {
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #server: Server;
  readonly #codes = new Map<string, Claims & { nonce: string | null }>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', async (request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await this.#answer(request)));
    });
  }

  static async open(): Promise<OpenIdProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new OpenIdProvider(server);
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What the provider's own pages would do: the person agrees, and comes back with a code. */
  agree(authorizationUrl: string, claims: Claims): string {
    const asked = new URL(authorizationUrl).searchParams;
    const code = crypto.randomUUID();
    this.#codes.set(code, { ...claims, nonce: asked.get('nonce') });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
    return back.href;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage): Promise<object> {
    if (request.url === '/token') return this.#token(await read(request));
    if (request.url === '/jwks') {
      const key = this.#keys.publicKey.export({ format: 'jwk' });
      return { keys: [{ ...key, kid: 'test', alg: 'RS256', use: 'sig' }] };
    }
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  #token(body: string): object {
    const claims = this.#codes.get(new URLSearchParams(body).get('code') ?? '');
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: this.issuer, aud: 'peergrad', iat: now, exp: now + 300, ...claims };
    const signed = `${base64url({ alg: 'RS256', kid: 'test', typ: 'JWT' })}.${base64url(payload)}`;
    const signature = createSign('RSA-SHA256').update(signed).sign(this.#keys.privateKey).toString('base64url');
    return { access_token: 'none', token_type: 'Bearer', expires_in: 300, id_token: `${signed}.${signature}` };
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
