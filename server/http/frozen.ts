import type { Context } from '../context.ts'
import { Refusal } from '../core/errors.ts'
import { isHeld } from '../policies/panic.ts'
import { may } from '../policies/roles.ts'
import type { Caller } from '../policies/viewer.ts'
import type { Route } from './route.ts'

/** What stays possible while everything rests: logging in and out, blocking and muting, keeping evidence, reporting. */
const open =
  /^\/auth\/|^\/oauth\/|\/accounts\/:id\/(un)?(block|mute)$|\/(evidence|reports|complaints|appeals|markers|notices)\b|^\/api\/test\/|^\/(inbox|ap\/)/

/** Refuses (503) what would change something while the community rests; those who can end that go on. */
export function checkFrozen(ctx: Context, { method, path }: Route, { viewer }: Caller): void {
  if (method === 'get' || open.test(path) || !isHeld(ctx.db, 'read_only', ctx.now())) return
  if (viewer?.scopes === undefined && may(viewer, 'panic')) return
  throw new Refusal(
    503,
    'The community rests at the moment: you can read, and write again later. Nothing was changed.',
    {
      code: 'read_only',
    },
  )
}
