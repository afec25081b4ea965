import { Dialog, useText } from '../../../web/kit/index.ts'

const rows = [
  ['j k ↓ ↑', 'turn'],
  ['← →', 'word'],
  ['⇧ ← →', 'words'],
  ['a', 'all'],
  ['c', 'code'],
  ['v', 'in-vivo'],
  ['1 – 9', 'recent'],
  ['h', 'passage'],
  ['n', 'note'],
  ['Esc', 'clear'],
  ['Del', 'remove'],
  ['u', 'undo'],
  ['⇧ u', 'redo'],
  ['e', 'edit'],
  ['s', 'split'],
  ['m', 'merge'],
  ['w', 'who'],
  ['?', 'keys'],
] as const

/** What every key does while the cursor is in the text. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('coding.keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
        {rows.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt>
              <kbd className="rounded-md border border-line bg-sunken px-1.5 py-0.5 font-mono text-xs">
                {keys}
              </kbd>
            </dt>
            <dd>{t(`coding.key.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
