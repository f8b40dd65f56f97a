/** Whether a link names a post by its number in the thread: that of the moment when the link was made. */
export const isNumber = (post: string): boolean => /^\d{1,9}$/.test(post);

/** Where a thread opens, as the API is asked: at the post that a link names or, by null, at the first unread one. */
export const openingAt = (post: string | null): string =>
  post === null ? '' : isNumber(post) ? `around=${post}` : `post=${encodeURIComponent(post)}`;

/** Address of a thread with some of its posts. `where`: `around=5&before=20&after=60`, or as {@link openingAt} gives it. */
export const windowPath = (thread: string, where: string): string =>
  `/api/threads/${thread}${where === '' ? '' : `?${where}`}`;
