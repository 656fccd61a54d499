import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startAppearance } from '../kit/appearance.ts';
import { Forbidden } from './forbidden.ts';
import { startLanguage } from './language.ts';
import { queryClient } from './query.ts';
import { router } from './router.tsx';

startAppearance();
startLanguage();

createRoot(document.getElementById('root')!, {
  // A page that a post does not permit says so itself; that is an answer, not a fault of the page.
  onCaughtError: (error) => {
    if (!(error instanceof Forbidden)) console.error(error);
  },
}).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
