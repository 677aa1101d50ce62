import { z } from 'zod'
import type { Context } from '../../context.ts'
import { id, listOf } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { hydrate, isVisible } from './hydrate.ts'

/** Posts that lie on somebody's device. */
export const goneForm = z.object({ id: listOf(id, limits.goneAsked).default([]) })

/** Which of them are not there for them any more: deleted, hidden, or no longer theirs to see; why is not said. */
export function readGone(ctx: Context, viewer: Viewer, { id: ids }: z.infer<typeof goneForm>): string[] {
  const me = memberId(viewer)
  const { parts, relations } = hydrate(ctx, me, ids)
  const there = new Set(parts.filter((part) => isVisible(part, me, relations)).map(({ row }) => row.id))
  return ids.filter((one) => !there.has(one)).map(String)
}
