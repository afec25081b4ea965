// Before the first paint, so that a dark page never flashes white. A file of its own: the policy allows no inline scripts.
try {
  const theme = localStorage.getItem('samtale.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {}
