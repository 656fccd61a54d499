import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startAppearance } from '../kit/appearance.ts';
import { takeOverFirstView } from './first-view.ts';
import { Forbidden } from './forbidden.ts';
import { startLanguage } from './language.ts';
import { queryClient } from './query.ts';
import { router } from './router.tsx';

startAppearance();
startLanguage();

/** A page that is not for this person says so itself; only what nobody expected belongs on the console. */
function tell(error: unknown): void {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(error instanceof Forbidden || cause instanceof Forbidden)) console.error(error);
}

const root = document.getElementById('root')!;
takeOverFirstView(
  root,
  () => queryClient.isFetching() > 0,
  (changed) => queryClient.getQueryCache().subscribe(() => setTimeout(changed)),
);

createRoot(root, {
  onCaughtError: tell,
  // Rendering that had to be tried again, as on a busy machine, meets the same refusal once more.
  onRecoverableError: tell,
}).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
