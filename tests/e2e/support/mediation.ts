import { expect, type Page } from 'playwright/test'
import type { MediationInvitation, MediationTrack, MediationView } from '../../../shared/api/mediation.ts'
import { MEDIATIONS, request, yes } from '../../support/mediation.ts'
import { test as base, type Person } from './people.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const parts = ['morning', 'afternoon', 'evening', 'night']
let told = 0

/** A time of the week that no other story has, so that nobody is offered the mediators of another one. */
function ownHour(): string {
  const n = told++
  return `${days[n % days.length]}-${parts[Math.floor(n / days.length) % parts.length]}`
}

/** A case with everybody in it. */
export type Quarrel = { ann: Person; ben: Person; fern: Person; cora: Person; id: string }

/** The people of a story, and what they do from another device. */
export type Story = {
  hour: string
  /** Somebody who has been here long enough to ask for a mediator. */
  member(start: string): Promise<Person>
  mediator(start: string): Promise<Person>
  /** Asks for a mediator, and gives the id of the case. */
  asks(who: Person, other: Person, changes?: object): Promise<string>
  sees(who: Person, id: string): Promise<MediationView>
  does(who: Person, id: string, verb: string, form?: object): Promise<MediationView>
  /** Signs what is on the table. */
  signs(who: Person, id: string): Promise<void>
  says(who: Person, id: string, stream: string, text: string): Promise<string>
  /** Says yes to the one invitation that waits. */
  saysYes(who: Person, changes?: object): Promise<void>
  invitationOf(who: Person): Promise<MediationInvitation | undefined>
  /** Two people who said yes to each other, with a mediator, as far as `until`; `candidates` is before they choose. */
  quarrel(until: 'candidates' | 'offer' | 'opening' | 'active', track?: MediationTrack): Promise<Quarrel>
  /** Lets an account grow old enough, and what is due happen. */
  waits(duration?: string): Promise<void>
}

type Steps = Omit<Story, 'quarrel'>

/** Brings two people and their mediator together from other devices. */
async function bringTogether(
  story: Steps,
  cora: Person,
  until: Parameters<Story['quarrel']>[0],
  track: MediationTrack,
): Promise<Quarrel> {
  const [ann, ben, fern] = [await story.member('ann'), await story.member('ben'), await story.mediator('fern')]
  await story.waits('P8D')
  const id = await story.asks(ann, ben, { track })
  if (track === 'mediation') await story.does(cora, id, 'invite')
  await story.waits()
  await story.saysYes(ben)
  const quarrel = { ann, ben, fern, cora, id }
  if (until === 'candidates') return quarrel
  for (const side of [ann, ben]) await story.does(side, id, 'vote', { acceptable: [fern.id] })
  await story.waits()
  if (until === 'offer') return quarrel
  await story.does(fern, id, 'take', { read: true })
  if (until === 'opening') return quarrel
  for (const side of [ann, ben]) await story.does(side, id, 'sign_rules', { read: true })
  return quarrel
}

/** Playwright's test, in which members quarrel and others help. */
export const test = base.extend<{ story: Story }>({
  // a community of their own: these stories move its clock by weeks
  settings: [{ LOG_LEVEL: 'fatal' }, { scope: 'worker' }],
  story: async ({ community, person }, use) => {
    const hour = ownHour()
    const does: Story['does'] = (who, id, verb, form = {}) =>
      who.api('POST', `${MEDIATIONS}/${id}/actions`, { ...form, verb })
    const invitationOf: Story['invitationOf'] = async (who) =>
      (await who.api<MediationInvitation[]>('GET', `${MEDIATIONS}/invitations`))[0]
    const waits: Story['waits'] = async (duration = 'PT2S') => void (await community.advance(duration))
    const steps: Steps = {
      hour,
      does,
      waits,
      invitationOf,
      member: person,
      async mediator(start) {
        const who = await person(start)
        await community.admin('accounts', 'modify', who.name, '--add-role', 'mediator')
        const profile = { volunteering: true, accepted_code: true, languages: ['en'], hours: [hour] }
        await who.api('PUT', `${MEDIATIONS}/desk/profile`, { ...profile, approach: 'I listen twice before I ask.' })
        return who
      },
      asks: async (who, other, changes = {}) =>
        (await who.api<MediationView>('POST', MEDIATIONS, request(other, { hours: [hour], ...changes }))).id,
      sees: (who, id) => who.api('GET', `${MEDIATIONS}/${id}`),
      async signs(who, id) {
        const { agreement } = await steps.sees(who, id)
        await does(who, id, 'sign', { version: agreement?.version, sha256: agreement?.sha256 })
      },
      async says(who, id, stream, text) {
        const view = await who.api<MediationView>('POST', `${MEDIATIONS}/${id}/messages`, { stream, text })
        return view.streams.find(({ name }) => name === stream)?.messages.at(-1)?.id ?? ''
      },
      async saysYes(who, changes = {}) {
        const invitation = await invitationOf(who)
        await does(who, invitation?.id ?? '', 'consent', yes({ hours: [hour], ...changes }))
        await waits()
      },
    }
    await use({
      ...steps,
      async quarrel(until, track = 'mediation') {
        const cora = await person('cora')
        await community.admin('accounts', 'modify', cora.name, '--add-role', 'coordinator')
        return bringTogether(steps, cora, until, track)
      },
    })
  },
})

/** Answers all ten questions about safety on the screen, with `no` to all but the last. */
export async function answerCalmly(page: Page): Promise<void> {
  for (let n = 1; n <= 10; n += 1) {
    await expect(page.getByText(`Question ${n} of 10`)).toBeVisible()
    await page.getByRole('button', { name: 'No', exact: true }).click()
  }
}

/** The heading of the page. */
export const headed = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
