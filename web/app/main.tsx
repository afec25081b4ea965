import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepFocus } from '../kit/kept-focus.ts'
import { initialLocale, loadIntl, loadRoomWords, LocaleProvider } from '../kit/locale.tsx'
import { ProblemError } from '../kit/problem.ts'
import { ToastProvider } from '../kit/toast.tsx'
import '../kit/styles.css'
import { makeRouter } from './router.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Asked also where the browser thinks itself offline: it is told so at once, and this very machine needs no network.
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 10_000,
      // A refusal stays a refusal; only the network and a restarting server are worth another try.
      retry: (count, error) =>
        count < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 502),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

const locale = initialLocale()
// Whoever is inside already fetches both parts at once.
if (location.pathname.startsWith('/w/')) void loadRoomWords()
const intl = await loadIntl(locale)
const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
keepFocus()

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LocaleProvider initial={{ locale, intl }}>
        <ToastProvider>
          <RouterProvider router={makeRouter()} />
        </ToastProvider>
      </LocaleProvider>
    </QueryClientProvider>
  </StrictMode>,
)
