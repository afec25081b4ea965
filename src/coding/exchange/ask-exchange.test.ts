import { describe, expect, test } from 'vitest'
import { fileOf } from '../../../test/refi.ts'
import { lookThroughExchange, withExchange } from './ask-exchange.ts'
import { newReport } from './import-report.ts'
import { guid } from './testing-projects.ts'

const book = `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="${guid(1)}" name="Price" isCodable="true"/></Codes></CodeBook>`

const asking = (workspaceId: string) => ({
  workspaceId,
  file: fileOf(book, 'book.qdc'),
  report: newReport(),
})

describe('projects held open', () => {
  test('are of one workspace a single one, and no other waits for it', async () => {
    const others = Promise.withResolvers<void>()
    let open = 0
    let most = 0
    const theirs = [1, 2, 3].map(() =>
      withExchange(asking('a'), async ({ project }) => {
        open += 1
        most = Math.max(most, open)
        await others.promise
        open -= 1
        return project.codes.length
      }),
    )
    await withExchange(asking('b'), async () => others.resolve())
    expect(await Promise.all(theirs)).toEqual([1, 1, 1])
    expect(most).toBe(1)
  })

  test('give their place back where what is done with them fails', async () => {
    const failing = [1, 2, 3].map(() =>
      withExchange(asking('a'), () => Promise.reject(new Error('the database is gone'))),
    )
    for (const one of await Promise.allSettled(failing))
      expect(one).toMatchObject({ status: 'rejected', reason: { message: 'the database is gone' } })
    expect(await lookThroughExchange(asking('a'))).toMatchObject({ codes: 1 })
  })
})
