import 'server-only';

// Loaded before the entry of a kept process. Its channel to the supervisor closes when that one dies, however it dies.
const GRACE_MS = 12_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
});
process.channel?.unref();
