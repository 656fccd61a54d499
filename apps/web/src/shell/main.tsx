import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startAppearance } from '../kit/appearance.ts';
import { takeOverFirstView } from './first-view.ts';
import { startLanguage } from './language.ts';
import { queryClient } from './query.ts';
import { router } from './router.tsx';

startAppearance();
startLanguage();

const root = document.getElementById('root')!;
takeOverFirstView(
  root,
  () => queryClient.isFetching() > 0,
  (changed) => queryClient.getQueryCache().subscribe(() => setTimeout(changed)),
);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
