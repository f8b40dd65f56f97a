import 'server-only';

/** Why a launch is refused, as its page says it. */
const REFUSALS = [
  // The request is none that the specification knows.
  'malformed',
  'unknown-platform',
  'unknown-deployment',
  // Over ten minutes old, or answered before.
  'stale',
  // The token is not what the platform signs for this site.
  'token',
  // Another browser, or one without cookies.
  'browser',
  // In a frame, where nobody can be signed in.
  'frame',
  // Not for learners.
  'role',
  // The platform itself said no.
  'platform',
  // Too many at once.
  'busy',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

/** A launch that is not believed. `cause` is for the log: the page says no more than the reason. */
export class LtiRefusal extends Error {
  override readonly name = 'LtiRefusal';

  constructor(
    readonly reason: RefusalReason,
    cause?: unknown,
  ) {
    super(`LTI: ${reason}`, { cause });
  }
}
