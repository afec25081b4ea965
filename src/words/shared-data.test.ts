import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace } from '../../test/members.ts'
import { meetingText } from '../../test/qmsum.ts'
import { sharedData, sharedDataPresent } from '../../test/shared-data.ts'
import { openStudy } from '../../test/spoken-study.ts'
import { bringInterview, fingerprintOf, readPastedText } from '../conversations/index.ts'
import { measureWords } from './measure-words.ts'

describe.skipIf(!sharedDataPresent)('shared data: the words of forty meetings', async () => {
  const app = await openTestApp()

  test('are counted and compared', async () => {
    const ann = await openWorkspace(app)
    const { workspaceId, actor } = ann
    const folder = join(sharedData, 'interviews/qmsum-product')
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const products = await openStudy(app, ann, { title: 'Products' })
    const marketing = await openStudy(app, ann, { title: 'Marketing' })
    // A speaker is project and role: the four meetings of a project have the same four people. The link is invented.
    for (const [place, name] of files.entries()) {
      const { text } = meetingText(name, readFileSync(join(folder, name), 'utf8'))
      const read = readPastedText(text)
      if (read.state !== 'read') throw new Error(`not read: ${name}`)
      await bringInterview(app, {
        workspaceId,
        studyId: (place % 4 === 0 ? marketing : products).studyId,
        actor,
        transcript: read.transcript,
        choices: read.transcript.speakers.map(() => ({ role: 'participant', who: 'somebody new' })),
        title: name,
        sourceName: name,
        fingerprint: fingerprintOf(app, { workspaceId, content: text }),
        happenedAt: new Date('2026-01-05T10:00:00Z'),
        language: 'en',
        languageGuessed: 'en',
      })
    }
    const measured = await measureWords(app, { workspaceId, studyId: marketing.studyId })
    // QMSum counts punctuation as words.
    expect(measured.words).toBeGreaterThan(205_000)
  }, 120_000)
})
