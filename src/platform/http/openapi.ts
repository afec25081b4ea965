import { z } from 'zod'
import type { Route } from './route.ts'
import { ProblemBody } from './problem.ts'

/** The OpenAPI 3.1 document of a list of routes. */
export function openApiDocument(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    // A browser's question before a call, not a call.
    if (route.key.startsWith('OPTIONS')) continue
    const [method = 'GET', path = '/'] = route.key.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Samtale', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'samtale.session_token',
          description: 'Set by signing in. A call that changes something also needs the header X-Samtale: 1.',
        },
        secretKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A secret key with the scope of the call.',
        },
        writeKey: { type: 'http', scheme: 'basic', description: 'The write key as user, no password.' },
      },
      schemas: { Problem: z.toJSONSchema(ProblemBody) },
    },
  }
}

const json = (schema: object) => ({ 'application/json': { schema } })

function operation({ key, spec }: Route): object {
  const parameters = [
    ...parametersOf(spec.params, 'path'),
    ...parametersOf(spec.query, 'query'),
    ...headersOf({ key, spec }),
  ]
  const body = bodyOf(spec)
  return {
    operationId: key.replaceAll(/[^A-Za-z]+/g, '_'),
    summary: spec.summary,
    'x-access': spec.access.name,
    security: securityOf(spec.access),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: body } }),
    responses: {
      ...answersOf(spec),
      default: {
        description: 'What went wrong and what to do',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** One of several ways is enough; a key in the body is none that OpenAPI knows, so with it nothing else is asked. */
function securityOf({ proofs = [] }: Route['spec']['access']): object[] {
  return proofs.map((proof) => (proof === 'writeKeyInBody' ? {} : { [proof]: [] }))
}

function bodyOf({ body, takes }: Route['spec']): object | undefined {
  if (body instanceof z.ZodType) return json(schemaOf(body, 'input'))
  if (takes instanceof z.ZodType) return json(schemaOf(takes, 'input'))
  if (takes === undefined) return undefined
  return Object.fromEntries(takes.map((media) => [media, {}]))
}

function answersOf({ answer, sends = [] }: Route['spec']): object {
  if (answer instanceof z.ZodType)
    return { 200: { description: 'Done', content: json(schemaOf(answer, 'output')) } }
  if (sends.length === 0) return { 204: { description: 'Done' } }
  const content = sends.map((media) => [media.replace(/;.*$/, ''), {}] as const)
  return { 200: { description: 'Done', content: Object.fromEntries(content) } }
}

/** What a call must say beside its address: what the route asks for, and from a browser that it comes from a page of ours. */
function headersOf({ key, spec }: Route): object[] {
  const own = Object.entries(spec.headers ?? {}).map(([name, description]) => ({
    ...{ name, in: 'header', required: true, description, schema: { type: 'string' } },
  }))
  const proofs = spec.access.proofs ?? []
  if (key.startsWith('GET ') || !proofs.includes('session')) return own
  const description = 'Where a session says who asks: no other site can set it'
  const isRequired = proofs.length === 1
  return [
    ...own,
    { name: 'X-Samtale', in: 'header', required: isRequired, description, schema: { const: '1' } },
  ]
}

function parametersOf(schema: unknown, place: 'path' | 'query'): object[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field instanceof z.ZodType && field.safeParse(undefined).success),
    schema: schemaOf(field as z.ZodType, 'input'),
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' })
}
