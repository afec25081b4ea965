import { useState } from 'react'
import { Badge } from '../badge.tsx'
import { Button, IconButton } from '../button.tsx'
import { ConfirmByTyping } from '../confirm-by-typing.tsx'
import { Dialog } from '../dialog.tsx'
import { Link } from '../link.tsx'
import { Menu } from '../menu.tsx'
import { Section } from '../page-header.tsx'
import { useToast } from '../toast.tsx'

/** What can be pressed, and what opens. */
export function GalleryControls() {
  const toast = useToast()
  const [open, show] = useState<'dialog' | 'confirm' | null>(null)
  const close = () => show(null)
  return (
    <Section title="Pressing">
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" onPress={() => show('dialog')}>
          Open a dialog
        </Button>
        <Button icon="plus">Secondary</Button>
        <Button look="quiet">Quiet</Button>
        <Button look="danger" onPress={() => show('confirm')}>
          Erase
        </Button>
        <Button isDisabled>Disabled</Button>
        <Button isPending>Pending</Button>
        <IconButton label="More" icon="more" />
        <Link href="/kit">A link in the text</Link>
        <Menu
          label="Things to do"
          trigger={<Button icon="more">Menu</Button>}
          groups={[
            {
              id: 'one',
              entries: [
                { id: 'a', label: 'Rename' },
                { id: 'b', label: 'Copy the rule', note: 'As SQL' },
              ],
            },
            { id: 'two', title: 'Danger', entries: [{ id: 'c', label: 'Delete', isDanger: true }] },
          ]}
        />
        <Button onPress={() => toast({ text: 'The note was deleted.', undo: () => undefined })}>Toast</Button>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Badge>Draft</Badge>
        <Badge look="accent">New</Badge>
        <Badge look="good">Stable</Badge>
        <Badge look="warning">Indicative</Badge>
        <Badge look="danger">Withdrawn</Badge>
      </div>
      <Dialog
        title="Invite 38 people"
        isOpen={open === 'dialog'}
        onClose={close}
        actions={
          <>
            <Button look="primary" onPress={close}>
              Invite
            </Button>
            <Button onPress={close}>Not now</Button>
          </>
        }
      >
        <p>
          They have agreed to be asked. Each gets one mail, in their own language, and can say no with one
          press.
        </p>
      </Dialog>
      <ConfirmByTyping
        title="Erase this person"
        word="P-0417"
        confirmLabel="Erase for good"
        isOpen={open === 'confirm'}
        onClose={close}
        onConfirm={close}
      >
        Everything known about them is gone at once and cannot be brought back.
      </ConfirmByTyping>
    </Section>
  )
}
