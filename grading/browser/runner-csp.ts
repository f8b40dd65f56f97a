/**
 * The policy that every answer under `/runner/` must carry as its `Content-Security-Policy` header. The page's worker
 * takes its policy from its own script's headers, and this one leaves it no way out: no fetch, XHR, WebSocket,
 * EventSource, importScripts, dynamic import or nested worker. `unsafe-eval` is how learner code is compiled at all.
 */
export const RUNNER_CSP = "default-src 'none'; script-src 'unsafe-eval'; connect-src 'none'; worker-src 'none'";
