import { HousePage } from '../../features/house/house-page.tsx'
import { Decisions } from '../../features/peers/decisions.tsx'

/** `/house/servers`: what is decided about other servers. */
export function Page() {
  return (
    <HousePage area="peers">
      <Decisions />
    </HousePage>
  )
}
