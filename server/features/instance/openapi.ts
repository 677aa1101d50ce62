import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Route } from '../../http/route.ts'
import { readSettings } from '../settings/queries.ts'

type Schema = { properties?: Record<string, unknown>; required?: string[] }

/** A form as JSON schema of what is sent; transformed values are described as they come. */
const schemaOf = (form: z.ZodType): Schema => {
  const { $schema, ...schema } = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' })
  return schema
}

const who: Record<Route['options']['access'], string> = {
  public: 'Anyone.',
  app: 'Any token.',
  account: 'Anyone with an account, also while it waits for approval.',
  member: 'Members.',
  poster: 'Members who accepted the rules in time.',
}

const failure = {
  description: 'What was refused, in words for the person.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
}

function describeRoute({ method, path, options }: Route) {
  const schema = schemaOf(options.form ?? z.object({}))
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const fields = Object.entries(schema.properties ?? {})
  const inQuery = method === 'get' ? fields.filter(([name]) => !names.includes(name)) : []
  const inBody = method === 'get' ? [] : fields.filter(([name]) => !names.includes(name))
  const required = (schema.required ?? []).filter((name) => !names.includes(name))
  return {
    summary: options.summary,
    description: `${who[options.access]}${options.may ? ` With a role that may see to ${options.may}.` : ''}`,
    security:
      options.access === 'public'
        ? []
        : options.scope
          ? [{ session: [] }, { bearer: [options.scope] }]
          : [{ session: [] }],
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...inQuery.map(([name, one]) => ({ name, in: 'query', required: required.includes(name), schema: one })),
    ],
    ...(inBody.length > 0 && {
      requestBody: {
        content: {
          'application/json': { schema: { type: 'object', properties: Object.fromEntries(inBody), required } },
        },
      },
    }),
    responses: { 200: { description: 'Done.', content: { 'application/json': { schema: {} } } }, default: failure },
  }
}

const isOurs = ({ path }: Route) => path.startsWith('/api/community/') || path.startsWith('/auth/')

const cause = {
  type: 'object',
  properties: { error: { type: 'string' }, description: { type: 'string' } },
}

/** The OpenAPI 3.1 document of the community's API and of our own client's doors. */
export function describeApi(ctx: Context, routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes.filter(isOurs)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `${readSettings(ctx.db).name}: the community's own API`, version: 'v1' },
    servers: [{ url: ctx.config.publicUrl }],
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: ctx.config.publicUrl.startsWith('https:') ? '__Host-session' : 'session',
        },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Error: {
          type: 'object',
          properties: {
            error: { type: 'string' },
            error_code: { type: 'string' },
            details: { type: 'object', additionalProperties: { type: 'array', items: cause } },
          },
          required: ['error'],
        },
      },
    },
  }
}
