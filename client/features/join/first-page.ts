import { session } from '../../session/session.ts'

/** Where a member begins: with the first steps, until they were taken or left. */
export const firstPage = (): string => (session()?.first_steps ? '/first-steps' : '/home')
