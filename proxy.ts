import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { inlineScriptSources } from '@/app/csp/inline-scripts';
import { type CspManifest, CspManifestSchema, cspManifestFile } from '@/app/csp/manifest';
import { pagePolicy } from '@/app/csp/policy';
import { isPrerendered, scriptSources } from '@/app/csp/sources';
import { headScript } from '@/app/head-script';
import { preferredLocale } from '@/app/preferred-locale';
import { RUNNER_CSP } from '@/grading/browser/runner-csp';

const dev = process.env.NODE_ENV === 'development';
const https = process.env.PUBLIC_URL?.startsWith('https:') ?? false;
const manifest = readManifest();

function readManifest(): CspManifest {
  const file = path.join(process.cwd(), '.next', cspManifestFile);
  // In development nothing is prerendered, and `next build` itself loads this file before the manifest can exist.
  if (dev || !existsSync(file)) return { pages: {}, shared: inlineScriptSources(`<script>${headScript}</script>`) };
  return CspManifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (pathname === '/') return redirectToLanguage(request);
  return pathname.startsWith('/runner/') ? withRunnerPolicy() : withPagePolicy(request);
}

function redirectToLanguage(request: NextRequest) {
  const locale = preferredLocale(request.cookies.get('NEXT_LOCALE')?.value, request.headers.get('accept-language'));
  const target = request.nextUrl.clone();
  target.pathname = `/${locale}`;
  // Next makes it relative again, so that it holds behind any reverse proxy.
  const response = NextResponse.redirect(target);
  response.headers.set('Vary', 'Accept-Language, Cookie');
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

function withRunnerPolicy() {
  const response = NextResponse.next();
  response.headers.set('Content-Security-Policy', RUNNER_CSP);
  return response;
}

function withPagePolicy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = pagePolicy(scriptSources(manifest, pathname, nonce), { dev, https });
  const headers = new Headers(request.headers);
  // Next takes the nonce for the scripts of a page that it makes now from the policy in the request.
  headers.delete('content-security-policy');
  if (!isPrerendered(manifest, pathname)) headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (https) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
}

export const config = {
  matcher: ['/', '/runner/:path*', '/((?!api/|_next/|exercises/|fonts/|monaco/|icon\\.svg|favicon\\.ico).*)'],
};
