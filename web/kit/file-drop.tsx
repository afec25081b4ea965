import { use, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { SampleNotice } from './sample-notice.tsx'
import { WorkspaceContext } from './session.tsx'
import { useText } from './text.tsx'

type FileDropProps = {
  label: string
  /** Kinds and limits: "CSV, Excel or JSON lines, up to 2 GB". */
  description?: ReactNode
  /** As in HTML: ".csv,.xlsx". */
  accept?: string
  onFiles: (files: File[]) => void
  many?: 'one' | 'many'
}

/** A place to drop files on, and a button for everybody else. In the sample workspace nothing real comes in, and that is said in its place. */
export function FileDrop(props: FileDropProps) {
  return use(WorkspaceContext)?.isSample === true ? <SampleNotice /> : <DropPlace {...props} />
}

function DropPlace({ label, description, accept, onFiles, many = 'one' }: FileDropProps) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, over] = useState(false)
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])]
    if (chosen.length > 0) onFiles(many === 'many' ? chosen : chosen.slice(0, 1))
  }
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault()
    over(inside)
  }
  return (
    // Dropping is a shortcut for a mouse; the button inside does the same for everybody.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={label}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false)
        take(event.dataTransfer.files)
      }}
      className={`flex flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-10 text-center transition-colors ${isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-raised'}`}
    >
      <span className="text-soft">
        <Icon name="file" size={28} />
      </span>
      <div>
        <div className="font-medium">{label}</div>
        {description && <div className="text-sm text-soft">{description}</div>}
      </div>
      <Button onPress={() => input.current?.click()}>{t('kit.choose.file', { many })}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={many === 'many'}
        onChange={(event) => {
          take(event.target.files)
          // The same file may be chosen again after it was mended.
          event.target.value = ''
        }}
      />
    </div>
  )
}
