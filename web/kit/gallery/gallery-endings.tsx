import { useState } from 'react'
import { Button, IconButton } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { Section } from '../page-header.tsx'

/** What goes away under the focus: items, a form that gives way to its outcome, and a row with the dialog that removed it. */
export function GalleryEndings() {
  const [fruits, keep] = useState(['Apple', 'Pear', 'Plum'])
  const [rows, leave] = useState(['First row', 'Second row'])
  const [asked, ask] = useState<string>()
  const [isDone, finish] = useState(false)
  const [isOver, end] = useState(false)
  return (
    <>
      <Section title="Items">
        <ul className="flex gap-2">
          {fruits.map((fruit) => (
            <li key={fruit} className="flex items-center">
              {fruit}
              <IconButton
                label={`Remove ${fruit}`}
                icon="close"
                onPress={() => keep(fruits.filter((one) => one !== fruit))}
              />
            </li>
          ))}
        </ul>
        <ul>
          {rows.map((row) => (
            <li key={row} className="flex items-center gap-3">
              {row}
              <Button look="quiet" onPress={() => ask(row)}>{`Delete ${row}`}</Button>
            </li>
          ))}
        </ul>
        <Dialog
          title="Delete it?"
          isOpen={asked !== undefined}
          onClose={() => ask(undefined)}
          actions={
            <Button
              look="danger"
              onPress={() => {
                ask(undefined)
                leave(rows.filter((row) => row !== asked))
              }}
            >
              Yes, delete
            </Button>
          }
        >
          The row goes.
        </Dialog>
      </Section>
      <Section title="A form that ends">
        {isDone ? (
          <div>
            <h3 className="font-semibold">The keys</h3>
            <p>Keep them.</p>
          </div>
        ) : (
          <div>
            <Button onPress={() => finish(true)}>Make keys</Button>
          </div>
        )}
        <Button isDisabled={isOver} onPress={() => end(true)}>
          Only once
        </Button>
        <Busy />
      </Section>
    </>
  )
}

/** Two buttons of which one cannot be pressed while what it asked for is done. */
function Busy() {
  const [state, change] = useState<'idle' | 'busy' | 'done'>('idle')
  const [isBeside, press] = useState(false)
  const begin = () => {
    change('busy')
    setTimeout(() => change('done'), 400)
  }
  return (
    <div>
      <Button isDisabled={state === 'busy'} onPress={begin}>
        Slow
      </Button>
      <Button onPress={() => press(true)}>Beside</Button>
      <p>{state === 'done' ? 'Done once' : state}</p>
      {isBeside && <p>Beside pressed</p>}
    </div>
  )
}
