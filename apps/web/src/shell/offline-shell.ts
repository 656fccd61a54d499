/** Keeps the phone pages on the phone. Only a build has the worker; a browser without one, or plain http, goes on without. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js', { scope: '/m' }).catch(() => undefined);
}
