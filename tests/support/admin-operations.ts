import { z } from 'zod'
import * as shapes from './admin-shapes.ts'
import { say } from './masto.ts'
import type { Operation, World } from './operations.ts'
import type { Person } from './server.ts'

/** What one operation of the staff's needs and the shape of its answer; `refused` is how it always is here. */
export type StaffOperation = Operation & { shape: z.ZodType; refused?: number }

const people = '/api/v1/admin/accounts'
const ask = async (who: Person, path: string, body: object = {}) => {
  const { status, body: answer, text } = await who.api.post(path, body)
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
  return answer
}

const reportOf = async ({ server, ann }: World, target: Person): Promise<string> => {
  const { id } = await say(target, 'A gory thing')
  const [rule] = (await server.visitor.get('/api/v1/instance/rules')).body
  const told = { account_id: target.id, status_ids: [id], category: 'violation', rule_ids: [rule.id] }
  return (await ask(ann, '/api/v1/reports', told)).id
}
const ofStranger = async ({ fresh }: World) => [(await fresh()).id]
const applicant = async ({ server }: World) => [
  (await server.signUp(`hopeful${server.ctx.newId() % 1e9}`, { waiting: true })).id,
]
const held = (type: string) => async (world: World) => {
  const one = await world.fresh()
  const report_id = await reportOf(world, one)
  await ask(world.boss, `${people}/${one.id}/action`, { type, report_id, text: 'Because of this.' })
  return [one.id]
}
const ofReport = async (world: World) => [await reportOf(world, await world.fresh())]
const handled = (verb: string) => async (world: World) => {
  const [id = ''] = await ofReport(world)
  await ask(world.boss, `/api/v1/admin/reports/${id}/${verb}`)
  return [id]
}

let names = 0
const name = () => {
  names += 1
  return `s${names}.example`
}
const many = (shape: z.ZodType) => z.array(shape).min(1)

/** A list to which one adds: read, add, read one, take away. */
function listed(path: string, shape: z.ZodType, form: () => object): [string, StaffOperation][] {
  const ids = async ({ boss }: World) => [(await ask(boss, path, form())).id]
  // a list is read once something is in it
  const filled = async (world: World) => {
    await ids(world)
    return []
  }
  return [
    [`get ${path}`, { ids: filled, shape: many(shape) }],
    [`post ${path}`, { form: async () => form(), shape }],
    [`get ${path}/:id`, { ids, shape }],
    [`put ${path}/:id`, { ids, form: { comment: 'As agreed', private_comment: 'As agreed' }, shape }],
    [`delete ${path}/:id`, { ids, shape: shapes.done }],
  ]
}

const lists = [
  ...listed('/api/v1/admin/domain_blocks', shapes.domainBlock, () => ({ domain: name(), severity: 'silence' })),
  ...listed('/api/v1/admin/domain_allows', shapes.domainAllow, () => ({ domain: name() })),
  ...listed('/api/v1/admin/email_domain_blocks', shapes.mailDomain, () => ({ domain: name() })),
  ...listed('/api/v1/admin/canonical_email_blocks', shapes.address, () => ({ email: `one@${name()}` })),
  ...listed('/api/v1/admin/ip_blocks', shapes.network, () => {
    names += 1
    return { ip: `198.51.100.${names}`, severity: 'sign_up_block' }
  }),
]

const time = () => ({ start_at: new Date(Date.now() - 864e5).toISOString(), end_at: new Date().toISOString() })
const counted = (keys: string) => async (world: World) => ({
  ...time(),
  keys: keys.split(' '),
  tag_uses: { id: await tagOf(world) },
  instance_accounts: { domain: 'far.example' },
})
const tagOf = async ({ boss }: World): Promise<string> => (await boss.api.get('/api/v1/admin/tags')).body[0].id
const ofTag = async (world: World) => [await tagOf(world)]

const first =
  (kind: string) =>
  async ({ boss }: World) => [(await boss.api.get(`/api/v1/admin/trends/${kind}`)).body[0].id as string]
const trends = (
  [
    ['tags', shapes.usedTag],
    ['statuses', shapes.usedPost],
    ['links', shapes.usedLink],
    ['links/publishers', shapes.publisher],
  ] as const
).flatMap(([kind, shape]): [string, StaffOperation][] => [
  [`get /api/v1/admin/trends/${kind}`, { shape: many(shape) }],
  [`post /api/v1/admin/trends/${kind}/:id/approve`, { ids: first(kind), shape }],
  [`post /api/v1/admin/trends/${kind}/:id/reject`, { ids: first(kind), shape }],
])

const { account, report } = shapes
/** Every operation of Mastodon's API for staff. */
export const staffOperations: Record<string, StaffOperation> = {
  ...Object.fromEntries([...lists, ...trends]),
  'get /api/v1/admin/accounts': { form: { local: true, active: true }, shape: many(account) },
  'get /api/v2/admin/accounts': { form: { origin: 'local', status: 'active' }, shape: many(account) },
  'get /api/v1/admin/accounts/:id': { ids: ofStranger, shape: account },
  'delete /api/v1/admin/accounts/:id': { ids: ofStranger, shape: z.looseObject({ error: z.string() }), refused: 409 },
  'post /api/v1/admin/accounts/:id/action': { ids: ofStranger, form: { type: 'disable' }, shape: shapes.done },
  'post /api/v1/admin/accounts/:id/approve': { ids: applicant, shape: account },
  'post /api/v1/admin/accounts/:id/reject': { ids: applicant, shape: account },
  'post /api/v1/admin/accounts/:id/enable': { ids: held('disable'), shape: account },
  'post /api/v1/admin/accounts/:id/unsilence': { ids: held('silence'), shape: account },
  'post /api/v1/admin/accounts/:id/unsuspend': { ids: held('suspend'), shape: account },
  'post /api/v1/admin/accounts/:id/unsensitive': { ids: held('sensitive'), shape: account },
  'get /api/v1/admin/reports': { ids: ofReport, shape: many(report) },
  'get /api/v1/admin/reports/:id': { ids: ofReport, shape: report },
  'put /api/v1/admin/reports/:id': { ids: ofReport, form: { category: 'spam' }, shape: report },
  'post /api/v1/admin/reports/:id/assign_to_self': { ids: ofReport, shape: report },
  'post /api/v1/admin/reports/:id/unassign': { ids: handled('assign_to_self'), shape: report },
  'post /api/v1/admin/reports/:id/resolve': { ids: ofReport, shape: report },
  'post /api/v1/admin/reports/:id/reopen': { ids: handled('resolve'), shape: report },
  'post /api/v1/admin/canonical_email_blocks/test': {
    form: async ({ boss }) => {
      const email = `one@${name()}`
      await ask(boss, '/api/v1/admin/canonical_email_blocks', { email })
      return { email }
    },
    shape: many(shapes.address),
  },
  'post /api/v1/admin/measures': {
    form: counted('active_users new_users interactions tag_uses instance_accounts'),
    shape: many(shapes.measure).length(5),
  },
  'post /api/v1/admin/dimensions': {
    form: counted('languages sources servers space_usage software_versions tag_servers instance_accounts'),
    shape: many(shapes.dimension).length(7),
  },
  'post /api/v1/admin/retention': {
    form: async () => ({ ...time(), frequency: 'day' }),
    shape: many(shapes.cohort),
  },
  'get /api/v1/admin/tags': { shape: many(shapes.tag) },
  'get /api/v1/admin/tags/:id': { ids: ofTag, shape: shapes.tag },
  'put /api/v1/admin/tags/:id': { ids: ofTag, form: { trendable: true }, shape: shapes.tag },
}
for (const name of ['domain_allows', 'email_domain_blocks', 'canonical_email_blocks'])
  delete staffOperations[`put /api/v1/admin/${name}/:id`]
