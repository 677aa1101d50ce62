import type { RuleProposal } from '../../../shared/api/rules.ts'
import { send } from '../../api/http.ts'
import { type Submit, submitting } from '../../lib/submit.ts'
import { loadSession } from '../../session/session.ts'

type Method = 'POST' | 'DELETE'

/** Does something to the change that is under way; what the server then says takes the place of what is shown. */
export const acting = (
  onChanged: (now: RuleProposal) => void,
  method: Method,
  path: () => string,
  body: () => object = () => ({}),
): Submit =>
  submitting(async () => {
    onChanged(await send<RuleProposal>(method, `/api/community/v1/rules/${path()}`, body()))
    // what is announced or in force stands on every page
    await loadSession().catch(() => undefined)
  })
