import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import { membersWithRoles } from '../accounts/queries.ts'
import { readSettings, registrationMode, saveSettings } from '../settings/queries.ts'
import { countArrivals } from './queries.ts'

/**
 * Where many come at once by themselves, people come by invite only from then on, until somebody of the collective ends
 * it: a wave is more often somebody's script than everybody's friends. Call it in the transaction of an arrival.
 */
export function watchForWave(ctx: Context): void {
  const settings = readSettings(ctx.db)
  const mode = registrationMode(ctx, settings)
  if (mode !== 'open' && mode !== 'approval') return
  const since = Math.max(ctx.now() - limits.joinWaveTime, settings.joinWaveEndedAt)
  const { joined = 0, applied = 0 } = countArrivals(ctx.db, { since, limit: limits.joinWave }) ?? {}
  if (joined + applied < limits.joinWave) return
  saveSettings(ctx, { joinWaveAt: ctx.now() })
  for (const { accountId } of membersWithRoles(ctx.db, { roles: JSON.stringify(rolesThatMay('people')) })) {
    ctx.emit('noticeGiven', { accountId, kind: 'join_wave', ref: 0 })
  }
  ctx.log.info('a wave of newcomers: by invite only from now on')
}

/** Lets people come again as the community had chosen; those of the wave count no more. */
export const endWave = (ctx: Context, by: number): void =>
  ctx.transact(() => {
    saveSettings(ctx, { joinWaveAt: null, joinWaveEndedAt: ctx.now() })
    ctx.emit('staffActed', { accountId: by, action: 'people.end_wave', subject: 'settings' })
  })
