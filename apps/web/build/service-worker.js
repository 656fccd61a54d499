// The offline shell of /m: the files of this build are kept on installation, so the phone pages open without a network.
// Pages answer with what they hold themselves (see src/mobile); requests under /api are never answered from here.
const files = [
  /* files of this build */
];
const shell = '/m';
const logo = '/logo.svg';
const cacheName = `gongzhi-${
  files
    .join()
    .split('')
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7) >>> 0
}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll([new Request(shell, { cache: 'reload' }), logo, ...files]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith('gongzhi-') && name !== cacheName).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (url.pathname === shell || url.pathname.startsWith(`${shell}/`))) {
    // The network first, so that a new build is seen at once; the kept shell when there is none.
    event.respondWith(fetch(request).catch(() => caches.match(shell)));
  } else if (url.pathname.startsWith('/assets/') || url.pathname === logo) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
