import type { MediationDesk, MediatorProfile } from '../../../../shared/api/mediation-team.ts'
import { send } from '../../../api/http.ts'
import { MEDIATIONS } from '../paths.ts'

/** Saves what a volunteer says about themselves; the answer is their desk as it is then. */
export const saveProfile = (profile: MediatorProfile): Promise<MediationDesk> =>
  send('PUT', `${MEDIATIONS}/desk/profile`, profile)
