import { createHash, createHmac } from 'node:crypto'

/** A request as it arrives: its path and query as they were sent, header names in lower case. */
export type SignedRequest = { method: string; target: string; headers: Readonly<Record<string, string>> }

/**
 * Whether a request bears the signature that its secret gives (AWS Signature Version 4 in the Authorization header,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html), for tests of what signs; worked out here from the text of that page.
 */
export function isSigned(
  request: SignedRequest,
  { keyId, secret }: { keyId: string; secret: string },
): boolean {
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/u.exec(
      request.headers['authorization'] ?? '',
    )
  if (said === null) return false
  const [, key, scope = '', names = '', signature] = said
  const [day = '', region = '', service = '', end] = scope.split('/')
  const at = request.headers['x-amz-date'] ?? ''
  const isBound = ['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) =>
    names.split(';').includes(name),
  )
  if (key !== keyId || end !== 'aws4_request' || !at.startsWith(day) || !isBound) return false
  const text = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical(request, names.split(';')))].join('\n')
  let signing: Buffer = Buffer.from(`AWS4${secret}`)
  for (const part of [day, region, service, 'aws4_request']) signing = hmac(signing, part)
  return hmac(signing, text).toString('hex') === signature
}

function canonical({ method, target, headers }: SignedRequest, names: readonly string[]): string {
  const [path = '/', query = ''] = target.split('?', 2)
  const pairs = query === '' ? [] : query.split('&').map((pair) => (pair.includes('=') ? pair : `${pair}=`))
  return [
    method,
    path,
    pairs.toSorted(byBytes).join('&'),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/gu, ' ')}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n')
}

const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
