import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  type JWTHeaderParameters,
  jwtVerify,
  SignJWT,
} from 'jose';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim';
const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const SCOPES = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  roster: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
};
const ACTIVITY = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'];
const GRADING = ['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'];

export const ROLES = {
  learner: `${MEMBERSHIP}#Learner`,
  instructor: `${MEMBERSHIP}#Instructor`,
  assistant: `${MEMBERSHIP}/Instructor#TeachingAssistant`,
  administrator: 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
};

export interface PlatformPerson {
  subject: string;
  name: string;
  roles: string[];
  status?: 'Active' | 'Inactive' | 'Deleted';
}

interface Column {
  url: string;
  label: string;
  scoreMaximum: number;
  resourceId?: string;
}

/** A score as the platform keeps it: the latest of each person and column. */
export interface KeptScore {
  timestamp: string;
  scoreGiven?: number;
  scoreMaximum?: number;
  activityProgress: string;
  gradingProgress: string;
}

/** Answers a request with JSON. */
type Send = (status: number, value: unknown, headers?: Record<string, string>) => unknown;

/** What a launch is of. Claims in `change` replace those of the platform; undefined removes one. */
export interface Launch {
  person: PlatformPerson;
  targetLinkUri: string;
  messageType?: 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest';
  lineItem?: string;
  change?: Record<string, unknown>;
  header?: Partial<JWTHeaderParameters>;
  /** Signs in place of the platform's own key. */
  key?: CryptoKey;
}

/**
 * A learning platform, as 1EdTech's specifications describe one: LTI 1.3 core, the Security Framework (OpenID Connect launch, JWT
 * bearer token grant), Names and Role Provisioning Services 2.0, Assignment and Grade Services 2.0, Deep Linking 2.0. Nothing of it
 * is shared with the tool.
 */
export class LtiPlatform {
  readonly clientId = `client-${randomUUID()}`;
  readonly deploymentId = '1';
  readonly contextId = 'course-7';
  /** How many members a page of the roster has. */
  pageSize = 2;
  members: PlatformPerson[] = [];
  readonly columns = new Map<string, Column>();
  /** By address of the column, then by subject. */
  readonly scores = new Map<string, Map<string, KeptScore>>();
  /** Statuses with which the next calls of services fail, in order. */
  readonly failures: number[] = [];
  /** Requests that reached the services, as `METHOD path`. */
  readonly calls: string[] = [];
  /** Deep linking responses that came back. */
  readonly responses: Record<string, unknown>[] = [];
  /** Tools that registered themselves, as they said what they are. */
  readonly registrations: Record<string, unknown>[] = [];
  /** Replaces what the platform says of itself. */
  configuration: Record<string, string> = {};
  tellsDeployment = true;
  /** Runs once, before the next score is looked at. */
  onScore: (() => Promise<void>) | null = null;
  /** A next page of the roster on another host. */
  evilNextPage: string | null = null;
  readonly #server: Server;
  readonly #toolKeys: () => Promise<JSONWebKeySet>;
  readonly #tokens = new Map<string, { scopes: string[]; until: number }>();
  readonly #assertions = new Set<string>();
  readonly #launches = new Map<string, Launch>();
  #key: PlatformKey;

  private constructor(server: Server, key: PlatformKey, toolKeys: () => Promise<JSONWebKeySet>) {
    this.#server = server;
    this.#key = key;
    this.#toolKeys = toolKeys;
    server.on('request', (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      });
    });
  }

  /**
   * @param toolKeys fetches the tool's public keys
   * @param key with which it signs at first; one of its own unless given
   */
  static async open(toolKeys: () => Promise<JSONWebKeySet>, key?: PlatformKey): Promise<LtiPlatform> {
    const server = createServer();
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return new LtiPlatform(server, key ?? (await newKey()), toolKeys);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get key() {
    return this.#key;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What the platform's administrator types into the tool. */
  get registration() {
    return {
      ...{ name: 'Campus', issuer: this.origin, clientId: this.clientId, deploymentIds: [this.deploymentId] },
      ...{ authUrl: `${this.origin}/auth`, tokenUrl: `${this.origin}/token`, jwksUrl: `${this.origin}/jwks` },
    };
  }

  /** Another key from now on; the old one is published no more. */
  async rotateKey(): Promise<void> {
    this.#key = await newKey();
  }

  /** Access tokens that were given out hold no more. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  /** A column that the platform made itself, for a link. */
  addColumn(label: string, scoreMaximum: number, resourceId?: string): string {
    const url = `${this.origin}/columns/${this.columns.size + 1}/lineitem?type_id=1`;
    this.columns.set(url, { url, label, scoreMaximum, ...(resourceId === undefined ? {} : { resourceId }) });
    return url;
  }

  /** Begins a login: what the browser sends to the tool. */
  begin(launch: Launch): URLSearchParams {
    const hint = randomUUID();
    this.#launches.set(hint, launch);
    return new URLSearchParams({
      ...{ iss: this.origin, login_hint: launch.person.subject, target_link_uri: launch.targetLinkUri },
      ...{ lti_message_hint: hint, client_id: this.clientId, lti_deployment_id: this.deploymentId },
    });
  }

  /** The authentication request of the tool, answered: the form that goes back through the browser. */
  async authenticate(address: string): Promise<{ action: string; fields: URLSearchParams }> {
    const { searchParams: asked } = new URL(address);
    const launch = this.#launches.get(asked.get('lti_message_hint') ?? '');
    const required = {
      ...{ scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
      client_id: this.clientId,
      ...(launch && { login_hint: launch.person.subject }),
    };
    for (const [name, value] of Object.entries(required)) {
      if (asked.get(name) !== value) throw new Error(`${name} is ${asked.get(name)}, not ${value}.`);
    }
    const [nonce, state, action] = [asked.get('nonce'), asked.get('state'), asked.get('redirect_uri')];
    if (launch === undefined || !nonce || !state || !action)
      throw new Error('An authentication request lacks something.');
    const idToken = await this.sign(this.claims(launch, nonce), launch);
    return { action, fields: new URLSearchParams({ id_token: idToken, state }) };
  }

  /** The payload of an id_token. */
  claims({ person, targetLinkUri, messageType, lineItem, change }: Launch, nonce: string): Record<string, unknown> {
    const now = Math.floor(Date.now() / 1000);
    const isDeepLinking = messageType === 'LtiDeepLinkingRequest';
    const services = {
      [`${CLAIM}/resource_link`]: { id: 'link-1' },
      [`${CLAIM}/target_link_uri`]: targetLinkUri,
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        scope: [SCOPES.lineItem, SCOPES.score],
        lineitems: `${this.origin}/columns?type_id=1`,
        ...(lineItem === undefined ? {} : { lineitem: lineItem }),
      },
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        context_memberships_url: `${this.origin}/members`,
        service_versions: ['2.0'],
      },
    };
    const choosing = {
      'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
        deep_link_return_url: `${this.origin}/chosen`,
        accept_types: ['ltiResourceLink'],
        accept_presentation_document_targets: ['iframe', 'window'],
        data: 'csrf:1',
      },
    };
    return {
      ...{
        iss: this.origin,
        aud: this.clientId,
        sub: person.subject,
        iat: now,
        exp: now + 300,
        nonce,
        name: person.name,
      },
      // What somebody typed on the platform: it proves nothing.
      email: `${person.subject}@school.test`,
      [`${CLAIM}/version`]: '1.3.0',
      [`${CLAIM}/message_type`]: messageType ?? 'LtiResourceLinkRequest',
      [`${CLAIM}/deployment_id`]: this.deploymentId,
      [`${CLAIM}/roles`]: person.roles,
      [`${CLAIM}/context`]: { id: this.contextId, title: '딥러닝 01반', type: ['CourseSection'] },
      [`${CLAIM}/launch_presentation`]: { document_target: 'window', locale: 'en-US' },
      ...(isDeepLinking ? choosing : services),
      ...change,
    };
  }

  /** An id_token; `alg: none` in the header leaves the signature out. */
  async sign(claims: Record<string, unknown>, { header, key }: Pick<Launch, 'header' | 'key'> = {}): Promise<string> {
    const whole = { alg: 'RS256', kid: this.#key.kid, typ: 'JWT', ...header };
    if (whole.alg === 'none') {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part(whole)}.${part(claims)}.`;
    }
    return new SignJWT(claims).setProtectedHeader(whole).sign(key ?? this.#key.privateKey);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const body = await readBody(request);
    const send: Send = (status, value, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      return response.end(JSON.stringify(value));
    };
    if (url.pathname === '/jwks') {
      send(200, { keys: [{ ...this.#key.publicJwk, kid: this.#key.kid, alg: 'RS256', use: 'sig' }] });
    } else if (url.pathname === '/configuration') {
      send(200, {
        ...{
          issuer: this.origin,
          authorization_endpoint: `${this.origin}/auth`,
          token_endpoint: `${this.origin}/token`,
        },
        ...{ jwks_uri: `${this.origin}/jwks`, registration_endpoint: `${this.origin}/registration` },
        ...this.configuration,
      });
    } else if (url.pathname === '/registration') {
      if (request.headers.authorization !== 'Bearer registration') return void send(401, {});
      const tool = JSON.parse(body);
      this.registrations.push(tool);
      send(201, {
        ...tool,
        client_id: this.clientId,
        'https://purl.imsglobal.org/spec/lti-tool-configuration': {
          ...tool['https://purl.imsglobal.org/spec/lti-tool-configuration'],
          ...(this.tellsDeployment ? { deployment_id: this.deploymentId } : {}),
        },
      });
    } else if (url.pathname === '/auth') {
      const { action, fields } = await this.authenticate(url.href);
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(autoForm(action, fields));
    } else if (url.pathname === '/begin') {
      // A page with a link in the platform's course, as a browser test opens it.
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<title>Campus</title><h1>Campus</h1>${url.searchParams.get('html') ?? ''}`);
    } else if (url.pathname === '/chosen') {
      this.responses.push(await this.#readResponse(new URLSearchParams(body).get('JWT') ?? ''));
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<title>Campus</title><h1>Link added</h1>');
    } else if (url.pathname === '/token') {
      const failure = this.failures.shift();
      if (failure !== undefined) send(failure, {});
      else await this.#token(new URLSearchParams(body), send);
    } else {
      const hook = url.pathname.endsWith('/scores') ? this.onScore : null;
      if (hook !== null) {
        this.onScore = null;
        await hook();
      }
      this.#service(request, url, body, send);
    }
  }

  /** RFC 7523: the assertion is the tool's own, for this very endpoint, and used once. */
  async #token(fields: URLSearchParams, send: Send): Promise<void> {
    try {
      if (fields.get('grant_type') !== 'client_credentials') throw new Error('grant_type');
      if (fields.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') {
        throw new Error('client_assertion_type');
      }
      const { payload } = await jwtVerify(
        fields.get('client_assertion') ?? '',
        createLocalJWKSet(await this.#toolKeys()),
        {
          ...{ issuer: this.clientId, subject: this.clientId, audience: `${this.origin}/token`, algorithms: ['RS256'] },
          requiredClaims: ['iat', 'exp', 'jti'],
        },
      );
      if (this.#assertions.has(payload.jti ?? '')) throw new Error('jti');
      this.#assertions.add(payload.jti ?? '');
    } catch (error) {
      send(400, { error: 'invalid_client', error_description: String(error) });
      return;
    }
    const known: string[] = Object.values(SCOPES);
    const scopes = (fields.get('scope') ?? '').split(' ').filter((scope) => known.includes(scope));
    if (scopes.length === 0) {
      send(400, { error: 'invalid_scope' });
      return;
    }
    const token = randomUUID();
    this.#tokens.set(token, { scopes, until: Date.now() + 3_600_000 });
    send(200, { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: scopes.join(' ') });
  }

  #service(request: IncomingMessage, url: URL, body: string, send: Send): unknown {
    const { method = '', headers } = request;
    this.calls.push(`${method} ${url.pathname}`);
    const failure = this.failures.shift();
    if (failure !== undefined) return send(failure, {});
    const token = this.#tokens.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (token === undefined || token.until < Date.now()) return send(401, {});
    const may = (scope: string) => token.scopes.includes(scope);
    if (method === 'GET' && url.pathname === '/members') {
      return may(SCOPES.roster) ? this.#roster(url, headers.accept, send) : send(403, {});
    }
    if (url.pathname === '/columns') {
      if (!may(SCOPES.lineItem)) return send(403, {});
      if (method === 'GET') {
        const wanted = url.searchParams.get('resource_id');
        const found = [...this.columns.values()].filter(({ resourceId }) => wanted === null || resourceId === wanted);
        return send(
          200,
          found.map(({ url: id, ...column }) => ({ id, ...column })),
        );
      }
      if (headers['content-type'] !== 'application/vnd.ims.lis.v2.lineitem+json') return send(415, {});
      const { label, scoreMaximum, resourceId } = JSON.parse(body);
      if (typeof label !== 'string' || !(scoreMaximum > 0)) return send(400, {});
      return send(201, { id: this.addColumn(label, scoreMaximum, resourceId), label, scoreMaximum, resourceId });
    }
    const scored = /^(\/columns\/\d+\/lineitem)\/scores$/.exec(url.pathname);
    if (method === 'POST' && scored !== null) {
      if (!may(SCOPES.score)) return send(403, {});
      return this.#score(`${this.origin}${scored[1]}${url.search}`, headers['content-type'], JSON.parse(body), send);
    }
    return send(404, {});
  }

  #roster(url: URL, accept: string | undefined, send: Send): unknown {
    if (accept !== 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json') return send(406, {});
    const from = Number(url.searchParams.get('from') ?? 0);
    const size = Math.min(Number(url.searchParams.get('limit') ?? this.pageSize), this.pageSize);
    const until = from + size;
    const next = this.evilNextPage ?? `${this.origin}/members?from=${until}&limit=${size}`;
    const links = [`<${this.origin}/members?differences=1>; rel="differences"`];
    if (until < this.members.length) links.push(`<${next}>; rel="next"`);
    return send(
      200,
      {
        id: url.href,
        context: { id: this.contextId },
        members: this.members.slice(from, until).map(({ subject, name, roles, status = 'Active' }) => ({
          ...{ user_id: subject, name, roles, status },
        })),
      },
      { link: links.join(', ') },
    );
  }

  #score(column: string, type: string | undefined, score: KeptScore & { userId: string }, send: Send): unknown {
    if (!this.columns.has(column)) return send(404, {});
    if (type !== 'application/vnd.ims.lis.v1.score+json') return send(415, {});
    const { userId, timestamp, scoreGiven, scoreMaximum, activityProgress, gradingProgress } = score;
    const isValid =
      ACTIVITY.includes(activityProgress) &&
      GRADING.includes(gradingProgress) &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:\d\d)$/.test(timestamp) &&
      (scoreGiven === undefined || (scoreGiven >= 0 && scoreMaximum !== undefined && scoreMaximum > 0));
    if (!isValid) return send(400, {});
    if (!this.members.some(({ subject }) => subject === userId)) return send(422, {});
    const kept = this.scores.get(column) ?? new Map<string, KeptScore>();
    const before = kept.get(userId);
    if (before !== undefined && Date.parse(before.timestamp) >= Date.parse(timestamp)) return send(409, {});
    const { userId: _of, ...rest } = score;
    kept.set(userId, rest);
    this.scores.set(column, kept);
    return send(200, {});
  }

  async #readResponse(jwt: string): Promise<Record<string, unknown>> {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(await this.#toolKeys()), {
      ...{ issuer: this.clientId, audience: this.origin, algorithms: ['RS256'] },
      requiredClaims: ['iat', 'exp', 'nonce'],
    });
    return payload;
  }
}

export interface PlatformKey {
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

export async function newKey(): Promise<PlatformKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { kid: randomUUID(), privateKey, publicJwk: await exportJWK(publicKey) };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

function autoForm(action: string, fields: URLSearchParams): string {
  const inputs = [...fields].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return `<form method="post" action="${action}">${inputs.join('')}</form><script>document.forms[0].submit()</script>`;
}
