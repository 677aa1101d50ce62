import { HousePage } from '../../features/house/house-page.tsx'
import { Roles } from '../../features/house/roles.tsx'

/** `/house/roles`: who holds which role. */
export function Page() {
  return (
    <HousePage area="roles">
      <Roles />
    </HousePage>
  )
}
