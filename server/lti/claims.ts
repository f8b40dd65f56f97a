import 'server-only';
import * as z from 'zod';
import { PlatformUrlSchema } from '@/contracts/lti';

const CLAIM = {
  version: 'https://purl.imsglobal.org/spec/lti/claim/version',
  messageType: 'https://purl.imsglobal.org/spec/lti/claim/message_type',
  deploymentId: 'https://purl.imsglobal.org/spec/lti/claim/deployment_id',
  targetLinkUri: 'https://purl.imsglobal.org/spec/lti/claim/target_link_uri',
  resourceLink: 'https://purl.imsglobal.org/spec/lti/claim/resource_link',
  roles: 'https://purl.imsglobal.org/spec/lti/claim/roles',
  context: 'https://purl.imsglobal.org/spec/lti/claim/context',
  presentation: 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation',
  deepLinking: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  ags: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  nrps: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
} as const;
/** Claims of the message that answers a deep linking request. */
export const RESPONSE_CLAIM = {
  messageType: CLAIM.messageType,
  version: CLAIM.version,
  deploymentId: CLAIM.deploymentId,
  contentItems: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
  data: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
} as const;
const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const INSTITUTION = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const SYSTEM = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

/** Scopes of Assignment and Grade Services that this site uses. */
export const AGS_SCOPES = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
} as const;
export const NRPS_SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

/** Ids are at most 255 characters of ASCII; a platform that sends anything else is not believed. */
const LtiIdSchema = z.string().regex(/^[\x20-\x7e]{1,255}$/);
const TextSchema = z.string().transform((text) => text.replaceAll('\0', '').toWellFormed().trim().slice(0, 255));

/** Claims of every message, beyond those of the token itself, which server/lti/verify.ts has proved. */
const CommonClaims = {
  sub: LtiIdSchema,
  name: TextSchema.optional(),
  locale: z.string().optional(),
  [CLAIM.version]: z.literal('1.3.0'),
  [CLAIM.deploymentId]: LtiIdSchema,
  [CLAIM.roles]: z.array(z.string()),
  [CLAIM.context]: z.looseObject({ id: LtiIdSchema, title: TextSchema.optional() }).optional(),
  [CLAIM.presentation]: z.looseObject({ locale: z.string().optional() }).optional(),
};

const ResourceLinkClaims = z.object({
  ...CommonClaims,
  [CLAIM.messageType]: z.literal('LtiResourceLinkRequest'),
  [CLAIM.targetLinkUri]: z.string(),
  [CLAIM.resourceLink]: z.looseObject({ id: LtiIdSchema }),
  [CLAIM.ags]: z
    .looseObject({
      scope: z.array(z.string()),
      lineitems: PlatformUrlSchema.optional(),
      lineitem: PlatformUrlSchema.optional(),
    })
    .optional(),
  [CLAIM.nrps]: z
    .looseObject({ context_memberships_url: PlatformUrlSchema, service_versions: z.array(z.string()) })
    .optional(),
});

const DeepLinkingClaims = z.object({
  ...CommonClaims,
  [CLAIM.messageType]: z.literal('LtiDeepLinkingRequest'),
  [CLAIM.deepLinking]: z.looseObject({
    deep_link_return_url: PlatformUrlSchema,
    accept_types: z.array(z.string()),
    accept_presentation_document_targets: z.array(z.string()),
    accept_multiple: z.boolean().optional(),
    accept_lineitem: z.boolean().optional(),
    data: z.string().optional(),
  }),
});

const ClaimsSchema = z.discriminatedUnion(CLAIM.messageType, [ResourceLinkClaims, DeepLinkingClaims]);

const LtiRoleSchema = z.enum(['LEARNER', 'ASSISTANT', 'INSTRUCTOR']);
export type LtiRole = z.infer<typeof LtiRoleSchema>;

const PersonSchema = {
  subject: z.string(),
  name: z.string().nullable(),
  role: LtiRoleSchema.nullable(),
  locale: z.enum(['ko', 'en']).nullable(),
};

/** What a launch says, in our words: as it is kept until it is acted on. */
export const LaunchFactsSchema = z.discriminatedUnion('kind', [
  z.object({
    ...PersonSchema,
    kind: z.literal('resource-link'),
    deploymentId: z.string(),
    targetLinkUri: z.string(),
    context: z.object({ id: z.string(), title: z.string() }).nullable(),
    membershipsUrl: z.string().nullable(),
    lineItemsUrl: z.string().nullable(),
    /** The column of this very link. */
    lineItemUrl: z.string().nullable(),
    agsScopes: z.array(z.string()),
  }),
  z.object({
    ...PersonSchema,
    kind: z.literal('deep-linking'),
    deploymentId: z.string(),
    returnUrl: z.string(),
    acceptsLinks: z.boolean(),
    acceptsLineItem: z.boolean(),
    data: z.string().nullable(),
  }),
]);
export type LaunchFacts = z.infer<typeof LaunchFactsSchema>;
export type ResourceLinkFacts = Extract<LaunchFacts, { kind: 'resource-link' }>;
export type DeepLinkingFacts = Extract<LaunchFacts, { kind: 'deep-linking' }>;

/** The facts of a token's payload; null where it is no message that the specification knows. */
export function readClaims(payload: unknown): LaunchFacts | null {
  const result = ClaimsSchema.safeParse(payload);
  if (!result.success) return null;
  const claims = result.data;
  const person = {
    subject: claims.sub,
    name: claims.name || null,
    role: roleOf(claims[CLAIM.roles]),
    locale: languageOf(claims[CLAIM.presentation]?.locale ?? claims.locale),
    deploymentId: claims[CLAIM.deploymentId],
  };
  if (CLAIM.deepLinking in claims) {
    const settings = claims[CLAIM.deepLinking];
    return {
      ...person,
      kind: 'deep-linking',
      returnUrl: settings.deep_link_return_url,
      acceptsLinks: settings.accept_types.includes('ltiResourceLink'),
      acceptsLineItem: settings.accept_lineitem ?? true,
      data: settings.data ?? null,
    };
  }
  const context = claims[CLAIM.context];
  const ags = claims[CLAIM.ags];
  return {
    ...person,
    kind: 'resource-link',
    targetLinkUri: claims[CLAIM.targetLinkUri],
    context: context === undefined ? null : { id: context.id, title: context.title || context.id },
    membershipsUrl: claims[CLAIM.nrps]?.context_memberships_url ?? null,
    lineItemsUrl: ags?.lineitems ?? null,
    lineItemUrl: ags?.lineitem ?? null,
    agsScopes: ags?.scope ?? [],
  };
}

/**
 * The role in a course, the highest that is given. Only roles in the context count, and the short names that the specification
 * still allows for them: who administers a platform teaches no course by that.
 */
export function roleOf(roles: readonly string[]): LtiRole | null {
  const inContext = roles
    .filter((role) => !role.startsWith(INSTITUTION) && !role.startsWith(SYSTEM))
    .map((role) => role.replace(`${MEMBERSHIP}#`, '').replace(`${MEMBERSHIP}/`, ''));
  const has = (name: string) => inContext.some((role) => role === name || role.startsWith(`${name}#`));
  // A platform lists the principal role beside the sub-role: a teaching assistant is an instructor as well, by name.
  if (inContext.some((role) => /^Instructor#(TeachingAssistant|Grader)/.test(role))) return 'ASSISTANT';
  if (has('Instructor')) return 'INSTRUCTOR';
  return has('Learner') ? 'LEARNER' : null;
}

function languageOf(tag: string | undefined): 'ko' | 'en' | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return language === 'ko' || language === 'en' ? language : null;
}
