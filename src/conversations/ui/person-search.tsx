import { useState } from 'react'
import { Button, ProblemNotice, TextField, useMay, useText, useWorkspace } from '../../../web/kit/index.ts'
import { useSearchPeople } from './conversations-data.ts'

type Found = { personId: string; pseudonym: string }

/** Finds one person: by identifier for who may see people, else by pseudonym. Never a list to browse. */
export function PersonSearch({ onChoose }: { onChoose: (person: Found) => Promise<unknown> }) {
  const t = useText()
  const mayRead = useMay('people.read')
  const search = useSearchPeople()
  const { id: workspaceId } = useWorkspace()
  const [text, write] = useState('')
  const find = () => {
    if (text.trim() !== '') search.mutate({ path: { workspaceId }, body: { text } })
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <div className="grow">
          <TextField
            label={t(mayRead ? 'conversations.search.identifier' : 'conversations.search.pseudonym')}
            isRequired
            value={text}
            onChange={write}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              find()
            }}
          />
        </div>
        <Button icon="search" isPending={search.isPending} onPress={find}>
          {t('kit.search')}
        </Button>
      </div>
      {search.error && <ProblemNotice problem={search.error} />}
      {search.data?.people.map((person) => (
        <div key={person.personId} className="flex items-center justify-between gap-3">
          <span>{person.pseudonym}</span>
          <Button onPress={() => void onChoose(person).catch(() => undefined)}>
            {t('conversations.choose')}
          </Button>
        </div>
      ))}
      {search.data?.people.length === 0 && (
        <p className="text-sm text-soft">{t('conversations.search.nobody')}</p>
      )}
    </div>
  )
}
