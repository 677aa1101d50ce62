import { Announcements } from '../../features/house/announcements.tsx'
import { HousePage } from '../../features/house/house-page.tsx'

/** `/house/announcements`: what is said to all members. */
export function Page() {
  return (
    <HousePage area="announcements">
      <Announcements />
    </HousePage>
  )
}
