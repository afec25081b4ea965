import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../kit/button.tsx'
import { useWorkspace, type Session } from '../kit/session.tsx'
import { useText } from '../kit/text.tsx'
import { Navigation } from './navigation.tsx'

/** On a phone: a bar with the workspace's name, and the navigation behind a button. */
export function NavDrawer({ session }: { session: Session }) {
  const t = useText()
  const workspace = useWorkspace()
  const path = useLocation({ select: (place) => place.pathname })
  // Open at one page only, so that going to another closes it.
  const [openAt, open] = useState<string>()
  return (
    <header
      className="sticky top-0 z-10 flex items-center gap-1 border-b border-line bg-paper px-2 py-1 quiet:hidden md:hidden"
      data-screen-only
    >
      <IconButton label={t('app.nav.open')} icon="menu" onPress={() => open(path)} />
      <span className="truncate font-medium">{workspace.name}</span>
      <ModalOverlay
        isOpen={openAt === path}
        onOpenChange={(isOpen) => open(isOpen ? path : undefined)}
        isDismissable
        className="fixed inset-0 z-20 bg-shade"
      >
        <Modal className="h-dvh w-72 max-w-[85vw] bg-sunken shadow-lift">
          <Dialog aria-label={t('app.nav')} className="h-full outline-none">
            <Navigation session={session} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </header>
  )
}
