import * as z from 'zod';
import { ApiScopeSchema } from './api-v1';

/** Days that a token may live. */
export const TOKEN_DAYS = [30, 90, 365] as const;

/** A token as its maker sees it: never the token itself. */
export const ApiTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Its last characters. */
  ending: z.string(),
  scopes: z.array(ApiScopeSchema),
  /** It reads every cohort that its maker teaches, not this one alone. */
  everyCohort: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiToken = z.infer<typeof ApiTokenSchema>;

/** `GET /api/cohorts/[id]/tokens`, instructors: the viewer's own that read this cohort, the newest first; expired ones too. */
export const ApiTokenListSchema = z.object({ tokens: z.array(ApiTokenSchema) });

/** `POST /api/cohorts/[id]/tokens`, instructors: 201 {@link ApiTokenMadeSchema}; 409 when they have too many. */
export const ApiTokenInputSchema = z.object({
  name: z.string().trim().min(1).max(60),
  scopes: z
    .array(ApiScopeSchema)
    .min(1)
    .transform((scopes) => [...new Set(scopes)]),
  days: z.union(TOKEN_DAYS.map((days) => z.literal(days))),
  everyCohort: z.boolean(),
});
export type ApiTokenInput = z.infer<typeof ApiTokenInputSchema>;

/** `secret` is the token: this is the only answer that has it. `DELETE /api/cohorts/[id]/tokens/[token]` ends one. */
export const ApiTokenMadeSchema = z.object({ token: ApiTokenSchema, secret: z.string() });
