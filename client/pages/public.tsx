import { ServersList } from '../features/timelines/servers-list.tsx'

/** `/public`: what everyone writes in public, here and elsewhere. */
export const Page = () => <ServersList which="allServers" />
