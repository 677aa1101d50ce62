import { houseAreas } from '../../../shared/api/house.ts'
import type { Context } from '../../context.ts'
import { hashSecret } from '../../core/crypto.ts'
import type { Cookie } from '../../http/answer.ts'
import { limits } from '../../limits.ts'
import { may } from '../../policies/roles.ts'
import { roles, type Viewer } from '../../policies/viewer.ts'
import { presentCredentials } from '../accounts/present.ts'
import { accountById, rolesOf } from '../accounts/queries.ts'
import { anyAddedTo } from '../moderation/marks/queries.ts'
import { presentAlerts } from '../panic/present.ts'
import { countWaiting } from '../people/queries.ts'
import { playsByItself } from '../preferences/present.ts'
import { presentOwnRules, readStanding } from '../rules/present.ts'
import { readSettings } from '../settings/queries.ts'
import { readChoices } from '../warnings/present.ts'
import { stepOf } from '../welcome/queries.ts'
import { anyOwner, personOfSession } from './queries.ts'

/** How many newcomers wait for those who let people in. */
function presentWaiting(ctx: Context) {
  const { applications = 0, byHand = 0 } = countWaiting(ctx.db, { now: ctx.now() }) ?? {}
  return { applications, by_hand: byHand }
}

/** Who looks at our client, and what they may do. */
export function presentSession(ctx: Context, viewer: Viewer | undefined) {
  return {
    account: viewer ? presentCredentials(ctx, viewer.accountId) : null,
    state: viewer?.state ?? 'visitor',
    roles: viewer?.roles ?? [],
    may: {
      settings: may(viewer, 'settings'),
      people: may(viewer, 'people'),
      topics: may(viewer, 'topics'),
      trends: may(viewer, 'trends'),
      publish_rules: may(viewer, 'publish_rules'),
      reports: may(viewer, 'reports'),
    },
    house: houseAreas.filter((area) => may(viewer, area)),
    waiting: may(viewer, 'people') ? presentWaiting(ctx) : null,
    accepted_rules: viewer?.acceptedRules ?? false,
    rules: viewer ? presentOwnRules(ctx, viewer.accountId) : null,
    warnings: viewer?.state === 'member' ? readChoices(ctx, viewer.accountId) : null,
    autoplay_gifs: viewer?.state === 'member' && playsByItself(ctx, viewer.accountId),
    warned_before: viewer ? anyAddedTo(ctx.db, { accountId: viewer.accountId }) !== undefined : false,
    first_reply: viewer ? stepOf(ctx.db, { accountId: viewer.accountId, step: 'reply' }) === undefined : false,
    first_steps:
      viewer?.state === 'member' && stepOf(ctx.db, { accountId: viewer.accountId, step: 'welcome' }) === undefined,
    alerts: presentAlerts(ctx),
    community: communityOf(ctx),
    setup_needed: anyOwner(ctx.db) === undefined,
  }
}

function communityOf(ctx: Context) {
  const { name, warningLabel } = readSettings(ctx.db)
  return { name, warning_label: warningLabel }
}

/** A person as our own client speaks for them. */
function viewerOf(ctx: Context, accountId: number): Viewer {
  const held = rolesOf(ctx.db, { ids: JSON.stringify([accountId]) }).map(({ role }) => role)
  return {
    accountId,
    state: accountById(ctx.db, { id: accountId })?.joinedAt ? 'member' : 'waiting',
    roles: roles.filter((role) => held.includes(role)),
    scopes: undefined,
    acceptedRules: ['accepted', 'grace'].includes(readStanding(ctx, accountId).standing),
    appId: undefined,
  }
}

/** The same for a session that began just now, whose cookie the browser does not have yet. */
export function presentSessionOf(ctx: Context, { value = '' }: Cookie = { name: 'session' }) {
  const person = personOfSession(ctx.db, {
    hash: hashSecret(value),
    now: ctx.now(),
    graceOver: ctx.now() - limits.rulesGrace,
  })
  return presentSession(ctx, person && viewerOf(ctx, person.accountId))
}
