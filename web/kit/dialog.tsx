import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './button.tsx'
import { useText } from './text.tsx'

type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons, the most likely one first; on phones they stand below one another. */
  actions?: ReactNode
}

/** A question that must be answered before going on. Escape and a press outside close it; on phones it rises from below. */
export function Dialog({ title, isOpen, onClose, children, actions }: DialogProps) {
  const t = useText()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-20 flex items-end justify-center bg-shade md:items-center md:p-6"
    >
      <Modal className="appear max-h-[92dvh] w-full overflow-auto rounded-t-lg bg-raised shadow-lift md:max-w-lg md:rounded-lg">
        <AriaDialog className="p-5 outline-none md:p-6">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            <span className="-mt-1.5 -mr-2">
              <IconButton label={t('kit.close')} icon="close" onPress={onClose} />
            </span>
          </div>
          <div className="mt-2 flex flex-col gap-4">{children}</div>
          {actions && (
            <div className="mt-6 flex flex-col gap-2 md:flex-row-reverse md:justify-start">{actions}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
