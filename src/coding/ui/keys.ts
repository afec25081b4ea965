import type { WordMove } from './reading.ts'

export type Command =
  | { do: 'move'; by: 1 | -1 }
  | { do: 'select'; move: WordMove }
  | { do: 'recent'; place: number }
  | { do: 'split' | 'merge' | 'who' }
  | { do: 'code' | 'in vivo' | 'note' | 'passage' | 'undo' | 'redo' | 'edit' | 'keys' | 'clear' | 'remove' }

type Pressed = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** What a key does while reading; undefined where it is the browser's own. */
export function keyCommand({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): Command | undefined {
  if (altKey) return undefined
  if (ctrlKey || metaKey) return withControl(key.toLowerCase(), shiftKey)
  if (/^[1-9]$/.test(key)) return { do: 'recent', place: Number(key) - 1 }
  if (key === 'ArrowRight') return { do: 'select', move: shiftKey ? 'extend next' : 'next' }
  if (key === 'ArrowLeft') return { do: 'select', move: shiftKey ? 'extend previous' : 'previous' }
  return plain[key]
}

function withControl(key: string, isShifted: boolean): Command | undefined {
  if (key === 'y' || (key === 'z' && isShifted)) return { do: 'redo' }
  return key === 'z' ? { do: 'undo' } : undefined
}

const plain: Readonly<Record<string, Command>> = {
  j: { do: 'move', by: 1 },
  ArrowDown: { do: 'move', by: 1 },
  k: { do: 'move', by: -1 },
  ArrowUp: { do: 'move', by: -1 },
  a: { do: 'select', move: 'all' },
  c: { do: 'code' },
  v: { do: 'in vivo' },
  h: { do: 'passage' },
  n: { do: 'note' },
  u: { do: 'undo' },
  U: { do: 'redo' },
  e: { do: 'edit' },
  s: { do: 'split' },
  m: { do: 'merge' },
  w: { do: 'who' },
  '?': { do: 'keys' },
  Escape: { do: 'clear' },
  Delete: { do: 'remove' },
}
