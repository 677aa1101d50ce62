import { ServersList } from '../features/timelines/servers-list.tsx'

/** `/remote`: what people of other servers write in public, as far as it is known here. */
export const Page = () => <ServersList which="remote" />
