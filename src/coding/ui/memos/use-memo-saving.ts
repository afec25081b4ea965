import { useEffect, useRef, useState } from 'react'
import { asProblem, useWorkspace } from '../../../../web/kit/index.ts'
import { useChangeMemo, type MemoShown } from './memos-data.ts'

/** Milliseconds of rest after the last letter before it is kept. */
const pause = 800
/** And until the next try where the server could not be reached, or had too much to do. */
const again = 3000

/**
 * What is typed in a memo, kept by itself. Against a colleague who wrote meanwhile nothing is overwritten: what was typed stays in the box until
 * somebody says whose it shall be. `memo` is what the server says now.
 */
export function useMemoSaving(memo: MemoShown) {
  const { id: workspaceId } = useWorkspace()
  const change = useChangeMemo()
  const { mutateAsync } = change
  const [text, setText] = useState(memo.text)
  // The text and version that were read or kept last.
  const [base, rebase] = useState({ text: memo.text, version: memo.version })
  const [isConflict, conflict] = useState(false)
  const [failures, fail] = useState(0)
  const isTyped = text.trim() !== base.text
  // A colleague's change is taken over where nothing was typed here.
  if (memo.version > base.version && !isTyped && !isConflict) {
    rebase({ text: memo.text, version: memo.version })
    setText(memo.text)
  }
  const busy = useRef(false)
  const save = async (version: number) => {
    const wanted = text.trim()
    if (busy.current || wanted === '') return
    busy.current = true
    try {
      const path = { workspaceId, memoId: memo.memoId }
      const kept = await mutateAsync({ path, body: { text: wanted, version } })
      rebase({ text: wanted, version: kept.version })
      conflict(false)
      fail(0)
    } catch (error) {
      const { id, status } = asProblem(error)
      conflict(id === 'memo-changed')
      if (id === 'network' || status === 503) fail(failures + 1)
    } finally {
      busy.current = false
    }
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const { version } = base
  useEffect(() => {
    if (!isTyped || isConflict) return undefined
    const timer = setTimeout(() => void latest.current(version), failures === 0 ? pause : again)
    return () => clearTimeout(timer)
  }, [text, version, isTyped, isConflict, failures])
  return {
    text,
    problem: change.error,
    state: isConflict ? ('conflict' as const) : isTyped ? ('typing' as const) : ('kept' as const),
    type: setText,
    saveNow: () => {
      if (isTyped && !isConflict) void save(base.version)
    },
    keepMine: () => void save(memo.version),
    takeTheirs: () => {
      rebase({ text: memo.text, version: memo.version })
      setText(memo.text)
      conflict(false)
    },
  }
}
