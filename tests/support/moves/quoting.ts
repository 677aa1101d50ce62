import type { Person } from '../server.ts'
import type { Doors, Walked } from './cases.ts'

/** A private post of one side to the other, which is shown to the mediator only with a yes of each. */
async function letter(from: Person, to: Person): Promise<string> {
  const status = `@${to.username} Between us.`
  const { body } = await from.api.post<{ id: string }>('/api/v1/statuses', { status, visibility: 'direct' })
  return body.id
}

/** Each side asks and is refused, asks again and takes it back, or leaves it open, or is told yes. */
async function asked({ does }: Doors, { id, a, b }: Walked, last: 'open' | 'agree_quote'): Promise<void> {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    await does(from, id, 'ask_quote', { status_id: await letter(from, to) })
    if (last === 'agree_quote') await does(to, id, last, { read: true })
  }
}

/** What each side is asked about showing is refused, and what it asked itself is taken back. */
async function undone({ does }: Doors, { id, a }: Walked): Promise<void> {
  await does(a, id, 'refuse_quote')
  await does(a, id, 'hide_quotes')
}

/** Private posts that one side would show to both and the mediator, in every state in which a yes can be taken back. */
export async function quoting(doors: Doors): Promise<void> {
  const { bring, does, signs } = doors
  const clauses = [{ type: 'no_contact', owed_by: 'both', until: '2099-01-01' }]
  for (const until of ['active', 'signing', 'follow_up', 'closed'] as const) {
    for (const turned of [false, true]) {
      const walked = await bring('active')
      const { id, a, b, m } = walked
      await asked(doors, walked, until === 'closed' ? 'agree_quote' : 'open')
      if (until === 'signing' || until === 'follow_up') await does(m, id, 'to_signing')
      if (until === 'follow_up') {
        await does(a, id, 'edit_agreement', { clauses })
        await signs(id, a, b)
      }
      const sides = turned ? { ...walked, a: b, b: a } : walked
      if (until !== 'closed') {
        await undone(doors, sides)
        continue
      }
      await does(m, id, 'end')
      await does(sides.a, id, 'hide_quotes')
    }
  }
}
