import { describe, expect, test } from 'vitest'
import { folderFault, listenAddress, listenFault } from './start-fault.ts'

describe('what is wrong with an address is said in one line', () => {
  test.each(['99999', 'abc', '-1', '47 80', '4780.5', ''])('PORT=%s is refused', (PORT) => {
    expect(() => listenAddress({ PORT })).toThrow(`PORT is "${PORT}", which is no port. Choose a number`)
  })

  test.each([
    [{}, { host: '127.0.0.1', port: 4780 }],
    [
      { HOST: '0.0.0.0', PORT: '80' },
      { host: '0.0.0.0', port: 80 },
    ],
  ])('%j is taken', (environment, address) => {
    expect(listenAddress(environment)).toEqual(address)
  })

  test.each([
    ['EADDRINUSE', /taken by another program.*PORT=4781/],
    ['EACCES', /may not listen on port 80.*PORT=4780/],
    ['ENOTFOUND', /HOST is "nowhere".*HOST=0\.0\.0\.0/],
    ['EADDRNOTAVAIL', /HOST is "nowhere"/],
  ])('%s', (code, words) => {
    const error = Object.assign(new Error(code), { code })
    expect(listenFault(error, { host: 'nowhere', port: 80 })).toMatch(words)
  })

  test('what nobody expected has no line of its own', () => {
    expect(listenFault(new Error('x'), { host: 'x', port: 1 })).toBeUndefined()
    expect(folderFault(new Error('x'), '/data')).toBeUndefined()
  })
})
