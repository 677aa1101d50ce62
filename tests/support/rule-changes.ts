import { afterEach, beforeEach, vi } from 'vitest'
import type { FullRule, RuleProposal } from '../../shared/api/rules.ts'
import { type Person, startServer, type TestServer } from './server.ts'

/** Where the community's API speaks of rules. */
export const RULES = '/api/community/v1/rules'

/** A community with two people who may publish rules and one who may not; filled anew before each test. */
export type Setting = { server: TestServer; olive: Person; rowan: Person; alice: Person }

/** Gives each test of a file a {@link Setting} of its own, and ends it afterwards. */
export function ruleSetting(give: (made: Setting) => void): void {
  // months go by here, with all that is swept in them every hour
  vi.setConfig({ testTimeout: 90_000 })
  let server: TestServer | undefined
  beforeEach(async () => {
    server = await startServer()
    const olive = await server.signUp('olive', { roles: ['owner'] })
    const rowan = await server.signUp('rowan', { roles: ['admin'] })
    give({ server, olive, rowan, alice: await server.signUp('alice') })
  })
  afterEach(() => server?.stop())
}

/** What is sent of a rule when a draft is edited. */
const toForm = ({
  id,
  text,
  hint,
  enforcement,
  ok_examples,
  not_ok_examples,
  translations,
  children,
}: FullRule): object => ({
  ...{ id, text, hint, enforcement, ok_examples, not_ok_examples, translations },
  children: children.map(toForm),
})

/** The rules of a proposal as a form that changes nothing. */
export const asForms = (rules: readonly FullRule[]): Record<string, unknown>[] =>
  // toForm gives plain objects
  rules.map(toForm) as Record<string, unknown>[]

/** Begins a draft, or takes the one that is there, and edits it. Fails where that was refused. */
export async function draft(person: Person, edit: object = {}): Promise<RuleProposal> {
  await person.browser.post(`${RULES}/draft`)
  const { body } = await person.browser.get<RuleProposal>(`${RULES}/draft`)
  const reply = await person.browser.patch<RuleProposal>(`${RULES}/draft`, {
    revision: body.proposal?.revision,
    ...edit,
  })
  if (reply.status !== 200) throw new Error(`not drafted: ${reply.status} ${reply.text}`)
  return reply.body
}

/** The ground rules in force as forms, the first in other words. */
export async function reworded(server: TestServer, text: string): Promise<Record<string, unknown>[]> {
  const { body } = await server.visitor.get(RULES)
  const [first, ...others] = asForms(body.ground_rules)
  return [{ ...first, text }, ...others]
}

/** Lets people approve the draft as it is. */
export async function approve(...people: Person[]): Promise<void> {
  for (const person of people) {
    const { body } = await person.browser.get<RuleProposal>(`${RULES}/draft`)
    const reply = await person.browser.post(`${RULES}/draft/approve`, { revision: body.proposal?.revision })
    if (reply.status !== 200) throw new Error(`not approved: ${reply.status} ${reply.text}`)
  }
}

/** Announces the draft; gives its version. */
export async function announce(person: Person, days?: number): Promise<number> {
  const { body } = await person.browser.get<RuleProposal>(`${RULES}/draft`)
  const form = { revision: body.proposal?.revision, ...(days !== undefined && { days }) }
  const reply = await person.browser.post<RuleProposal>(`${RULES}/draft/announce`, form)
  if (reply.status !== 200) throw new Error(`not announced: ${reply.status} ${reply.text}`)
  return reply.body.proposal?.version ?? 0
}

/** A whole change, from the draft to the announcement, that two people approve. */
export async function change(server: TestServer, first: Person, second: Person, edit: object = {}): Promise<number> {
  const ground_rules = await reworded(server, 'Racist behavior, statements and jokes')
  await draft(first, { summary: 'Jokes hurt too.', ground_rules, ...edit })
  await approve(first, second)
  return announce(first)
}
