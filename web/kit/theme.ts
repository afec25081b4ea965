import { useState } from 'react'
import { store, stored } from './stored.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Light, dark or as the device says; kept in this browser and applied before the first paint by `public/theme.js`. */
export function useTheme() {
  const [theme, show] = useState<Theme>(() => themes.find((known) => known === stored('theme')) ?? 'system')
  const setTheme = (next: Theme) => {
    store('theme', next === 'system' ? null : next)
    if (next === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = next
    show(next)
  }
  return { theme, setTheme }
}
