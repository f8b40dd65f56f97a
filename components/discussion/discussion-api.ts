import { api, nothing, type Schema } from '@/components/session/api';
import type { PostDraft, PostEdit, ReactionCount, ThreadAction, ThreadInput, Watch } from '@/contracts/discussion';
import { windowPath } from './thread-path';

type Contract = typeof import('@/contracts/discussion');

/** The contract comes with the first question, not with the page. */
function contract<T>(pick: (contract: Contract) => Schema<T>): () => Promise<Schema<T>> {
  return async () => pick(await import('@/contracts/discussion'));
}

export const fetchThreads = (query: string) =>
  api(`/api/threads?${query}`, { schema: contract(({ ThreadListSchema }) => ThreadListSchema) });

export const fetchPlaces = () => api('/api/threads/places', { schema: contract(({ PlacesSchema }) => PlacesSchema) });

export const fetchPeople = (query: URLSearchParams, signal: AbortSignal) =>
  api(`/api/threads/people?${query}`, { schema: contract(({ PeopleSchema }) => PeopleSchema), signal, retries: 0 });

/** `where`: as {@link windowPath} has it. */
export const fetchWindow = (thread: string, where = '', retries?: number) =>
  api(windowPath(thread, where), {
    schema: contract(({ ThreadWindowSchema }) => ThreadWindowSchema),
    ...(retries === undefined ? {} : { retries }),
  });

export const fetchSubject = async (thread: string) =>
  (await api(`/api/threads/${thread}/subject`, { schema: contract(({ SubjectAnswerSchema }) => SubjectAnswerSchema) }))
    .subject;

export const fetchTrouble = async (submission: string) =>
  (
    await api(`/api/threads/trouble?submission=${submission}`, {
      schema: contract(({ TroubleSchema }) => TroubleSchema),
    })
  ).checks;

/** Sent again under the same `clientId` it is still one thread. */
export const openThread = (body: Omit<ThreadInput, 'post' | 'watch'> & { post: PostDraft }) =>
  api('/api/threads', { method: 'POST', body, schema: contract(({ ThreadOpenedSchema }) => ThreadOpenedSchema) });

/** @throws {ApiError} */
export const changeThread = async (thread: string, body: ThreadAction) =>
  (
    await api(`/api/threads/${thread}`, {
      method: 'PATCH',
      body,
      schema: contract(({ ThreadAnswerSchema }) => ThreadAnswerSchema),
    })
  ).thread;

export const saveReading = (thread: string, body: { lastRead?: number; backward?: boolean; watch?: Watch }) =>
  api(`/api/threads/${thread}/reading`, {
    method: 'PUT',
    body,
    schema: contract(({ ReadingSchema }) => ReadingSchema),
  });

const postAnswer = contract(({ PostAnswerSchema }) => PostAnswerSchema);

export const fetchPost = async (post: string) => (await api(`/api/posts/${post}`, { schema: postAnswer })).post;

/** Sent again under the same `clientId` it is still one post. */
export const sendPost = async (thread: string, body: PostDraft) =>
  (await api(`/api/threads/${thread}/posts`, { method: 'POST', body, schema: postAnswer })).post;

/** @throws {ApiError} `conflict` with `{ post }` in its body: what is there by now. */
export const editPost = async (post: string, body: PostEdit) =>
  (await api(`/api/posts/${post}`, { method: 'PATCH', body, schema: postAnswer })).post;

export const deletePost = async (post: string) =>
  (await api(`/api/posts/${post}`, { method: 'DELETE', schema: postAnswer })).post;

export const fetchRevisions = async (post: string) =>
  (await api(`/api/posts/${post}/revisions`, { schema: contract(({ RevisionsSchema }) => RevisionsSchema) })).revisions;

export const react = async (post: string, kind: ReactionCount['kind'], on: boolean) =>
  (
    await api(`/api/posts/${post}/reactions`, {
      method: 'PUT',
      body: { kind, on },
      schema: contract(({ ReactionsSchema }) => ReactionsSchema),
      retries: 1,
    })
  ).reactions;

export const reportPost = (post: string, reason: string) =>
  api(`/api/posts/${post}/reports`, { method: 'POST', body: { reason }, schema: nothing });

export const fetchSnapshot = async (post: string) =>
  (await api(`/api/posts/${post}/snapshot`, { schema: contract(({ SnapshotSchema }) => SnapshotSchema) })).snapshot;

/** Says that the reader is there or types. What gets lost is of no use later. */
export const tellMoment = (
  body: { type: 'typing'; thread: string } | { type: 'presence'; thread: string; state: 'arrived' | 'here' | 'left' },
) => api('/api/moments', { method: 'POST', body, schema: nothing });
