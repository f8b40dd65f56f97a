import { type AccountProblem, EmailSchema, PASSWORD_LENGTH } from '@/contracts/account';

export type FieldName = 'name' | 'email' | 'current' | 'password';

/** A key under `account.invalid`, with what fills it. */
export type FieldProblem = {
  key: 'name' | 'email' | 'empty' | 'short' | 'long';
  values?: Record<string, number>;
};
export type FieldProblems = Partial<Record<FieldName, FieldProblem>>;

const FIELD_OF: Partial<Record<AccountProblem, FieldName>> = {
  'email-taken': 'email',
  'same-email': 'email',
  'wrong-password': 'current',
};

/** The field a problem belongs to; null for the form as a whole. */
export function fieldOf(problem: AccountProblem): FieldName | null {
  return FIELD_OF[problem] ?? null;
}

export function text(fields: FormData, name: FieldName): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

export function checkName(fields: FormData): FieldProblems {
  return text(fields, 'name').trim() === '' ? { name: { key: 'name' } } : {};
}

export function checkEmail(fields: FormData): FieldProblems {
  return EmailSchema.safeParse(text(fields, 'email')).success ? {} : { email: { key: 'email' } };
}

/** A password that exists already: whether it is right only the server knows. */
export function checkCurrent(fields: FormData): FieldProblems {
  return text(fields, 'current') === '' ? { current: { key: 'empty' } } : {};
}

export function checkNewPassword(fields: FormData): FieldProblems {
  const { length } = text(fields, 'password');
  if (length < PASSWORD_LENGTH.min) return { password: { key: 'short', values: { min: PASSWORD_LENGTH.min } } };
  if (length > PASSWORD_LENGTH.max) return { password: { key: 'long', values: { max: PASSWORD_LENGTH.max } } };
  return {};
}
