import { Collections } from '../../features/house/collections.tsx'
import { HousePage } from '../../features/house/house-page.tsx'

/** `/house/collections`: people to follow, put together. */
export function Page() {
  return (
    <HousePage area="collections">
      <Collections />
    </HousePage>
  )
}
