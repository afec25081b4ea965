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
  test('are two at a time, of one workspace a single one, and the others wait', async () => {
    const open: string[] = []
    const order: string[] = []
    let most = 0
    const use = (whose: string) =>
      withExchange(asking(whose), async ({ project }) => {
        order.push(whose)
        open.push(whose)
        most = Math.max(most, open.length)
        await new Promise((resolve) => setTimeout(resolve, 50))
        open.pop()
        return project.codes.length
      })
    const all = ['a', 'a', 'a', 'a', 'a', 'b'].map(use)
    expect(await Promise.all(all)).toEqual([1, 1, 1, 1, 1, 1])
    expect(most).toBe(2)
    expect(order.slice(0, 2).toSorted()).toEqual(['a', 'b'])
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
