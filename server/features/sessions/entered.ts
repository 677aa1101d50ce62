import type { StepNeeded } from '../../../shared/api/account.ts'
import type { Context } from '../../context.ts'
import { answer } from '../../http/answer.ts'
import type { LoggedIn } from './log-in.ts'
import { presentSessionOf } from './present.ts'

/** Who is logged in now, with the cookie that says so; and whether that took their leaving back. */
export const answerLoggedIn = (ctx: Context, { cookies, cameBack }: LoggedIn) =>
  answer({ ...presentSessionOf(ctx, cookies[0]), ...(cameBack && { came_back: true }) }, { cookies })

/** That the password was right and is not enough; nobody is logged in. */
export function askSecond({ cookies, ways }: LoggedIn) {
  const body: StepNeeded = {
    error: 'Your password is right. Now show the second step.',
    error_code: 'second_step',
    second_step: ways,
  }
  return answer(body, { status: 401, cookies })
}
