import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { Button, IconButton } from './button.tsx'
import { useText } from './text.tsx'

/** What was done, and the way back. With `undo` it stays ten seconds, without five; never while it is pointed at or focused. */
export type Toast = { text: string; undo?: () => void | Promise<unknown> }
type Shown = Toast & { id: number }

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** `toast({ text: t('people.note.deleted'), undo: restore })` after something was done. */
export const useToast = () => use(ToastContext)

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, set] = useState<Shown[]>([])
  const count = useRef(0)
  const show = useCallback((toast: Toast) => {
    count.current += 1
    const id = count.current
    set((before) => [...before.slice(-2), { ...toast, id }])
  }, [])
  const remove = useCallback((id: number) => set((before) => before.filter((toast) => toast.id !== id)), [])
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        // Where a box has risen from below (it says so with `data-risen`), what was done is told above: the box is being used.
        className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex flex-col items-center gap-2 max-md:bottom-20 max-lg:in-[body:has([data-risen])]:top-4 max-lg:in-[body:has([data-risen])]:bottom-auto"
        data-screen-only
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => remove(toast.id)} />
        ))}
      </div>
    </ToastContext>
  )
}

function ToastCard({ toast, onClose }: { toast: Shown; onClose: () => void }) {
  const t = useText()
  const [isHeld, hold] = useState(false)
  const close = useEffectEvent(onClose)
  const { undo } = toast
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => close(), undo ? 10_000 : 5_000)
    return () => clearTimeout(timer)
  }, [isHeld, undo])
  return (
    <div
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      className="appear pointer-events-auto flex max-w-lg items-center gap-2 rounded-lg border border-line bg-raised py-1 pr-1 pl-4 shadow-lift"
    >
      <span className="py-1 text-sm">{toast.text}</span>
      {undo && (
        <Button
          look="quiet"
          onPress={() => {
            void undo()
            onClose()
          }}
        >
          <span className="text-accent">{t('kit.undo')}</span>
        </Button>
      )}
      <IconButton label={t('kit.close')} icon="close" onPress={onClose} />
    </div>
  )
}
