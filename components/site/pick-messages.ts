type Messages = { [key: string]: string | Messages };

/** The named parts of `messages` in their places. A part that is missing is left out. */
export function pickMessages(messages: Messages, paths: readonly string[]): Messages {
  const picked: Messages = {};
  for (const path of paths) graft(picked, messages, path.split('.'));
  return picked;
}

function graft(to: Messages, from: Messages, [key, ...rest]: string[]) {
  if (key === undefined || from[key] === undefined) return;
  const value = from[key];
  if (rest.length === 0 || typeof value === 'string') {
    to[key] = value;
    return;
  }
  // A part that was picked whole already must not be written into: it is the original.
  if (to[key] === value) return;
  const child = typeof to[key] === 'object' ? to[key] : {};
  to[key] = child;
  graft(child, value, rest);
}
