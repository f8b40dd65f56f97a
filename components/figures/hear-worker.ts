/**
 * Hands each message of `worker` to `receive` once `schema` has parsed it, in order. The schema comes with the first
 * message: a lesson's first visit should not fetch what only a running figure needs. A worker that breaks, sends what the
 * schema refuses, or whose schema cannot be fetched, is told to `fail`.
 */
export function hearWorker<Message>(
  worker: Worker,
  schema: () => Promise<{ parse: (data: unknown) => Message }>,
  receive: (message: Message) => void,
  fail: () => void,
): void {
  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    schema()
      .then((found) => receive(found.parse(event.data)))
      .catch(fail);
  });
  worker.addEventListener('error', fail);
}
