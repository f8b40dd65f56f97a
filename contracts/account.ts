import * as z from 'zod';
import { LocaleSchema } from '@/grading/localized';
import { ViewerSchema } from './learning';

/** Shortest and longest password, in characters. */
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;

/** What a person may have to mend in an account form: 422 `{ problem }`. The texts are `account.problems.*`. */
export const AccountProblemSchema = z.enum([
  'wrong-credentials',
  'wrong-password',
  'email-taken',
  'same-email',
  'password-already-set',
  'session-too-old',
  'link-unknown',
  'link-expired',
  'link-used',
  'last-instructor',
]);
export type AccountProblem = z.infer<typeof AccountProblemSchema>;
/** `cohorts`: names of those whose last instructor the viewer is, with `last-instructor`. */
export const ProblemBodySchema = z.object({ problem: AccountProblemSchema, cohorts: z.array(z.string()).optional() });

const NameSchema = z.string().trim().min(1).max(80);
export const EmailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
const NewPasswordSchema = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);
const PasswordSchema = z.string().min(1).max(PASSWORD_LENGTH.max);

/** `POST /api/account/sign-up`: a guest becomes this member and keeps everything. */
export const SignUpInputSchema = z.object({
  name: NameSchema,
  email: EmailSchema,
  password: NewPasswordSchema,
  locale: LocaleSchema,
});
export type SignUpInput = z.infer<typeof SignUpInputSchema>;

/** `POST /api/account/sign-in`. */
export const SignInInputSchema = z.object({ email: EmailSchema, password: PasswordSchema });
export type SignInInput = z.infer<typeof SignInInputSchema>;

/** What a guest did before signing in. */
export const GuestWorkSchema = z.object({
  exercises: z.number().int(),
  submissions: z.number().int(),
  lessons: z.number().int(),
  quickChecks: z.number().int(),
});
export type GuestWork = z.infer<typeof GuestWorkSchema>;

/** Of whatever signs somebody in: whether a guest's work waits to be taken over at `/sign-in/merge`. */
export const SignedInSchema = z.object({ offersMerge: z.boolean() });

/** `GET /api/account/merge`. */
export const MergeOfferSchema = z.object({ offer: GuestWorkSchema.nullable() });
/** `POST /api/account/merge`: takes the guest's work over, or leaves it behind. */
export const MergeInputSchema = z.object({ accept: z.boolean() });
/** `conflicts`: drafts of exercises that both had, whose older text is now an earlier version. */
export const MergedSchema = z.object({ merged: z.boolean(), conflicts: z.number().int() });

/** `POST /api/account/password/forgot`: always the same answer, whether or not the address has an account. */
export const ForgotPasswordInputSchema = z.object({ email: EmailSchema, locale: LocaleSchema });
/** `PUT /api/account/password`: ends all other sessions. */
export const ChangePasswordInputSchema = z.object({ current: PasswordSchema, next: NewPasswordSchema });
/** `POST /api/account/password`: a first password, for who came by link or provider. */
export const SetPasswordInputSchema = z.object({ next: NewPasswordSchema });

/** `PUT /api/account/email`: with mail, the change waits for a confirmation from the new address. */
export const ChangeEmailInputSchema = z.object({ email: EmailSchema, password: PasswordSchema, locale: LocaleSchema });
export const EmailChangedSchema = z.object({ state: z.enum(['changed', 'mail-sent']) });
/** `POST /api/account/email/verification`: sends the mail again. */
export const SendVerificationInputSchema = z.object({ locale: LocaleSchema });

/** `PUT /api/account/profile`. */
export const ProfileInputSchema = z.object({ name: NameSchema });

export const LinkPurposeSchema = z.enum(['sign-in', 'reset-password', 'verify-email', 'change-email']);
export type LinkPurpose = z.infer<typeof LinkPurposeSchema>;
/** `POST /api/account/links`: uses a one-time link up. `password` is the new one, for `reset-password`. */
export const UseLinkInputSchema = z.object({
  token: z.string().min(20).max(100),
  password: NewPasswordSchema.optional(),
});
export type UseLinkInput = z.infer<typeof UseLinkInputSchema>;
/** `hasPassword` false: offer to set one. */
export const LinkUsedSchema = SignedInSchema.extend({ purpose: LinkPurposeSchema, hasPassword: z.boolean() });

/** `GET /api/account/sessions`; `DELETE` ends one, or all others. */
export const SessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      /** As the browser calls itself. */
      userAgent: z.string(),
      address: z.string(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime(),
    }),
  ),
});
export const EndSessionsInputSchema = z.union([z.object({ id: z.string() }), z.object({ others: z.literal(true) })]);

/** `DELETE /api/account`, at once: `password` where the account has one; `posts`: whether their words stay. */
export const DeleteAccountInputSchema = z.object({
  password: PasswordSchema.optional(),
  posts: z.enum(['keep', 'remove']).default('keep'),
});

/** `GET /api/account`: what the account pages need. */
export const AccountSchema = z.object({
  viewer: ViewerSchema.nullable(),
  hasPassword: z.boolean(),
  /** Whether this site sends mail; without it staff make one-time links. */
  mail: z.boolean(),
  /** Name of the identity provider, if one is configured. */
  provider: z.string().nullable(),
});
export type AccountOverview = z.infer<typeof AccountSchema>;

/** `POST /api/auth/sign-in/social`: where the identity provider asks who it is. */
export const RedirectSchema = z.object({ url: z.url() });
