import { describe, expect, test } from 'vitest'
import { isSigned, type SignedRequest } from './s3-signature.ts'

const owner = { keyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

type Example = {
  method: string
  target: string
  more?: Record<string, string>
  sha256?: string
  signature: string
}

function asked({ method, target, more = {}, sha256 = empty, signature }: Example): SignedRequest {
  const headers: Record<string, string> = {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': sha256,
    'x-amz-date': '20130524T000000Z',
    ...more,
  }
  const names = Object.keys(headers).toSorted().join(';')
  const credential = `${owner.keyId}/20130524/us-east-1/s3/aws4_request`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${names},Signature=${signature}`
  return { method, target, headers: { ...headers, authorization } }
}

/** The four examples of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. */
const examples: [string, Example][] = [
  [
    'a part of a file',
    {
      method: 'GET',
      target: '/test.txt',
      more: { range: 'bytes=0-9' },
      signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    },
  ],
  [
    'a file that is put',
    {
      method: 'PUT',
      target: '/test%24file.text',
      more: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      sha256: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    },
  ],
  [
    'a question without a value',
    {
      method: 'GET',
      target: '/?lifecycle',
      signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    },
  ],
  [
    'a list with two questions',
    {
      method: 'GET',
      target: '/?max-keys=2&prefix=J',
      signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    },
  ],
]

describe.each(examples)('the signature AWS publishes for %s', (_, example) => {
  test('is that of its secret', () => {
    expect(isSigned(asked(example), owner)).toBe(true)
  })

  test.each([
    ['another secret', (right: SignedRequest) => [right, { ...owner, secret: `${owner.secret}x` }] as const],
    ['another key', (right: SignedRequest) => [right, { ...owner, keyId: 'AKIAOTHER' }] as const],
    ['another file', (right: SignedRequest) => [{ ...right, target: `/x${right.target}` }, owner] as const],
    ['another act', (right: SignedRequest) => [{ ...right, method: 'DELETE' }, owner] as const],
    [
      'another body',
      (right: SignedRequest) =>
        [{ ...right, headers: { ...right.headers, 'x-amz-content-sha256': 'x' } }, owner] as const,
    ],
    ['none', ({ method, target }: SignedRequest) => [{ method, target, headers: {} }, owner] as const],
  ])('is not that of %s', (_what, changed) => {
    const [request, by] = changed(asked(example))
    expect(isSigned(request, by)).toBe(false)
  })
})
