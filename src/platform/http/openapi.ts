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
        session: { type: 'apiKey', in: 'cookie', name: 'samtale.session_token' },
        secretKey: { type: 'http', scheme: 'bearer' },
        writeKey: { type: 'http', scheme: 'basic' },
      },
      schemas: { Problem: z.toJSONSchema(ProblemBody) },
    },
  }
}

function operation({ key, spec }: Route): object {
  const parameters = [...parametersOf(spec.params, 'path'), ...parametersOf(spec.query, 'query')]
  const content = (schema: object) => ({ 'application/json': { schema } })
  return {
    operationId: key.replaceAll(/[^A-Za-z]+/g, '_'),
    summary: spec.summary,
    'x-access': spec.access.name,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(spec.body instanceof z.ZodType
      ? { requestBody: { required: true, content: content(schemaOf(spec.body, 'input')) } }
      : {}),
    responses: {
      ...(spec.answer instanceof z.ZodType
        ? { 200: { description: 'Done', content: content(schemaOf(spec.answer, 'output')) } }
        : { 204: { description: 'Done' } }),
      default: {
        description: 'What went wrong and what to do',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
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
