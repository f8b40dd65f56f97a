import 'server-only';
import * as z from 'zod';
import {
  API_SCHEMAS,
  API_SCOPES,
  ApiPageQuerySchema,
  type ApiScope,
  ApiSubmissionQuerySchema,
} from '@/contracts/api-v1';
import { env } from '../env';

interface Operation {
  /** Under `/api/v1`. */
  path: string;
  id: string;
  summary: string;
  scope: ApiScope;
  /** Name of a schema in {@link API_SCHEMAS}. */
  answer: string;
  query?: z.ZodType;
}

/** Everything that `/api/v1` does. */
const OPERATIONS: readonly Operation[] = [
  {
    path: '/cohorts',
    id: 'listCohorts',
    summary: 'Cohorts in progress that the token reads, the oldest first',
    scope: 'cohorts:read',
    answer: 'CohortPage',
    query: ApiPageQuerySchema,
  },
  {
    path: '/cohorts/{id}',
    id: 'readCohort',
    summary: 'One cohort',
    scope: 'cohorts:read',
    answer: 'Cohort',
  },
  {
    path: '/cohorts/{id}/exercises',
    id: 'listExercises',
    summary: 'The cohort’s plan in course order, whole',
    scope: 'cohorts:read',
    answer: 'ExercisePage',
  },
  {
    path: '/cohorts/{id}/learners',
    id: 'listLearners',
    summary: 'Who learns in the cohort, by id',
    scope: 'roster:read',
    answer: 'LearnerPage',
    query: ApiPageQuerySchema,
  },
  {
    path: '/cohorts/{id}/grades',
    id: 'listGrades',
    summary: 'The gradebook, learner by learner, by id',
    scope: 'grades:read',
    answer: 'GradesPage',
    query: ApiPageQuerySchema,
  },
  {
    path: '/cohorts/{id}/grades/{user}',
    id: 'readGrades',
    summary: 'The grades of one learner',
    scope: 'grades:read',
    answer: 'Grades',
  },
  {
    path: '/cohorts/{id}/submissions',
    id: 'listSubmissions',
    summary: 'What was handed in, in order, without the code',
    scope: 'submissions:read',
    answer: 'SubmissionPage',
    query: ApiSubmissionQuerySchema,
  },
];

/** What each failure means here; its body is a `Problem`. */
const FAILURES = {
  400: 'A parameter is wrong: `errors` says which',
  401: 'There is no token, or it is unknown, expired or revoked',
  403: 'The token has not this scope',
  404: 'It does not exist, or the token does not reach it',
  429: 'Too many requests: `Retry-After` says how long to wait, in seconds',
};

/** The OpenAPI 3.1 document, made from the schemas that the answers are typed by. */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: { title: 'PeerGrad', version: '1.0.0', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: `${env.PUBLIC_URL}/api/v1` }],
    security: [{ token: [] }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: toOperation(operation) }])),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: `Scopes: ${API_SCOPES.map((scope) => `\`${scope}\``).join(', ')}`,
        },
      },
      schemas: schemas(),
    },
  };
}

function toOperation({ path, id, summary, scope, answer, query }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  return {
    operationId: id,
    summary,
    description: `Needs the scope \`${scope}\`.`,
    parameters: [...inPath, ...(query === undefined ? [] : queryParameters(query))],
    responses: {
      200: {
        description: 'OK',
        headers: {
          ETag: { schema: { type: 'string' }, description: 'For `If-None-Match`' },
          Link: { schema: { type: 'string' }, description: 'Of a list: the next page, as `rel="next"`' },
        },
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } },
      },
      304: { description: 'As `If-None-Match` has it' },
      ...Object.fromEntries(
        Object.entries(FAILURES).map(([status, description]) => [
          status,
          {
            description,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

function queryParameters(query: z.ZodType) {
  const { properties = {} } = z.toJSONSchema(query);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

function schemas() {
  const { schemas: named } = z.toJSONSchema(API_SCHEMAS, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    // The document says which dialect it is in, and where each schema is.
    Object.entries(named).map(([id, { $schema: _dialect, $id: _place, ...schema }]) => [id, schema]),
  );
}
