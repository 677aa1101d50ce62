import type { Filter, FilterContext } from '../../../shared/api/wire.ts'
import type { StatusEntity } from '../../api/store.ts'

/** Where filters hold that hold on a page, by its address. */
export function contextOf(path: string): FilterContext {
  if (path === '/home' || path.startsWith('/lists')) return 'home'
  if (path === '/inbox') return 'notifications'
  if (/^\/@[^/]+\/\d/.test(path)) return 'thread'
  return path.startsWith('/@') ? 'account' : 'public'
}

/** The filters that found a post and hold there; only those that do this with it. */
export const foundBy = (status: StatusEntity, context: FilterContext, actions: readonly Filter['filter_action'][]) =>
  (status.filtered ?? [])
    .map(({ filter }) => filter)
    .filter(({ filter_action, context: where }) => actions.includes(filter_action) && where.includes(context))
