import { z } from 'zod'
import { warningLabels } from '../../../shared/locales/en/warning-label.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { many, one, write } from '../../db/sql.ts'
import { limits } from '../../limits.ts'
import { isHeld } from '../../policies/panic.ts'

/** How mail leaves: not at all, or through a server whose address (with its password) is sealed, in base64. */
const mail = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('smtp'), url: z.string(), from: z.string() }),
])

const notice = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** Mail providers it is about, such as `hotmail.*`; null when it is for everybody. */
  domains: z.array(z.string()).nullable(),
  shown: z.boolean(),
})

/** The community's own texts and choices, one row of `settings` each; what stands here is an empty community's. */
export const communitySettings = z.object({
  name: z.string().default('A community'),
  statement: z.string().default(''),
  purpose: z.string().default(''),
  whoRuns: z.string().default(''),
  contactEmail: z.string().nullable().default(null),
  /** `null`: nobody is to be named; absent while nobody chose. */
  contactUsername: z.string().nullable().optional(),
  /** Where the source of what runs here is to be had: the licence asks for it. */
  sourceUrl: z.string().nullable().default(null),
  registrations: z.enum(['open', 'approval', 'invite', 'closed']).default('approval'),
  /** Since when people come by invite only because too many came at once (ms), and when that ended last. */
  joinWaveAt: z.int().nullable().default(null),
  joinWaveEndedAt: z.int().default(0),
  question: z.string().default(''),
  minAge: z.int().nullable().default(null),
  languages: z.array(z.string()).default(['en']),
  /** What the line above a post is called. */
  warningLabel: z.enum(warningLabels).default('cw'),
  hosting: z
    .object({ text: z.string(), published: z.boolean(), reviewedOn: z.string().nullable() })
    .default({ text: '', published: false, reviewedOn: null }),
  notices: z.array(notice).default([]),
  mail: mail.default({ kind: 'none' }),
  /** Whether it speaks with every server that it did not decide otherwise about, or only with those it named. */
  federation: z.enum(['open', 'allow_list']).default('open'),
  /** Whether somebody of another server may ask for a mediator, about a member. */
  mediationFromElsewhere: z.boolean().default(false),
  /** Communities that mediate too, for whom there is no room here. */
  mediationAllies: z.array(z.object({ name: z.string(), url: z.string() })).default([]),
  /** Gigabytes that the database and what is kept from other servers may use together. */
  diskBudget: z.number().default(limits.diskBudget),
})
/** Everything in {@link communitySettings}. */
export type CommunitySettings = z.infer<typeof communitySettings>

const allSettings = many(z.object({ name: z.string(), value: z.string() }), `SELECT name, value FROM settings`)

const putSetting = write(
  `INSERT INTO settings (name, value, updated_at) VALUES (@name, @value, @now)
   ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
)

/** What the community says and chose, as it stands now. */
export function readSettings(db: Db): CommunitySettings {
  const stored = allSettings(db).map(({ name, value }): [string, unknown] => [name, JSON.parse(value)])
  return communitySettings.parse(Object.fromEntries(stored))
}

const firstOwner = one(
  z.object({ username: z.string() }),
  `SELECT accounts.username FROM roles JOIN accounts ON accounts.id = roles.account_id
   WHERE roles.role = 'owner' AND accounts.joined_at IS NOT NULL AND accounts.suspended_at IS NULL
   ORDER BY accounts.id LIMIT 1`,
)

/** The member who is named to whoever has a question: as the collective chose, else its first owner. */
export const contactName = (db: Db, { contactUsername }: CommunitySettings): string | null =>
  contactUsername === undefined ? (firstOwner(db)?.username ?? null) : contactUsername

/** Keeps some of the settings and tells `settingsChanged`; in a transaction. */
export function saveSettings(ctx: Context, changes: Partial<CommunitySettings>): void {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  if (given.length === 0) return
  for (const [name, value] of given) putSetting(ctx.db, { name, value: JSON.stringify(value), now: ctx.now() })
  ctx.emit('settingsChanged', { names: given.map(([name]) => name) })
}

/** Who may join by the community's choice; what the operator set in the environment wins over it. */
export const chosenMode = (ctx: Context, settings: CommunitySettings) =>
  ctx.config.registrations ?? settings.registrations

/** Who may join now: as chosen, but during a wave of newcomers by invite only. */
export function registrationMode(ctx: Context, settings: CommunitySettings): CommunitySettings['registrations'] {
  const mode = chosenMode(ctx, settings)
  const now = ctx.now()
  if (mode === 'closed' || isHeld(ctx.db, 'close_sign_ups', now)) return 'closed'
  if (isHeld(ctx.db, 'invite_only', now)) return 'invite'
  return settings.joinWaveAt !== null ? 'invite' : mode
}
