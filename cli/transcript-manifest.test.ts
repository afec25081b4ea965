import { expect, test } from 'vitest'
import { readManifest } from './transcript-manifest.ts'

test('a manifest says who speaks in which file, who they are and what they agreed to', () => {
  const csv =
    '\ufefffile,speaker,role,kind,value,recording,conversation_analysis,quoting\r\n' +
    'a.txt,"Holm, Mette",,email,mette@example.org,yes,yes,no\r\n' +
    'a.txt,"The ""host""",interviewer,,,,,\r\n\r\n'
  expect(readManifest(csv)).toEqual({
    state: 'read',
    rows: [
      {
        file: 'a.txt',
        speaker: 'Holm, Mette',
        role: 'participant',
        identifier: { kind: 'email', value: 'mette@example.org' },
        agreements: [
          { agreement: 'recording', given: true },
          { agreement: 'conversation_analysis', given: true },
          { agreement: 'quoting', given: false },
        ],
      },
      { file: 'a.txt', speaker: 'The "host"', role: 'interviewer', identifier: undefined, agreements: [] },
    ],
  })
})

test('semicolons separate as well', () => {
  expect(readManifest('file;speaker\nb.txt;Bo')).toMatchObject({ rows: [{ file: 'b.txt', speaker: 'Bo' }] })
})

test.each([
  ['', 'the column "file" and "speaker" is missing'],
  ['file,speaker,mail\na,b,c', '"mail" is not known'],
  ['file,speaker,role\na,b,boss', 'row 2: "boss" is no part'],
  ['file,speaker,kind,value\na,b,email,', 'row 2: an identifier needs both'],
  ['file,speaker,quoting\na,b,maybe', 'row 2: "maybe" under quoting'],
])('%j is refused with its reason', (csv, why) => {
  const read = readManifest(csv)
  expect(read.state === 'wrong' && read.why).toContain(why)
})
